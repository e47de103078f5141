import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/explain/explain.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

describe('explain of one request', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'request-'));
  writeFileSync(
    join(cwd, 'app.json'),
    text`
      {
        "Version": "1.1",
        "Statement": [
          { "Effect": "Allow", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:data/*"] },
          { "Effect": "Deny", "Action": ["obs:object:*"], "Condition": { "NotIpAddress": { "g:SourceIp": ["10.0.0.0/8"] } } },
          { "Effect": "Allow", "Action": ["iam:users:*"], "Condition": { "Perhaps": { "g:UserId": ["1"] } } }
        ]
      }
    `,
  );
  writeFileSync(
    join(cwd, 'other.json'),
    '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
  );

  afterAll(() => {
    rmSync(cwd, { recursive: true });
  });

  async function explained(
    queries: readonly string[],
    format: 'text' | 'json' = 'text',
    policies = ['app.json'],
  ) {
    const io = memoryIo(cwd);
    expect(await run(io, { queries, format, policies })).toBe(0);
    return io.out();
  }

  it('says which statement allows it, denies it, or that none does', async () => {
    const action = 'obs:object:GetObject';
    expect(await explained([action, 'obs:a:b:object:data/x', 'g:SourceIp=10.1.2.3'])).toBe(
      'obs:object:GetObject on obs:a:b:object:data/x with g:SourceIp=10.1.2.3\n  Allowed by the statement at app.json:4.\n',
    );
    expect(await explained([action, 'obs:a:b:object:data/x', 'G:sourceIP=192.0.2.1'])).toContain(
      'Denied by the statement at app.json:5.',
    );
    expect(await explained([action, 'obs:a:b:object:other/x', 'g:SourceIp=10.1.2.3'])).toContain(
      'Refused: no statement allows it.',
    );
    expect(await explained(['iam:users:listUsers', 'iam:a:b:user:x'])).toContain(
      'Nobody can say: the statement at app.json:6 is only known in part.',
    );
  });

  it('takes the JSON of a witness, alone or as part of a finding', async () => {
    const witness = {
      action: 'obs:object:GetObject',
      resource: 'obs:a:b:object:data/x',
      context: { 'g:SourceIp': ['192.0.2.1'] },
    };
    for (const query of [witness, { witness }]) {
      expect(JSON.parse(await explained([JSON.stringify(query)], 'json'))).toEqual({
        version: 1,
        request: { ...witness, context: { 'g:sourceip': ['192.0.2.1'] } },
        together: { outcome: 'denied', by: { policy: 'app.json', file: 'app.json', line: 5 } },
        policies: [
          { policy: 'app.json', outcome: 'denied', by: { policy: 'app.json', file: 'app.json', line: 5 } },
        ],
        silent: 0,
      });
    }
  });

  it('of several policies says what each makes of it', async () => {
    expect(await explained(['ecs:servers:list', 'ecs:a:b:server:x'], 'text', [])).toBe(
      text`
        ecs:servers:list on ecs:a:b:server:x
          Allowed by the statement at other.json:1.
          other.json by itself: allowed at other.json:1
          1 other policy says nothing of it
      `,
    );
  });

  it.each([
    [['ecs:servers:list', 'g:SourceIp=10.0.0.1'], 'Write a resource'],
    [['ecs:servers:list', 'ecs:a:b:server:x', 'sourceip'], 'no condition key with a value'],
    [['{ "action": 7 }'], 'this is no request'],
    [['{ no json'], 'this is no request'],
  ])('refuses %j', async (queries, message) => {
    await expect(run(memoryIo(cwd), { queries, format: 'text', policies: [] })).rejects.toThrow(message);
  });

  it('asks for policies where there are none', async () => {
    await expect(
      run(memoryIo('test/wording'), { queries: ['ecs:servers:list', 'ecs:a:b:server:x'], format: 'text' }),
    ).rejects.toThrow('no policy of an identity');
  });
});
