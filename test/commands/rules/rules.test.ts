import { describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/rules/rules.js';
import { memoryIo } from '../memory-io.js';

describe('rules NAME', () => {
  it('shows the page of the rule, offline', async () => {
    const io = memoryIo('.');
    expect(await run(io, { names: ['excess-action'], format: 'text' })).toBe(0);
    expect(io.out()).toMatch(/^# excess-action\n/);
    expect(io.out()).toContain('\n## Why\n');
  });

  it('gives only these to tools', async () => {
    const io = memoryIo('.');
    await run(io, { names: ['excess-action', 'empty-sid'], format: 'json' });
    const { rules } = JSON.parse(io.out()) as { readonly rules: readonly { readonly id: string }[] };
    expect(rules.map(({ id }) => id)).toEqual(['excess-action', 'empty-sid']);
  });

  it('names the rule that is meant where there is none', async () => {
    await expect(run(memoryIo('.'), { names: ['exces-action'], format: 'text' })).rejects.toMatchObject({
      code: 'usage',
      message: 'there is no rule "exces-action"; did you mean "excess-action"?',
    });
  });
});
