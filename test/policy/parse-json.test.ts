import { parse as momoa } from '@humanwhocodes/momoa';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueNode } from '../../src/policy/model/ast.js';
import { parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { plain, root, roots } from './plain.js';

const problems = (text: string, syntax: 'json' | 'jsonc' = 'json'): string[] =>
  parsePolicyText(text, { syntax }).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

const readable = (text: string): boolean => parsePolicyText(text, { syntax: 'jsonc' }).ok;

const succeeds = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch {
    return false;
  }
};

describe('reading JSON', () => {
  it('reads what JSON.parse reads, to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plain(root(text).value)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts without a word exactly what JSON.parse accepts, reads nothing that momoa refuses, and never throws', () => {
    const shreds = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"',
        '\\',
        '\\u00e9',
        'true',
        'null',
        '-',
        '1',
        '01',
        '1.5e3',
        ' ',
        '\n',
        '\r\n',
        '// c\n',
        '/* c */',
        '/',
        'x',
        '，',
        '\0',
        '\u00a0',
        '“',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        shreds.map((parts) => parts.join('')),
        (text) => {
          const result = parsePolicyText(text, { syntax: 'json' });
          expect(result.ok && result.problems.length === 0).toBe(succeeds(() => JSON.parse(text)));
          if (result.ok)
            expect(momoa(text, { mode: 'jsonc', allowTrailingCommas: true }).type).toBe('Document');
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('gives every node the range of its text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = `\r\n ${JSON.stringify(value, null, 1).replaceAll('\n', '\r\n')}\n`;
        const check = (node: ValueNode): void => {
          expect(JSON.parse(text.slice(...node.range))).toEqual(plain(node));
          for (const [index, position] of [node.loc.start, node.loc.end].entries()) {
            const before = text.slice(0, node.range[index]);
            expect(position).toEqual({
              line: before.split('\n').length,
              column: before.length - before.lastIndexOf('\n'),
              offset: node.range[index],
            });
          }
          if (node.type === 'Array') node.elements.forEach(check);
          if (node.type === 'Object') {
            for (const member of node.members) {
              check(member.name);
              check(member.value);
              expect(member.range).toEqual([member.name.range[0], member.value.range[1]]);
            }
          }
        };
        check(root(text).value);
      }),
    );
  });

  it('counts columns in UTF-16 units, also behind astral characters', () => {
    const value = root('["𝒳", "b"]').value;
    expect(value.type === 'Array' && value.elements.map(({ loc }) => loc.start.column)).toEqual([2, 8]);
  });

  it('spans the whole text, a byte order mark and line ends included', () => {
    const text = '\ufeff{}\r\n';
    const result = parsePolicyText(text, { filename: 'a.json' });
    expect(result.ok && result.document.range).toEqual([0, text.length]);
    expect(result.ok && result.document.loc.end).toEqual({ line: 2, column: 1, offset: text.length });
  });

  it('keeps duplicate keys and harmless odd ones', () => {
    expect(plain(root('{"a":1,"a":2}').value)).toEqual([
      ['a', 1],
      ['a', 2],
    ]);
    const odd = root('{"__proto__":1,"constructor":2}').value;
    expect(odd.type === 'Object' && odd.members.map(({ name }) => name.value)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });

  it('reads over comments and trailing commas, and says so where the file promises strict JSON', () => {
    const text = '{ // why\n "a": [1, 2,], /* b */ }';
    expect(problems(text)).toEqual([
      '1:3 Unexpected comment, expected none in JSON; remove it or name the file .jsonc',
      '2:12 Unexpected comma behind the last item, expected none in JSON; remove it',
      '2:14 Unexpected comma behind the last item, expected none in JSON; remove it',
      '2:16 Unexpected comment, expected none in JSON; remove it or name the file .jsonc',
    ]);
    expect(problems(text, 'jsonc')).toEqual([]);
    expect(roots(text)).toHaveLength(1);
  });

  it('finds comments with their places', () => {
    const text = '{}// a\r\n/* b\n*/';
    const result = parsePolicyText(text, { syntax: 'jsonc' });
    expect(
      result.ok && result.comments.map(({ type, value, range }) => [type, value, text.slice(...range)]),
    ).toEqual([
      ['Line', ' a', '// a'],
      ['Block', ' b\n', '/* b\n*/'],
    ]);
  });
});

