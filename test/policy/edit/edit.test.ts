import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ArrayNode, ObjectNode, Syntax, ValueNode } from '../../../src/policy/model/ast.js';
import type { TextEdit } from '../../../src/policy/edit/edit.js';
import * as edit from '../../../src/policy/edit/edit.js';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import type { Statement } from '../../../src/policy/model/policy.js';
import { plain, policy, root } from '../plain.js';
import { text as lines } from '../../text.js';

beforeAll(() => loadSyntax('yaml'));

const array = (node: ValueNode): ArrayNode => {
  if (node.type !== 'Array') throw new Error('no array');
  return node;
};
const object = (node: ValueNode): ObjectNode => {
  if (node.type !== 'Object') throw new Error('no object');
  return node;
};
const edited = (text: string, edits: readonly TextEdit[] | undefined): string => {
  expect(edits, 'can be edited').toBeDefined();
  const sorted = edits ?? [];
  sorted.forEach(({ range }, index) => {
    expect(range[0]).toBeGreaterThanOrEqual(sorted[index - 1]?.range[1] ?? 0);
  });
  return edit.applyEdits(text, sorted);
};

interface Sample {
  readonly syntax: Syntax;
  readonly values: readonly string[];
  readonly text: string;
}

/** Lists as people write them: on one line or many, with comments, with and without a comma behind the last item. */
const jsonList = fc
  .record({
    values: fc.uniqueArray(fc.constantFrom('a:b:c', 'a:b:d', 'x:y:*', 'é, "q"', '// no', ''), {
      minLength: 1,
      maxLength: 5,
    }),
    between: fc.array(
      fc.constantFrom(
        ' ',
        '',
        '\n  ',
        '\n\n    ',
        ' // c\n  ',
        ' /* c */ ',
        '\n  // own line\n  ',
        '\t',
        ' /* c */\n  ',
      ),
      { minLength: 12, maxLength: 12 },
    ),
    trailing: fc.boolean(),
    crlf: fc.boolean(),
  })
  .map(({ values, between, trailing, crlf }): Sample => {
    const gap = (index: number): string => between[index % between.length] ?? '';
    const items = values.map(
      (value, index) =>
        `${gap(index * 2)}${JSON.stringify(value)}${index < values.length - 1 || trailing ? `${gap(index * 2 + 7).replace(/\/\/ c\n {2}|\n {2}\/\/ own line\n {2}/, '')},` : ''}`,
    );
    const text = `{ "k": [${items.join('')}${gap(11)}], "l": 1 }\n`;
    return { syntax: 'jsonc', values, text: crlf ? text.replaceAll('\n', '\r\n') : text };
  });

const yamlList = fc
  .record({
    values: fc.uniqueArray(fc.constantFrom('a:b:c', 'a:b:d', 'x:y:*', '*', "it's", 'no', '# x'), {
      minLength: 1,
      maxLength: 5,
    }),
    quotes: fc.array(fc.constantFrom('"', "'", ''), { minLength: 5, maxLength: 5 }),
    comments: fc.array(fc.constantFrom('', '', ' # c', '\n    # own line'), { minLength: 5, maxLength: 5 }),
    indent: fc.constantFrom('', '  '),
    flow: fc.boolean(),
    crlf: fc.boolean(),
    nested: fc.boolean(),
  })
  .map(({ values, quotes, comments, indent, flow, crlf, nested }): Sample => {
    const written = values.map((value, index) => quotedAs(quotes[index] ?? '', value));
    const margin = nested ? `${indent}  ` : indent;
    const list = flow
      ? ` [${written.join(', ')}]\n`
      : `\n${written.map((value, index) => `${margin}- ${value}${comments[index] ?? ''}\n`).join('')}`;
    const text = nested ? `- k:${list}  l: 1\n` : `k:${list}l: 1\n`;
    return { syntax: 'yaml', values, text: crlf ? text.replaceAll('\n', '\r\n') : text };
  });

const list = fc.oneof(jsonList, yamlList);
const holder = (text: string, syntax: Syntax): ObjectNode => {
  const { value } = root(text, syntax);
  return object(value.type === 'Array' ? (value.elements[0] ?? value) : value);
};
const listIn = (text: string, syntax: Syntax): ArrayNode =>
  array(holder(text, syntax).members.find(({ name }) => name.value === 'k')?.value ?? holder(text, syntax));
