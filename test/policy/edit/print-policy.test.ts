import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import type { Plain } from '../../../src/policy/edit/print-policy.js';
import { printJsonLine, printPolicy, printYaml, yamlString } from '../../../src/policy/edit/print-policy.js';
import { plain, root } from '../plain.js';

beforeAll(() => loadSyntax('yaml'));

const strings = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '*',
    '*:*:*',
    'ecs:*:get*',
    'no',
    '1.1',
    '2016-09-07',
    'a: b',
    'a #b',
    "it's",
    'a\nb',
    '',
    ' ',
    'ends:',
    '- x',
    '!tag',
    '&a',
    '~',
    'null',
    '{{ x }}',
    'true',
  ),
);
const data: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    strings,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      strings.filter((name) => name !== '__proto__'),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value;

describe('what is printed is read back as it was', () => {
  it('as JSON and as YAML, in lines and in one', () => {
    fc.assert(
      fc.property(data, (value) => {
        const holder = { value };
        expect(plain(root(printPolicy(holder, 'json')).value)).toEqual(holder);
        expect(plain(root(printJsonLine(holder)).value)).toEqual(holder);
        expect(plain(root(printPolicy(holder, 'yaml'), 'yaml').value)).toEqual(holder);
      }),
      { numRuns: 1000 },
    );
  });

  it('strings in YAML, in every style and place', () => {
    fc.assert(
      fc.property(strings, fc.constantFrom('' as const, "'" as const, '"' as const), (value, quote) => {
        expect(
          plain(root(`a: ${yamlString(value, quote)}\nb: [${yamlString(value, quote)}, x]\n`, 'yaml').value),
        ).toEqual({ a: value, b: [value, 'x'] });
      }),
      { numRuns: 2000 },
    );
  });

  it('looks as a person would write it', () => {
    const policy = {
      Version: '1.1',
      Statement: [{ Effect: 'Allow', Action: ['ecs:servers:list', '*:*:*'] }],
    };
    expect(printYaml(policy)).toBe(
      'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:servers:list\n      - "*:*:*"',
    );
    expect(printJsonLine(policy)).toBe(
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:servers:list", "*:*:*"] }] }',
    );
  });
});
