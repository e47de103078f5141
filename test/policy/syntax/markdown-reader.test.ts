import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits, replaceValue } from '../../../src/policy/edit/edit.js';
import { loadSyntaxFor, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { syntaxesIn } from '../../../src/policy/syntax/markdown-reader.js';
import { policyOf } from '../../../src/policy/model/view.js';
import { text } from '../../text.js';

const FENCE = '```';
const GUIDE = text`
  # Who may read

  The policy of the reader:

  ${FENCE}json
  {
    "Version": "1.1", // of 2024
    "Statement": [{ "Effect": "Alow", "Action": ["ecs:a:b"] }]
  }
  ${FENCE}

  1. Or as YAML:

     ~~~ yaml
     role:
       policy:
         Version: "1.1"
         Statement:
           - Effect: Alow
             Action: ["ecs:a:b"]
     ~~~

  > ${FENCE}hcl
  > resource "opentelekomcloud_identity_role_v3" "reader" {
  >   statement {
  >     effect = "Alow"
  >     action = ["ecs:a:b"]
  >   }
  > }
  > ${FENCE}

  ${FENCE}python
  Statement = [{"Effect": "Alow"}]
  ${FENCE}

  ${FENCE}
  { "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:*" }] }
  ${FENCE}

  ${FENCE}json
  { "Statement": [ … ] }
  ${FENCE}
`;

function read(source: string) {
  const parsed = parsePolicyText(source, { filename: 'docs/guide.md' });
  if (!parsed.ok) throw new Error('not read');
  return parsed;
}

beforeAll(() => loadSyntaxFor('guide.md', GUIDE));

describe('policies in fenced blocks of Markdown', () => {
  it('have the number of the block as address, and their own places', () => {
    const found = read(GUIDE).document.body.map((root) => {
      const effect = policyOf(root)?.statements[0]?.effectMember?.value;
      return [root.address, effect && GUIDE.slice(...effect.range), effect?.loc.start.line];
    });
    expect(found).toEqual([
      ['block 1', '"Alow"', 8],
      ['block 2: role.policy', 'Alow', 19],
      ['block 3: opentelekomcloud_identity_role_v3.reader', '"Alow"', 26],
      ['block 5', undefined, undefined],
      ['block 6', undefined, undefined],
    ]);
  });

  it('are edited with the margin that their block has', () => {
    const edits = read(GUIDE).document.body.flatMap((root) => {
      const effect = policyOf(root)?.statements[0]?.effectMember?.value;
      return (effect && replaceValue(GUIDE, effect, 'Allow')) ?? [];
    });
    expect(applyEdits(GUIDE, edits)).toBe(
      GUIDE.replaceAll('Alow"', 'Allow"')
        .replace('Effect: Alow', 'Effect: Allow')
        .replace('{"Effect": "Allow"}', '{"Effect": "Alow"}'),
    );
  });

  it('that leave something out are unknown, with the fault at its place', () => {
    const unread = read(GUIDE).document.body.at(-1)?.value;
    expect(unread).toMatchObject({ type: 'Unknown', loc: { start: { line: 40 } } });
    expect(unread?.type === 'Unknown' && unread.why).toMatch(/^the block 6 cannot be read: Unexpected “…”/);
  });

  it('are never a fault of the text: a block that is not closed ends with it', () => {
    const open = `- ${FENCE}json\n  { "Version": "1.1",\n    "Statement": [{ "Effect": "Allow" }] }\n`;
    expect(read(open).document.body).toHaveLength(1);
    expect(read(`${FENCE}json\n`).document.body).toEqual([]);
  });
});

describe('which syntaxes a text needs', () => {
  it('is told by the blocks that speak of a statement', () => {
    expect([...syntaxesIn(GUIDE)]).toEqual(['jsonc', 'yaml', 'hcl']);
    expect([...syntaxesIn('A Statement.\n\n```yaml\na: 1\n```\n')]).toEqual([]);
    expect([...syntaxesIn('Inline ```json "Statement"``` code.\n')]).toEqual([]);
  });

  it('takes a time that grows with the text only', () => {
    const many = '```json\n{ "Statement": 1 }\n```\n'.repeat(20_000);
    expect(syntaxesIn(many).size).toBe(1);
    expect(read('> '.repeat(50_000)).document.body).toEqual([]);
  }, 20_000);
});