const valuesIn = (text: string, syntax: Syntax): unknown => {
  expect(plain(holder(text, syntax))).toMatchObject({ l: 1 });
  return plain(listIn(text, syntax));
};

describe('edits change what they are meant to change, and nothing else', () => {
  it('removing elements', () => {
    fc.assert(
      fc.property(
        list,
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        ({ text, syntax, values }, picks) => {
          const node = listIn(text, syntax);
          const removed = node.elements.filter((_, index) => picks[index]);
          const edits = edit.removeElements(text, node, removed);
          if (removed.length === 0 || removed.length === values.length) {
            expect(edits).toBeUndefined();
            return;
          }
          const result = edited(text, edits);
          expect(valuesIn(result, syntax)).toEqual(values.filter((_, index) => !picks[index]));
          for (const comment of text.match(/\/\/ own line|# own line/g) ?? [])
            expect(result).toContain(comment);
          // Only whole lines, commas, comments and blanks went: what stays is a subsequence of what was.
          let at = 0;
          for (const character of result) at = text.indexOf(character, at) + 1;
          expect(at).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('inserting elements', () => {
    fc.assert(
      fc.property(
        list,
        fc.nat(5),
        fc.uniqueArray(fc.constantFrom('n:e:w', 'n:*:*', '*', 'it\'s "new"'), { minLength: 1, maxLength: 3 }),
        ({ text, syntax, values }, index, added) => {
          const result = edited(text, edit.insertElements(text, listIn(text, syntax), added, index));
          expect(valuesIn(result, syntax)).toEqual([
            ...values.slice(0, index),
            ...added,
            ...values.slice(index),
          ]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('replacing one element by several', () => {
    fc.assert(
      fc.property(
        list,
        fc.nat(4),
        fc.uniqueArray(fc.constantFrom('n:e:w', 'n:*:*', '*'), { minLength: 1, maxLength: 3 }),
        ({ text, syntax, values }, pick, added) => {
          const index = pick % values.length;
          const node = listIn(text, syntax);
          const element = node.elements[index];
          if (element === undefined) return;
          const result = edited(text, edit.replaceElementByMany(text, node, element, added));
          expect(valuesIn(result, syntax)).toEqual([
            ...values.slice(0, index),
            ...added,
            ...values.slice(index + 1),
          ]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('writing another string keeps the quotation marks', () => {
    fc.assert(
      fc.property(
        list,
        fc.nat(4),
        fc.constantFrom('n:e:w', '*', "it's", 'say "x"', 'no', '5.0', 'a\nb'),
        ({ text, syntax, values }, pick, value) => {
          const index = pick % values.length;
          const element = listIn(text, syntax).elements[index];
          if (element?.type !== 'String' || element.value === value) return;
          expect(valuesIn(edited(text, edit.replaceString(text, element, value)), syntax)).toEqual(
            values.with(index, value),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('edits look as if a person had made them', () => {
  const remove = (text: string, values: readonly string[], syntax: Syntax = 'jsonc'): string => {
    const node = listIn(text, syntax);
    return edited(
      text,
      edit.removeElements(
        text,
        node,
        node.elements.filter((element) => element.type === 'String' && values.includes(element.value)),
      ),
    );
  };
  const insert = (text: string, values: readonly string[], index: number, syntax: Syntax = 'jsonc'): string =>
    edited(text, edit.insertElements(text, listIn(text, syntax), values, index));

  it.each([
    ['{"k": ["a", "b", "c"], "l": 1}', ['b'], '{"k": ["a", "c"], "l": 1}'],
    ['{"k": ["a", "b", "c"], "l": 1}', ['b', 'c'], '{"k": ["a"], "l": 1}'],
    ['{"k": [ "a", "b" ], "l": 1}', ['a'], '{"k": [ "b" ], "l": 1}'],
    ['{"k": [\n  "a",\n  "b" // why\n], "l": 1}', ['b'], '{"k": [\n  "a"\n], "l": 1}'],
    [
      '{"k": [\n  "a", // why a\n  // about b\n  "b",\n], "l": 1}',
      ['a'],
      '{"k": [\n  // about b\n  "b",\n], "l": 1}',
    ],
    ['{"k": ["a",\n  "b",\n  "c"], "l": 1}', ['c'], '{"k": ["a",\n  "b"], "l": 1}'],
  ])('%s without %j', (text, values, expected) => {
    expect(remove(text, values)).toBe(expected);
  });

  it.each([
    ['{"k": [], "l": 1}', 0, '{"k": ["n"], "l": 1}'],
    ['{"k": ["a", "b"], "l": 1}', 1, '{"k": ["a", "n", "b"], "l": 1}'],
    ['{"k": [\n  "a",\n  "b" // why\n], "l": 1}', 2, '{"k": [\n  "a",\n  "b", // why\n  "n"\n], "l": 1}'],
    ['{"k": [\n  "a", // why\n  "b"\n], "l": 1}', 1, '{"k": [\n  "a", // why\n  "n",\n  "b"\n], "l": 1}'],
    ['{"k": [\r\n\t"a",\r\n], "l": 1}', 1, '{"k": [\r\n\t"a",\r\n\t"n",\r\n], "l": 1}'],
    ['{"k": [\n  "a"\n], "l": 1}', 0, '{"k": [\n  "n",\n  "a"\n], "l": 1}'],
  ])('%s with one more at %i', (text, index, expected) => {
    expect(insert(text, ['n'], index)).toBe(expected);
  });

  it('in YAML, with the quotation marks of the neighbours', () => {
    expect(
      insert(
        lines`
          k:
            - 'a' # why
            - b
          l: 1
        `,
        ['n'],
        1,
        'yaml',
      ),
    ).toBe(
      lines`
        k:
          - 'a' # why
          - 'n'
          - b
        l: 1
      `,
    );
    expect(insert('k:\n- a\nl: 1\n', ['*'], 1, 'yaml')).toBe(lines`
      k:
      - a
      - "*"
      l: 1
    `);
    expect(
      remove(
        lines`
          k:
            # about a
            - a # why
            - b
          l: 1
        `,
        ['a'],
        'yaml',
      ),
    ).toBe(
      lines`
        k:
          # about a
          - b
        l: 1
      `,
    );
    expect(remove('l: 1\nk:\n  - a\n  - b', ['b'], 'yaml')).toBe('l: 1\nk:\n  - a');
  });
});

describe('members', () => {
  it('are removed with their line, also the first one of a block behind a dash', () => {
    const text = lines`
      - Sid: ""
        Effect: Allow # yes
        Action: [a]
    `;
    const node = object(array(root(text, 'yaml').value).elements[0] ?? root(text, 'yaml').value);
    const without = (...names: string[]): string =>
      edited(
        text,
        edit.removeMembers(
          text,
          node,
          node.members.filter(({ name }) => names.includes(name.value)),
        ),
      );
    expect(without('Sid')).toBe(lines`
      - Effect: Allow # yes
        Action: [a]
    `);
    expect(without('Effect')).toBe('- Sid: ""\n  Action: [a]\n');
    expect(without('Sid', 'Effect')).toBe('- Action: [a]\n');
    expect(edit.removeMembers(text, node, node.members)).toBeUndefined();
  });

  it('are inserted and renamed as their neighbours are written', () => {
    const json = '{\n    "statement": []\n}';
    const node = object(root(json).value);
    expect(edited(json, edit.insertMember(json, node, 'Version', '1.1', 0))).toBe(
      '{\n    "Version": "1.1",\n    "statement": []\n}',
    );
    expect(edited(json, edit.insertMember(json, node, 'Depends', [{ catalog: 'BASE' }]))).toBe(
      '{\n    "statement": [],\n    "Depends": [\n        {\n            "catalog": "BASE"\n        }\n    ]\n}',
    );
    const [member] = node.members;
    expect(member && edited(json, edit.renameKey(json, member, 'Statement'))).toBe(
      '{\n    "Statement": []\n}',
    );
    const yaml = lines`
      Statement:
      - Effect: Allow
        Action:
        - a
    `;
    const statement = object(
      array(object(root(yaml, 'yaml').value).members[0]?.value ?? root(yaml, 'yaml').value).elements[0] ??
        root(yaml, 'yaml').value,
    );
    expect(edited(yaml, edit.insertMember(yaml, statement, 'Resource', ['*'], 1))).toBe(
      lines`
        Statement:
        - Effect: Allow
          Resource:
            - "*"
          Action:
          - a
      `,
    );
  });
});

describe('actions of a statement', () => {
  const first = (text: string, syntax: Syntax = 'json'): Statement => {
    const [statement] = policy(text, syntax).statements;
    if (statement === undefined) throw new Error('no statement');
    return statement;
  };
  const json = (action: unknown): string =>
    JSON.stringify({
      Version: '1.1',
      Statement: [
        { Effect: 'Allow', Action: action },
        { Effect: 'Deny', Action: ['z:z:z'] },
      ],
    });
  const actions = (text: string): unknown => first(text).action?.items.map(({ value }) => value);
  const add = (action: unknown, added: string): unknown =>
    actions(edited(json(action), edit.addAction(json(action), first(json(action)), added)));

  it('are added where they belong', () => {
    expect(add(['a:x:b', 'a:x:d', 'c:x:a'], 'a:x:c')).toEqual(['a:x:b', 'a:x:c', 'a:x:d', 'c:x:a']);
    expect(add(['ecs:servers:list', 'ecs:flavors:get', 'vpc:vpcs:list'], 'ecs:servers:get')).toEqual([
      'ecs:servers:list',
      'ecs:servers:get',
      'ecs:flavors:get',
      'vpc:vpcs:list',
    ]);
    expect(add(['vpc:vpcs:list', 'ecs:flavors:get', 'obs:a:b'], 'ecs:servers:get')).toEqual([
      'vpc:vpcs:list',
      'ecs:flavors:get',
      'ecs:servers:get',
      'obs:a:b',
    ]);
    expect(add(['b:b:b', 'a:a:a'], 'c:c:c')).toEqual(['b:b:b', 'a:a:a', 'c:c:c']);
    expect(add('a:a:a', 'b:b:b')).toEqual(['a:a:a', 'b:b:b']);
    expect(edit.addAction(json(['a:a:a']), first(json(['a:a:a'])), 'A:a:A')).toBeUndefined();
  });

  it('are replaced by exactly what is needed, without naming anything twice', () => {
    const text = json(['a:*:*', 'a:b:c']);
    const statement = first(text);
    const [wildcard] = statement.action?.items ?? [];
    expect(
      wildcard && actions(edited(text, edit.replaceAction(text, statement, wildcard, ['a:b:c', 'a:b:d']))),
    ).toEqual(['a:b:d', 'a:b:c']);
    expect(
      wildcard && actions(edited(text, edit.replaceAction(text, statement, wildcard, ['a:B:c']))),
    ).toEqual(['a:b:c']);
  });

  it('take their statement with them when none is left, but never the last statement', () => {
    const text = json(['a:b:c']);
    const view = policy(text);
    const [statement] = view.statements;
    const [only] = statement?.action?.items ?? [];
    const result = statement && only && edited(text, edit.removeAction(text, view, statement, only));
    expect(result && policy(result).statements.map(({ effect }) => effect)).toEqual(['Deny']);
    const single = JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['a:b:c'] }] });
    const [last] = first(single).action?.items ?? [];
    expect(last && edit.removeAction(single, policy(single), first(single), last)).toBeUndefined();
  });
});

describe('what cannot be edited safely is left alone', () => {
  it.each<[string, string, Syntax]>([
    ['an alias', 'x: &x [a, b]\nk: *x\nl: 1\n', 'yaml'],
    ['a list that an alias repeats', 'k: &x [a, b]\nm: *x\nl: 1\n', 'yaml'],
    [
      'an anchored element',
      lines`
        k:
          - &x a
          - b
        l: 1
      `,
      'yaml',
    ],
    ['a tagged element', 'k: [!!str a, b]\nl: 1\n', 'yaml'],
  ])('%s', (_, text, syntax) => {
    const node = listIn(text, syntax);
    const [element] = node.elements;
    expect(element && edit.removeElement(text, node, element)).toBeUndefined();
    expect(edit.insertElements(text, node, ['n'])).toBeUndefined();
  });
});

/** With a mark where it can have it, else with double quotes. */
function quotedAs(mark: string, value: string): string {
  const needsMark = !/^[a-z:]+$|^x:y:\*$/.test(value) || value === 'no';
  if (mark !== '"' && !needsMark) return `${mark}${value}${mark}`;
  return mark === "'" ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}
