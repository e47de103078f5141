import { beforeAll, describe, expect, it } from 'vitest';
import { loadSyntaxFor, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { policyOf } from '../../../src/policy/model/view.js';
import { variantsOf } from '../../../src/policy/model/variants.js';
import { plain } from '../plain.js';

beforeAll(() => loadSyntaxFor('main.tf.json', '{}'));

function read(value: unknown, files: Readonly<Record<string, string>> = {}) {
  const source = typeof value === 'string' ? value : JSON.stringify(value);
  const parsed = parsePolicyText(source, {
    filename: 'main.tf.json',
    surroundings: { read: (path) => (path === './' ? Object.keys(files).join('\n') : files[path]) },
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return { source, roots: parsed.document.body, problems: parsed.problems };
}

const role = (policy: unknown) => ({ resource: { huaweicloud_identity_role: { reader: { policy } } } });
const ENCODED =
  '${jsonencode({ Version = "1.1", Statement = [{ Effect = "Alow", Action = local.actions }] })}';

describe('a Terraform configuration in JSON', () => {
  it('has expressions in its strings, each part at its place', () => {
    const { source, roots } = read({
      ...role(ENCODED),
      locals: { actions: ['ecs:a:b', 'ecs:${var.part}:c'] },
    });
    const [found] = roots;
    expect(found?.address).toBe('huaweicloud_identity_role.reader');
    expect(found && plain(found.value)).toMatchObject({
      Statement: [{ Effect: 'Alow', Action: ['ecs:a:b', { unknown: '"ecs:${var.part}:c"' }] }],
    });
    const statement = found && policyOf(found)?.statements[0];
    expect(source.slice(...(statement?.effectMember?.value.range ?? [0, 0]))).toBe(String.raw`\"Alow\"`);
    expect(source.slice(...(statement?.action?.items[0]?.node.range ?? [0, 0]))).toBe('"ecs:a:b"');
  });

  it('keeps both arms of a conditional', () => {
    const [found] = read(
      role(
        '${var.full ? jsonencode({ Version = "1.1", Statement = [{ Effect = "Alow", Action = ["ecs:*:*"] }] }) : local.small}',
      ),
    ).roots;
    expect(found?.value.type).toBe('Unknown');
    expect(found && variantsOf(found).map(({ value }) => plain(value))).toMatchObject([{ Version: '1.1' }]);
  });

  it('takes locals and values from the other files of the module, in either language', () => {
    const policy =
      '${jsonencode({ Version = "1.1", Statement = [{ Effect = local.effect, Action = var.actions }] })}';
    const [found] = read(role(policy), {
      'locals.tf': 'locals {\n  effect = "Deny"\n}\n',
      'variables.tf.json': '{ "variable": { "actions": { "default": ["ecs:*:get"] } } }',
      'terraform.tfvars.json': '{ "actions": ["ecs:*:list"] }',
    }).roots;
    expect(found && plain(found.value)).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: ['ecs:*:list'] }],
    });
  });

  it('has blocks where a role has statements, also dynamic ones', () => {
    const { roots } = read({
      resource: {
        opentelekomcloud_identity_role_v3: {
          reader: {
            statement: { effect: 'Allow', action: ['ecs:a:b'] },
            dynamic: {
              statement: {
                for_each: ['c'],
                content: [{ effect: 'Deny', action: ['ecs:a:${statement.value}'] }],
              },
            },
          },
        },
      },
    });
    expect(roots.map(({ value }) => plain(value))).toMatchObject([
      { Statement: [{ Effect: 'Allow' }, { Effect: 'Deny', Action: ['ecs:a:c'] }] },
    ]);
  });

  it('holds policies in arguments of modules and in locals, as JSON and as expressions', () => {
    const own = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['ecs:a:b'] }] };
    const { roots } = read({
      module: { team: { source: './team', policy: '${jsonencode(local.own)}' } },
      locals: { own, text: JSON.stringify(own) },
    });
    expect(roots.map(({ address }) => address)).toEqual(['local.own', 'local.text']);
  });

  it('is strict JSON inside its strings, and says what is broken at its place', () => {
    const { problems, source } = read(
      role('{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [] },] }'),
    );
    expect(problems).toMatchObject([{ code: 'trailing-comma' }]);
    expect(source.slice(problems[0]?.offset, problems[0]?.endOffset)).toBe(',');
  });

  it('that holds no policy of Terraform is read as any other JSON', () => {
    const own = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['ecs:a:b'] }] };
    expect(read({ '//': { policies: { reader: own } } }).roots.map(({ address }) => address)).toEqual([
      '/~1~1/policies/reader',
    ]);
  });
});
