import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ValueNode } from '../../src/policy/model/ast.js';
import { loadSyntax, parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { plain, policy, root, roots } from './plain.js';
import { text as written } from '../text.js';

beforeAll(() => loadSyntax('yaml'));

const problems = (text: string): string[] =>
  parsePolicyText(text, { syntax: 'yaml' }).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

describe('reading YAML', () => {
  it('reads what the yaml library writes, to the same value', () => {
    // Through JSON once, which knows no -0: YAML would keep it.
    const documents = fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 })
      .map((value) => JSON.parse(JSON.stringify(value)) as object);
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom('BLOCK_LITERAL' as const, 'QUOTE_DOUBLE' as const),
        (value, type) => {
          expect(
            plain(
              root(stringify(value, { defaultStringType: type === 'BLOCK_LITERAL' ? 'PLAIN' : type }), 'yaml')
                .value,
            ),
          ).toEqual(value);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives strings the range of their token, whatever the style', () => {
    const text = written`
      a:
        - plain # c
        - "dou\\tble"
        - 'single'
        - >-
          folded
          text

      # c
        - [x, y]
    `;
    const strings: string[] = [];
    const walk = (node: ValueNode): void => {
      if (node.type === 'String') strings.push(text.slice(...node.range));
      if (node.type === 'Array') node.elements.forEach(walk);
      if (node.type === 'Object') for (const member of node.members) walk(member.value);
    };
    const { value } = root(text, 'yaml');
    walk(value);
    expect(strings).toEqual(['plain', '"dou\\tble"', "'single'", '>-\n    folded\n    text', 'x', 'y']);
    expect(text.slice(...value.range)).toBe(text.trimEnd());
  });

  it('keeps the text of numbers, so that an unquoted version is still known', () => {
    expect(
      policy(
        written`
          Version: 5.0
          Statement:
          - Effect: Allow
            Action: ["*"]
        `,
        'yaml',
      ),
    ).toMatchObject({
      kind: 'identity-policy',
      version: undefined,
      versionMember: { value: { type: 'Number', value: 5, raw: '5.0' } },
    });
  });

  it('makes each document of a stream a root of its own, empty ones none', () => {
    expect(
      roots(
        written`
          ---
          a: 1
          ---
          # nothing
          ---
          b: 2
          ...
        `,
        'yaml',
      ).map(({ address, value }) => [address, plain(value)]),
    ).toEqual([
      ['1', { a: 1 }],
      ['2', { b: 2 }],
    ]);
    expect(roots('---\na: 1\n', 'yaml').map(({ address }) => address)).toEqual([undefined]);
  });

  it('finds comments, and none inside strings', () => {
    const text = written`
      # one
      a: "# no" # two
      b: |
        # no
    `;
    const result = parsePolicyText(text, { syntax: 'yaml' });
    expect(result.ok && result.comments.map(({ value, range }) => [value, text.slice(...range)])).toEqual([
      [' one', '# one'],
      [' two', '# two'],
    ]);
  });

  it('follows aliases and merge keys, and marks what is written elsewhere', () => {
    const text = written`
      list: &list [a, b]
      use: *list
      base: &base { x: 1, y: 2 }
      more:
        <<: *base
        y: 3
    `;
    const { value } = root(text, 'yaml');
    expect(plain(value)).toEqual({
      list: ['a', 'b'],
      use: ['a', 'b'],
      base: { x: 1, y: 2 },
      more: { y: 3, x: 1 },
    });
    const members = value.type === 'Object' ? value.members : [];
    expect(members.map(({ value: { shared } }) => shared)).toEqual([true, true, true, undefined]);
    expect(text.slice(...(members[1]?.value.range ?? [0, 0]))).toBe('*list');
  });

  it("takes tags of somebody else's tool for values that only it knows", () => {
    expect(plain(root('a: !Ref name\nb: !!str 1.1\n', 'yaml').value)).toEqual({
      a: { unknown: '!Ref name' },
      b: '1.1',
    });
  });
});

describe('a mistake in YAML is named with its place and its remedy', () => {
  it.each([
    [
      'an empty file',
      '# nothing\n',
      ['1:1 Unexpected end of the file, expected a YAML value; the file is empty'],
    ],
    [
      'a wildcard without quotes',
      'a:\n  - *\n',
      ['2:5 Unexpected “*”, which starts an alias in YAML, expected a string; put it in quotes: "*"'],
    ],
    [
      'an action of wildcards without quotes',
      'a:\n  - *:*:*\n',
      [
        '2:5 Unexpected “*:*:*”, which is an alias in YAML and no anchor has its name, expected a string; put it in quotes: "*:*:*"',
      ],
    ],
    [
      'a tab as indentation',
      'a:\n\tb: 1\n',
      ['2:1 Unexpected tab as indentation, expected spaces; replace it'],
    ],
    [
      'an alias inside its own anchor',
      'a: &a [*a]\n',
      ['1:8 Unexpected alias “*a” inside its own anchor, expected a value; write the value out'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each(['[', '- ', '{"a":\n'])(
    'nesting thousands deep with %j is refused with a place, not a stack overflow',
    (opening) => {
      expect(problems(opening.repeat(5000))).toEqual([
        expect.stringContaining('Nested deeper than 1000 levels'),
      ]);
    },
  );

  it('refuses an alias bomb', () => {
    const lines = Array.from(
      { length: 9 },
      (_, level) =>
        `l${level}: &l${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*l${level - 1}`)).join(', ')}]`,
    );
    expect(problems(lines.join('\n'))).toEqual([
      expect.stringContaining('Unexpected number of values behind aliases'),
    ]);
  });

  it('never throws, whatever the text', () => {
    const shreds = fc.array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '&x',
        '*x',
        '|',
        '>',
        '"',
        "'",
        '#',
        '!t',
        '!!str',
        '<<',
        '---',
        '?',
        ',',
        '\t',
        '%',
        '\0',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        shreds.map((parts) => parts.join('')),
        (text) => {
          expect(() => parsePolicyText(text, { syntax: 'yaml' })).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
