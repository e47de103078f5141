import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/explain/explain.js';
import type { ExplainOptions } from '../../../src/commands/explain/explain.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'refusal-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

const POLICY = text`
  {
    "Version": "1.1",
    "Statement": [
      {
        "Effect": "Allow",
        "Action": [
          "ecs:cloudServers:list",
          "evs:volumes:list"
        ]
      }
    ]
  }
`;

async function explain(refusal: string, options: Partial<ExplainOptions> = {}) {
  const plain = memoryIo(cwd);
  const io = { ...plain, stdin: () => Promise.resolve(new TextEncoder().encode(refusal)) };
  const code = await run(io, { queries: ['-'], cloud: 'huaweicloud', format: 'text', ...options });
  return { code, out: plain.out() };
}

describe('explain -', () => {
  it('names the action, who needs it, and the least edit as a patch that applies', async () => {
    writeFileSync(join(cwd, 'app.json'), POLICY);
    const { code, out } = await explain(
      `{"error":{"message":"Policy doesn't allow ecs:cloudServers:create to be performed.","code":"Ecs.0111"}}`,
    );
    expect(code).toBe(0);
    expect(out).toContain('line 1: ecs:cloudServers:create was refused: no policy allows it');
    expect(out).toContain('POST /v1/{project_id}/cloudservers');
    expect(out).toContain('No policy here allows it.');
    const patch = out.slice(out.indexOf('--- a/app.json'));
    execFileSync('git', ['init', '-q'], { cwd });
    execFileSync('git', ['apply', '-'], { cwd, input: `${patch.trimEnd()}\n` });
    expect(readFileSync(join(cwd, 'app.json'), 'utf8')).toBe(
      POLICY.replace(
        '"ecs:cloudServers:list",',
        '"ecs:cloudServers:list",\n        "ecs:cloudServers:create",',
      ),
    );
  });

  it('shows the line of an explicit deny, and offers no edit', async () => {
    writeFileSync(
      join(cwd, 'app.json'),
      text`
        {
          "Version": "1.1",
          "Statement": [
            { "Effect": "Allow", "Action": ["evs:*:*"] },
            { "Effect": "Deny", "Action": ["evs:volumes:delete"] }
          ]
        }
      `,
    );
    const { out } = await explain("403 Forbidden: Policy doesn't allow evs:volumes:delete to be performed.");
    expect(out).toContain('Denied here, which no Allow outweighs');
    expect(out).toContain('app.json:5');
    expect(out).not.toContain('+++');
  });

  it('says of an action that is allowed here where else to look', async () => {
    writeFileSync(join(cwd, 'app.json'), POLICY);
    const { out } = await explain("Policy doesn't allow evs:volumes:list to be performed.");
    expect(out).toContain('Allowed here already.');
    expect(out).toContain('app.json:8');
  });

  it('finds the actions of a call whose refusal names none', async () => {
    writeFileSync(join(cwd, 'app.json'), POLICY);
    const { code, out } = await explain(
      'but got 403 instead: [DELETE https://evs.cn-north-4.myhuaweicloud.com/v2/0f/cloudvolumes/9a]',
    );
    expect(code).toBe(0);
    expect(out).toContain('the message names no action');
    expect(out).toContain('Add "evs:volumes:delete" to app.json');
  });

  it('says the same in json', async () => {
    writeFileSync(join(cwd, 'app.json'), POLICY);
    const { out } = await explain("Policy doesn't allow evs:volumes:delete to be performed.", {
      format: 'json',
    });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      refusals: [
        {
          line: 1,
          action: 'evs:volumes:delete',
          because: 'not-allowed',
          actions: [{ action: 'evs:volumes:delete', outcome: 'not-granted', edit: { policy: 'app.json' } }],
        },
      ],
    });
  });

  it('without policies, without a name, and without a refusal says so', async () => {
    const none = await explain("Policy doesn't allow evs:volumes:delete to be performed.");
    expect(none.out).toContain('No policy was found here');
    const silent = await explain('<Error><Code>AccessDenied</Code></Error>');
    expect(silent.code).toBe(1);
    expect(silent.out).toContain('names neither an action nor a call');
    await expect(explain('all is well')).rejects.toThrow('this text tells of no refusal');
  });
});
