import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }>>;
}

describe.each(['site', 'refresh'])('the %s workflow', (name) => {
  const workflow = parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow;
  const jobs = Object.values(workflow.jobs);

  it('pins every action to a commit', () => {
    for (const { uses } of jobs.flatMap(({ steps }) => steps)) if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('may only read, but for the job that runs no code of the project', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions, steps } of jobs) {
      const runsOurs = steps.some(({ run = '' }) => /\b(npm|npx|node)\b/.test(run));
      if (runsOurs) expect(permissions).toBeUndefined();
    }
  });

  it('puts no expression into a shell', () => {
    for (const { run } of jobs.flatMap(({ steps }) => steps)) expect(run ?? '').not.toContain('${{');
  });
});
