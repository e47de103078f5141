import { beforeAll, describe, expect, it } from 'vitest';
import {
  addAction,
  applyEdits,
  removeAction,
  renameKey,
  replaceAction,
  replaceValue,
} from '../../../src/policy/edit/edit.js';
import type { TextEdit } from '../../../src/policy/edit/edit.js';
import type { Statement } from '../../../src/policy/model/policy.js';
import { policyOf } from '../../../src/policy/model/view.js';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import { text } from '../../text.js';
import { plain, roots } from '../plain.js';

beforeAll(() => loadSyntax('yaml'));

/** What a file reads after an edit of the first statement of its policy, and the actions that the policy then has. */
function edited(
  source: string,
  syntax: 'json' | 'yaml',
  edit: (source: string, statement: Statement) => TextEdit[] | undefined,
) {
  const [statement] = roots(source, syntax).flatMap((root) => policyOf(root)?.statements ?? []);
  const edits = statement && edit(source, statement);
  if (edits === undefined) return undefined;
  const after = applyEdits(source, edits);
  return { after, values: roots(after, syntax).map(({ value }) => plain(value)) };
}

const drop = (source: string, statement: Statement) => {
  const [element] = statement.action?.items ?? [];
  const [root] = roots(source, source.trimStart().startsWith('{') ? 'json' : 'yaml');
  const policy = root && policyOf(root);
  const own = policy?.statements[0];
  const same = own?.action?.items[0];
  return element && policy && own && same ? removeAction(source, policy, own, same) : undefined;
};

describe('a policy inside a string is edited as the string writes it', () => {
  it('in a JSON string, with its quotation marks escaped', () => {
    const source = String.raw`{ "policy_document": "{\"Version\":\"5.0\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"ecs:a:b\", \"ecs:a:c\"]}]}" }`;
    expect(edited(source, 'json', drop)?.after).toBe(source.replace(String.raw`\"ecs:a:b\", `, ''));
    expect(edited(source, 'json', (whole, statement) => addAction(whole, statement, 'ecs:a:d'))?.after).toBe(
      source.replace(String.raw`\"ecs:a:c\"`, String.raw`\"ecs:a:c\", \"ecs:a:d\"`),
    );
  });

  it('in lines of a JSON string', () => {
    const source = String.raw`{ "policy_document": "{\n  \"Version\": \"5.0\",\n  \"Statement\": [\n    {\n      \"Effect\": \"Allow\",\n      \"Action\": [\n        \"ecs:a:b\",\n        \"ecs:a:c\"\n      ]\n    }\n  ]\n}" }`;
    expect(edited(source, 'json', drop)?.after).toBe(source.replace(String.raw`        \"ecs:a:b\",\n`, ''));
  });

  it('in a block of a YAML file, with its margin', () => {
    const source = text`
      data:
        reader.json: |-
          {
            "Version": "1.1",
            "Statement": [
              {
                "Effect": "Allow",
                "Action": [
                  "ecs:a:b"
                ]
              }
            ]
          }
        other: x
    `;
    const added = edited(source, 'yaml', (whole, statement) => addAction(whole, statement, 'ecs:a:c'));
    expect(added?.after).toBe(
      source.replace('            "ecs:a:b"\n', '            "ecs:a:b",\n            "ecs:a:c"\n'),
    );
    expect(added?.values).toMatchObject([{ Statement: [{ Action: ['ecs:a:b', 'ecs:a:c'] }] }]);
  });

  it('in single quotation marks, where it stays in one line', () => {
    const source = `policy: '{ "Version": "1.1", "Statement": [{ "effect": "Allow", "Action": ["ecs:a:b"] }] }'\n`;
    expect(
      edited(
        source,
        'yaml',
        (whole, { effectMember }) => effectMember && renameKey(whole, effectMember, "Eff'ect"),
      )?.after,
    ).toBe(source.replace('"effect"', `"Eff''ect"`));
    expect(
      edited(source, 'yaml', (whole, statement) => {
        const [element] = statement.action?.items ?? [];
        return element && replaceAction(whole, statement, element, ['ecs:a:c', 'ecs:a:d']);
      })?.after,
    ).toBe(source.replace('["ecs:a:b"]', '["ecs:a:c", "ecs:a:d"]'));
  });

  it('as YAML in a block of a YAML file', () => {
    const source = text`
      data:
        reader.yaml: |
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:a:b
                - ecs:a:c
    `;
    expect(edited(source, 'yaml', drop)?.after).toBe(source.replace('          - ecs:a:b\n', ''));
  });
});

describe('it is not edited', () => {
  it.each([
    [
      'in a folded block, whose lines are one',
      `policy: >\n  { "Version": "1.1",\n  "Statement": [{ "Effect": "Alow", "Action": ["ecs:a:b"] }] }\n`,
    ],
    [
      'in a string inside a string',
      JSON.stringify({
        a: JSON.stringify({ b: '{"Version":"1.1","Statement":[{"Effect":"Alow","Action":["ecs:a:b"]}]}' }),
      }),
    ],
    [
      'where it spans lines in quotation marks',
      `policy: '{ "Version": "1.1",\n  "Statement": [{ "Effect": "Alow", "Action": ["ecs:a:b"] }] }'\n`,
    ],
  ])('%s', (_, source) => {
    const [root] = roots(source, 'yaml');
    const effect = root && policyOf(root)?.statements[0]?.effectMember;
    expect(effect).toBeDefined();
    expect(effect && replaceValue(source, effect.value, 'Allow')).toBeUndefined();
  });

  it('has its place all the same, in a folded block', () => {
    const source = `policy: >\n  { "Version": "1.1",\n  "Statement": [{ "Effect": "Alow", "Action": ["ecs:a:b"] }] }\n`;
    const [root] = roots(source, 'yaml');
    expect(root && policyOf(root)?.statements[0]?.effectMember?.value.loc.start).toMatchObject({
      line: 3,
      column: 29,
    });
  });
});
