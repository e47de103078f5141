import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { DiffOptions } from '../../../src/commands/diff/diff-options.js';
import { run } from '../../../src/commands/diff/diff.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

/** Statements as JSON, in a policy of a version. */
function policy(statements: readonly object[], version = '1.1'): string {
  return JSON.stringify({ Version: version, Statement: statements }, null, 1);
}

const allow = (...actions: readonly string[]) => ({ Effect: 'Allow', Action: actions });
const deny = (...actions: readonly string[]) => ({ Effect: 'Deny', Action: actions });
const mfa = { Condition: { Bool: { 'g:MFAPresent': ['true'] } } };

describe('a difference of two policies', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'policy-diff-'));

  afterAll(() => {
    rmSync(cwd, { recursive: true });
  });

  async function diff(old: string, now: string, options: Partial<DiffOptions> = {}) {
    writeFileSync(join(cwd, 'old.json'), old);
    writeFileSync(join(cwd, 'new.json'), now);
    const io = memoryIo(cwd);
    const code = await run(io, { old: 'old.json', new: 'new.json', paths: [], format: 'text', ...options });
    return { code, out: io.out() };
  }

  it.each([
    [
      'a Deny of a service without a catalog goes',
      [allow('*:*:*'), deny('dds:*:*', 'waf:*:*')],
      [allow('*:*:*')],
    ],
    [
      'a Deny is narrowed',
      [allow('waf:*:*'), deny('*:*:delete*')],
      [allow('waf:*:*'), deny('ecs:*:delete*')],
    ],
    ['a Condition goes', [{ ...allow('waf:*:*'), ...mfa }], [allow('waf:*:*')]],
    ['a Resource goes', [{ ...allow('waf:*:*'), Resource: ['waf:*:*:instance:x'] }], [allow('waf:*:*')]],
    ['a Deny of an unknown action goes', [allow('*:*:*'), deny('ims:images:newThing')], [allow('*:*:*')]],
    ['a wildcard takes in an unknown action', [allow('ims:images:newThing')], [allow('ims:*:*')]],
    [
      'a NotAction names less',
      [{ Effect: 'Allow', NotAction: ['dds:*:*', 'iam:*:*'] }],
      [{ Effect: 'Allow', NotAction: ['iam:*:*'] }],
    ],
  ] as const)(
    'is wider where %s, and narrower the other way round, in both generations',
    async (_, before, after) => {
      for (const version of ['1.1', '5.0']) {
        const wider = await diff(policy(before, version), policy(after, version));
        expect(wider).toMatchObject({
          code: 1,
          out: expect.stringMatching(
            /^old\.json → new\.json: wider\n {2}\+ .*\(new\.json:\d+\)\n$/,
          ) as string,
        });
        const narrower = await diff(policy(after, version), policy(before, version));
        expect(narrower).toMatchObject({ code: 0, out: expect.stringContaining('narrower\n  - ') as string });
        expect(await diff(policy(after, version), policy(after, version))).toEqual({
          code: 0,
          out: 'old.json → new.json: same\n',
        });
      }
    },
  );

  it('of service control policies sees that a Deny was lifted', async () => {
    const before = policy([allow('*'), { ...deny('ecs:*:delete*'), Resource: ['*'] }], '5.0');
    const after = policy([allow('*'), { ...deny('ecs:*:delete*'), Resource: ['*'], ...mfa }], '5.0');
    expect((await diff(before, after)).out).toContain(': wider');
  });

  it('is incomparable where each allows something of its own, with a request for each direction, in every format', async () => {
    const [old, now] = [policy([allow('waf:a:b')]), policy([{ ...allow('waf:c:d'), ...mfa }])];
    expect(await diff(old, now)).toEqual({
      code: 1,
      out: text`
        old.json → new.json: incomparable
          + allowed by the new one only: waf:c:d on waf:region:account:type:name with g:MFAPresent = true (new.json:4)
          - allowed by the old one only: waf:a:b on waf:region:account:type:name (old.json:4)
      `,
    });
    expect(JSON.parse((await diff(old, now, { format: 'json' })).out)).toEqual({
      version: 1,
      policies: [
        {
          old: 'old.json',
          new: 'new.json',
          direction: 'incomparable',
          undecided: {},
          gained: {
            action: 'waf:c:d',
            resource: 'waf:region:account:type:name',
            context: { 'g:MFAPresent': ['true'] },
            policy: 'new.json',
            line: 4,
          },
          lost: {
            action: 'waf:a:b',
            resource: 'waf:region:account:type:name',
            context: {},
            policy: 'old.json',
            line: 4,
          },
        },
      ],
    });
    expect((await diff(old, now, { format: 'markdown' })).out).toContain(
      '`old.json → new.json`: **incomparable**',
    );
  });

  it('that cannot be decided says what stopped it, and is no clean one', async () => {
    const unknown = { ...allow('iam:*:*'), Condition: { Perhaps: { 'g:UserId': ['1'] } } };
    const { code, out } = await diff(policy([allow('ecs:*:*')]), policy([allow('ecs:*:*'), unknown]));
    expect([code, out]).toEqual([
      1,
      'old.json → new.json: not decided\n  ~ whether the new one allows more is not decided: Perhaps\n',
    ]);
  });

  it('of files with several policies pairs them by their addresses', async () => {
    const resource = (name: string, action: string): string => text`
      resource "huaweicloud_identity_policy" "${name}" {
        policy_document = jsonencode({
          Version   = "5.0"
          Statement = [{ Effect = "Allow", Action = ["${action}"] }]
        })
      }
    `;
    writeFileSync(join(cwd, 'a.tf'), resource('one', 'ecs:*:*') + resource('two', 'vpc:*:*'));
    writeFileSync(join(cwd, 'b.tf'), resource('one', 'ecs:*:list*') + resource('three', 'vpc:*:*'));
    const { out } = await diff('', '', { old: 'a.tf', new: 'b.tf' });
    expect(out.split('\n').filter((line) => line.startsWith('a.tf') || line.startsWith('–'))).toEqual([
      'a.tf#huaweicloud_identity_policy.one → b.tf#huaweicloud_identity_policy.one: narrower',
      'a.tf#huaweicloud_identity_policy.two → –: narrower',
      '– → b.tf#huaweicloud_identity_policy.three: wider',
    ]);
    const single = await diff('', '', {
      old: 'a.tf#huaweicloud_identity_policy.two',
      new: 'b.tf#huaweicloud_identity_policy.three',
    });
    expect(single.out).toContain(': same\n');
  });

  it('refuses a file that holds none beside one that does, and paths besides', async () => {
    const some = policy([allow('ecs:*:*')]);
    await expect(diff(some, '{}')).rejects.toThrow('no policy to compare');
    await expect(diff('{}', some)).rejects.toThrow('no policy to compare');
    await expect(diff(some, some, { paths: ['app.json'] })).rejects.toThrow('with each other alone');
    await expect(diff(some, '{ "Statement": [')).rejects.toMatchObject({ code: 'file' });
  });
});