describe('a mistake in JSON is named with its place and its remedy', () => {
  it.each([
    ['an empty file', '', ['1:1 Unexpected end of the file, expected a JSON value; the file is empty']],
    ['a missing comma', '{"a":[\n"b"\n"c"]}', ['3:1 Unexpected "c", expected “,” before it; add a comma']],
    [
      'a full-width comma',
      '{"a":["b"，"c"]}',
      ['1:10 Unexpected full-width comma “，”, expected “,”; replace it'],
    ],
    ['a full-width colon', '{"a"：1}', ['1:5 Unexpected full-width colon “：”, expected “:”; replace it']],
    [
      'curly quotation marks',
      '{“a”:1}',
      ['1:2 Unexpected curly quotation mark ““”, expected “"”; replace it'],
    ],
    [
      'a no-break space',
      '{"a":\u00a01}',
      ['1:6 Unexpected no-break space (U+00A0), expected a plain space; replace it'],
    ],
    [
      'a missing brace',
      '{"a":{"b":[1]\n',
      ['2:1 Unexpected end of the file, expected “}}”; the “{” of line 1 is not closed'],
    ],
    ['a brace for a bracket', '{"a":[1}', ['1:8 Unexpected “}”, expected “]” for the “[” of line 1']],
    ['a bracket for a brace', '[{"a":1], 2]', ['1:8 Unexpected “]”, expected “}” for the “{” of line 1']],
    [
      'one brace too many',
      '{"a":1}}',
      [
        '1:8 Unexpected “}” behind the end of the value, expected the end of the file; remove it or open it before',
      ],
    ],
    [
      'a second document',
      '{}\n{}',
      [
        '2:1 Unexpected text behind the end of the value, expected the end of the file; one file holds one JSON value',
      ],
    ],
    [
      'members in a list',
      '["Effect": "Deny", "Action": []]',
      ['1:10 Unexpected “:” in a list, expected an object; put { and } around the members'],
    ],
    [
      'a string without an end',
      '{"a": "b,\n"c": 1}',
      [
        '1:7 Unexpected end of the line inside a string, expected a closing quotation mark; add it, or write \\n for a line break',
      ],
    ],
    [
      'a string over several lines',
      '["\n a:b:c\n"]',
      [
        '1:2 Unexpected line break inside a string, expected a closing quotation mark; write one string a line',
      ],
    ],
    ['a name without quotes', '{a: 1}', ['1:2 Unexpected a, expected a name in double quotes; write "a"']],
    ['Python words', '{"a": True}', ['1:7 Unexpected True, expected true']],
    [
      'a bad escape',
      '["\\d"]',
      [
        '1:3 Unexpected escape “\\d”, expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u; write \\\\ for a backslash',
      ],
    ],
    [
      'a tab inside a string',
      '["a\tb"]',
      ['1:4 Unexpected tab inside a string, expected an escape; write \\t'],
    ],
    [
      'a NUL character',
      '{\0\0',
      ['1:2 Unexpected NUL character (U+0000), expected text; save the file as UTF-8'],
    ],
    ['two commas', '[1,,2]', ['1:4 Unexpected second comma, expected one; remove it']],
    [
      'an open comment',
      '{} /* x',
      ['1:4 Unexpected end of the file inside a comment, expected “*/”; close the comment'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
    expect(readable(text)).toBe(false);
  });

  it('finds several independent mistakes in one run', () => {
    expect(problems('{"a" 1,\n"b": [1 2],\n"c": nil}').map((problem) => problem.slice(0, 3))).toEqual([
      '1:6',
      '2:9',
      '3:6',
    ]);
  });

  it.each(['[', '{"a":'])(
    'nesting 20,000 deep with %s is refused with a place, not a stack overflow',
    (opening) => {
      expect(problems(opening.repeat(20_000))).toEqual([
        `1:${1 + 1000 * opening.length} Nested deeper than 1000 levels, expected a policy; check how this file was made`,
      ]);
    },
  );
});
