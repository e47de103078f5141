import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ValueNode } from '../../src/policy/model/ast.js';
import type { ParseResult } from '../../src/policy/syntax/parse-policy.js';
import { loadSyntax, parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { append } from '../../src/long-lists.js';
import { text as lines } from '../text.js';

beforeAll(() => loadSyntax('hcl'));

const words = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[$%]{2}\{/.test(text)); // `$${` has no escape of its own
const scalar = fc.oneof(
  words,
  fc.constantFrom('a:b:c', '${', '%{ x }', '"', '\\', '\n', '😀', '~}'),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc
        .string({ minLength: 1, maxLength: 6 })
        .filter((key) => key !== '__proto__' && !/[$%]{2}\{/.test(key)),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
}));
const policy = fc.record({ Version: fc.constant('1.1'), Statement: fc.array(json, { maxLength: 3 }) });

/** The same document in each of the forms that Terraform knows. */
const FORMS: Readonly<
  Record<string, (document: unknown) => { readonly text: string; readonly filename: string }>
> = {
  heredoc: (document) => ({
    text: resource(`<<EOF\n${escaped(JSON.stringify(document, null, 2))}\nEOF`),
    filename: 'main.tf',
  }),
  'indented heredoc': (document) => ({
    text: resource(
      `<<-EOF\n    ${escaped(JSON.stringify(document, null, 2)).replaceAll('\n', '\n    ')}\n  EOF`,
    ),
    filename: 'main.tf',
  }),
  'quoted string': (document) => ({ text: resource(quoted(JSON.stringify(document))), filename: 'main.tf' }),
  jsonencode: (document) => ({ text: resource(`jsonencode(${expression(document)})`), filename: 'main.tf' }),
  'a local': (document) => ({
    text: `locals {\n  x = { y = [${expression(document)}] }\n}\n${resource('jsonencode(local.x.y[0])')}`,
    filename: 'main.tf',
  }),
  plan: (document) => {
    const change = {
      address: 'huaweicloud_identity_role.ops',
      type: 'huaweicloud_identity_role',
      change: { after: { policy: JSON.stringify(document) } },
    };
    return {
      text: JSON.stringify({ format_version: '1.2', resource_changes: [change] }, null, 2),
      filename: 'plan.json',
    };
  },
  'tf.json': (document) => ({
    text: JSON.stringify({
      resource: { huaweicloud_identity_role: { ops: { policy: escaped(JSON.stringify(document)) } } },
    }),
    filename: 'main.tf.json',
  }),
};

describe('a policy in Terraform', () => {
  it.each(Object.keys(FORMS))('reads the same from every form: %s', (form) => {
    fc.assert(
      fc.property(policy, (document) => {
        const { text, filename } = FORMS[form]?.(document) ?? { text: '', filename: '' };
        const result = parsePolicyText(text, { filename });
        const [root] = result.ok ? result.document.body : [];
        expect(root?.address, text).toBe('huaweicloud_identity_role.ops');
        expect(root === undefined ? undefined : plain(root.value)).toEqual(document);
        check(result, text);
      }),
      { numRuns: 150 },
    );
  });

  it('has a place for what stands behind a name that its file breaks off at', () => {
    const text = lines`
      resource "huaweicloud_identity_role" "ops" {
        policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = concat(local.read, ["a:b:c"]) }] })
      }
      locals {
        read =`;
    check(parsePolicyText(text, { filename: 'main.tf' }), text);
  });

  it('survives whatever is cut out of a file or put into it', () => {
    const folder = join(import.meta.dirname, '../fixtures/policy/hcl');
    const files = readdirSync(folder)
      .filter((name) => !name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
    const insertion = fc.oneof(
      fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        ']',
        '${',
        '%{',
        '<<EOF\n',
        'EOF\n',
        '\\',
        '\0',
        '\r',
        '=',
        ',',
        'jsonencode(',
        '%{ if x }',
        '😀',
        '\ud800',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat({ max: 40 }),
        insertion,
        ({ name, text }, at, cut, inserted) => {
          const place = at % text.length;
          const changed = text.slice(0, place) + inserted + text.slice(place + cut);
          check(parsePolicyText(changed, { filename: name }), changed);
        },
      ),
      { numRuns: 400 },
    );
  });
});

/** Every node and problem stands inside the text, and starts before it ends. */
function check(result: ParseResult, text: string): void {
  for (const problem of result.problems)
    expect(
      0 <= problem.offset && problem.offset <= problem.endOffset && problem.endOffset <= text.length,
    ).toBe(true);
  if (!result.ok) return;
  const open: ValueNode[] = result.document.body.map(({ value }) => value);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const [start, end] = node.range;
    expect(0 <= start && start < end && end <= text.length, `${node.type} ${start}–${end}`).toBe(true);
    expect([node.loc.start.offset, node.loc.end.offset]).toEqual(node.range);
    if (node.type === 'Array') append(open, node.elements);
    if (node.type === 'Object')
      append(
        open,
        node.members.flatMap(({ name, value }) => [name, value]),
      );
  }
}

function plain(node: ValueNode): unknown {
  switch (node.type) {
    case 'Object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plain(value)]));
    case 'Array':
      return node.elements.map(plain);
    case 'Null':
      return null;
    case 'Unknown':
      return `unknown: ${node.text}`;
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
  }
}

function resource(value: string): string {
  return `resource "huaweicloud_identity_role" "ops" {\n  policy = ${value}\n}\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}

function quoted(text: string): string {
  return escaped(JSON.stringify(text).replaceAll(/\\(?:u.{4}|.)/g, (escape) => ONLY_JSON[escape] ?? escape));
}

/** Escapes that JSON has and Terraform has not. */
const ONLY_JSON: Readonly<Record<string, string>> = { '\\b': '\\u0008', '\\f': '\\u000c' };

function expression(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(expression).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${quoted(key)} = ${expression(inner)}`)
      .join(', ')} }`;
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}
