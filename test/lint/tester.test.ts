import { describe, expect, it } from 'vitest';
import { createRule } from '../../src/lint/rule.js';
import { testRule, unmark } from '../../src/lint/tester.js';
import type { RuleCases } from '../../src/lint/tester.js';
import { text } from '../text.js';

const meta = {
  type: 'suggestion',
  docs: { description: 'Sids in capitals', category: 'validity', recommended: 'warning', sources: ['x'] },
  messages: {
    sid: 'The Sid "{sid}" has capitals; write it in lower case.',
    lower: 'Write it in lower case.',
  },
  fixable: true,
  hasSuggestions: true,
} as const;
const lowerSid = (edit: (sid: string) => string) =>
  createRule({
    id: 'lower-sid',
    meta,
    create: (context) => ({
      statement({ sid }) {
        if (sid === undefined || sid.value === sid.value.toLowerCase()) return;
        const edits = [{ range: sid.range, text: JSON.stringify(edit(sid.value)) }];
        context.report({
          at: sid,
          messageId: 'sid',
          data: { sid: sid.value },
          fix: edits,
          suggest: [{ messageId: 'lower', edits }],
        });
      },
    }),
  });

const json = (sid: string) =>
  `{ "Version": "5.0", "Statement": [{ "Sid": ${sid}, "Effect": "Allow", "Action": ["ecs:a:b"] }] }`;
const yaml = (sid: string) =>
  text`
    Version: "5.0"
    Statement:
      - Sid: ${sid}
        Effect: Allow
        Action: ["ecs:a:b"]
  `;
const cases: RuleCases = {
  valid: [{ name: 'lower case', json: json('"a"') }],
  invalid: [
    {
      name: 'capitals',
      json: json('«"A"»'),
      yaml: yaml('«"A"»'),
      errors: ['sid'],
      fixed: { json: json('"a"'), yaml: yaml('"a"') },
    },
  ],
};

/** The names of the tests that fail, with their first line. */
async function failures(rule: ReturnType<typeof lowerSid>, given: RuleCases): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> | void }[] = [];
  testRule(rule, given, {
    describe: (_, body) => {
      body();
    },
    it: (name, body) => tests.push({ name, body }),
  });
  const failed: string[] = [];
  for (const { name, body } of tests) {
    try {
      await body();
    } catch (error) {
      failed.push(`${name}: ${String(error).split('\n')[0] ?? ''}`);
    }
  }
  return failed;
}

const lower = lowerSid((sid) => sid.toLowerCase());
const [capitals] = cases.invalid;
const invalid = (change: Partial<RuleCases['invalid'][number]>): RuleCases => ({
  ...cases,
  invalid: [{ ...capitals, name: 'capitals', errors: ['sid'], ...change }],
});

describe('the tester', () => {
  it('passes a rule that does what its cases say', async () => {
    expect(await failures(lower, cases)).toEqual([]);
  });

  it.each([
    ['a span that is too wide', invalid({ json: json('«"A",» ') }), 'the findings are those that are marked'],
    [
      'a finding that is not marked',
      invalid({ json: json('"A"'), errors: [] }),
      'the findings are those that are marked',
    ],
    ['another message', invalid({ errors: ['lower'] }), 'the findings are those that are marked'],
    ['a fix that is not told of', invalid({ fixed: {} }), 'the policy after all safe fixes'],
    [
      'data that differ',
      invalid({ errors: [{ messageId: 'sid', data: { sid: 'B' } }] }),
      'strictly deep-equal',
    ],
    [
      'suggestions that are not told of',
      invalid({ errors: [{ messageId: 'sid', suggestions: [] }] }),
      'what the suggestions make',
    ],
  ])('fails on %s', async (_, given, message) => {
    expect((await failures(lower, given)).join()).toContain(message);
  });

  it('fails on a fix that has to be made again and again', async () => {
    const growing = lowerSid((sid) => `${sid}X`);
    expect((await failures(growing, cases)).join()).toContain('the policy after all safe fixes');
  });

  it('demands a wrong case in each syntax and a right one', async () => {
    expect(await failures(lower, { valid: [], invalid: [] })).toEqual([
      expect.stringContaining('no valid case'),
    ]);
    expect(
      await failures(lower, {
        ...cases,
        invalid: [{ name: 'capitals', json: json('«"A"»'), errors: ['sid'], fixed: { json: json('"a"') } }],
      }),
    ).toEqual([expect.stringContaining('no invalid case in YAML')]);
  });
});

describe('marks', () => {
  it('give the span of what they enclose, nested and empty ones too', () => {
    expect(unmark('a«b\n«c»d»«»')).toEqual({ text: 'ab\ncd', spans: ['1:2-2:3', '2:1-2:2', '2:3-2:3'] });
  });

  it('that are not closed are a mistake', () => {
    expect(() => unmark('«')).toThrow('without its »');
    expect(() => unmark('»')).toThrow('without its «');
  });
});
