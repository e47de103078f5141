import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { loadSyntax } from '../../src/policy/syntax/parse-policy.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { text as lines } from '../text.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());

beforeAll(async () => {
  await Promise.all([loadSyntax('yaml'), loadSyntax('hcl')]);
});

/** The rules that find something of severity error. */
async function errorsIn(path: string, text: string, found = false): Promise<readonly string[]> {
  const { record, errors } = await lintFiles({
    files: [{ path, text, found }],
    config: { ...DEFAULT_CONFIG, preset: 'recommended' },
    loadCatalog: () => Promise.resolve(catalog),
  });
  expect(errors).toEqual([]);
  return record.files.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
  );
}

const statement = (effect: string): string =>
  `{ "Version": "1.1", "Statement": [{ ${effect}, "Action": ["ecs:cloudServers:list"] }] }`;
const resource = (policy: string): string =>
  `resource "huaweicloud_identity_role" "a" {\n  policy = ${policy}\n}\n`;

describe('an Effect that another one of the same name hides is an error:', () => {
  it.each([
    ['in JSON', 'app.json', statement('"Effect": "Deny", "Effect": "Allow"')],
    ['behind an escape', 'app.json', statement('"Effect": "Deny", "Eff\\u0065ct": "Allow"')],
    ['in JSONC', 'app.jsonc', statement('"Effect": "Deny", /* c */ "Effect": "Allow"')],
    [
      'in YAML',
      'app.yaml',
      lines`
        Version: "1.1"
        Statement:
          - Effect: Deny
            Action: ["ecs:cloudServers:list"]
            "Effect": Allow
      `,
    ],
    ['in a heredoc', 'main.tf', resource(`<<EOF\n${statement('"Effect": "Deny", "Effect": "Allow"')}\nEOF`)],
    [
      'in jsonencode',
      'main.tf',
      resource(
        'jsonencode({ Version = "1.1", Statement = [{ Effect = "Deny", "Effect" = "Allow", Action = ["ecs:cloudServers:list"] }] })',
      ),
    ],
    [
      'in a plan',
      'plan.json',
      JSON.stringify({
        format_version: '1.2',
        resource_changes: [
          {
            address: 'huaweicloud_identity_role.a',
            type: 'huaweicloud_identity_role',
            change: { after: { policy: statement('"Effect": "Deny", "Effect": "Allow"') } },
          },
        ],
      }),
    ],
    [
      'a whole list of statements',
      'app.json',
      '{ "Version": "1.1", "Statement": [{ "Effect": "Deny", "Action": ["*:*:*"] }], "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
    ],
  ])('%s', async (_, path, text) => {
    expect(await errorsIn(path, text)).toContain('duplicate-key');
  });

  it('in other letters, which the cloud may read or not', async () => {
    expect(await errorsIn('app.json', statement('"Effect": "Allow", "effect": "Deny"'))).not.toEqual([]);
  });
});

describe('a second document behind the first is seen:', () => {
  const open = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["*:*:*"] }] }';
  const harmless = statement('"Effect": "Allow"');

  it.each([
    ['JSON on the next line', 'app.json', `${harmless}\n${open}`, 'syntax'],
    ['JSON after a thousand lines', 'app.json', `${harmless}${'\n'.repeat(1000)}${open}`, 'syntax'],
    ['JSON behind a NUL', 'app.json', `${harmless}\0${open}`, 'syntax'],
    ['JSON in a heredoc', 'main.tf', resource(`<<EOF\n${harmless}\n${open}\nEOF`), 'syntax'],
    ['a document of YAML', 'app.yaml', `${harmless}\n---\n${open}\n`, 'full-wildcard'],
    ['a document of YAML behind an end', 'app.yaml', `${harmless}\n...\n${open}\n`, 'full-wildcard'],
  ])('%s', async (_, path, text, rule) => {
    expect(await errorsIn(path, text)).toContain(rule);
    expect(await errorsIn(path, text, true)).toContain(rule);
  });
});

describe('characters that look like others are reported:', () => {
  it.each([
    ['a Cyrillic letter', 'ecs:сloudServers:list'],
    ['a Greek letter', 'ecs:clοudServers:list'],
    ['a full-width colon', 'ecs：cloudServers：list'],
    ['a full-width letter', 'ｅcs:cloudServers:list'],
    ['a zero-width space', 'ecs:cloud\u200bServers:list'],
    ['a soft hyphen', 'ecs:cloud\u00adServers:list'],
    ['a word joiner', 'ecs:cloudServers:list\u2060'],
    ['a mark that turns the direction', 'ecs:cloudServers:\u202elist'],
    ['a star of another kind', 'ecs:cloudServers:list∗'],
    ['a NUL', 'ecs:cloudServers:list\0'],
    ['a combining accent', 'ecs:cloudServers:list\u0301'],
    ['a tag character', 'ecs:cloudServers:list\u{e0041}'],
  ])('%s', async (_, action) => {
    expect(
      await errorsIn(
        'app.json',
        JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: [action] }] }),
      ),
    ).not.toEqual([]);
  });

  it.each(['Аllow', 'Allow\u200b', 'ALLOW', 'allow ', 'Ａllow', 'Deny\0'])(
    'the Effect %j is none',
    async (effect) => {
      expect(
        await errorsIn(
          'app.json',
          JSON.stringify({
            Version: '1.1',
            Statement: [{ Effect: effect, Action: ['ecs:cloudServers:list'] }],
          }),
        ),
      ).not.toEqual([]);
    },
  );
});
