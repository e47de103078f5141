import { readText } from '../../files.js';
import type { MemberNode, ValueNode } from '../../policy/model/ast.js';
import { loadSyntax, parsePolicyText, syntaxOf } from '../../policy/syntax/parse-policy.js';
import { Problem, whereIn } from '../../problem.js';
import type { Span } from '../../span.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import { loadModule } from './load-module.js';

const say = speaker('lint', en);

/** A configuration's value, and where its parts stand. */
export interface ConfigSource {
  readonly file: string;
  readonly value: unknown;
  /** The node at a path of keys, or the nearest above it; undefined for a module. */
  readonly nodeAt: (path: readonly PropertyKey[]) => { readonly loc: Span } | undefined;
}

/** What a part of a configuration has to be told. */
export function problemAt(
  { file, nodeAt: find }: ConfigSource,
  path: readonly PropertyKey[],
  message: string,
): Problem {
  return new Problem('config', message, whereIn(file, find(path)?.loc.start));
}

/** @throws Problem code `config` for a module without a default export, or that cannot be loaded. */
export async function readModule(path: string, file: string): Promise<ConfigSource> {
  const module = await loadModule(path, file);
  if (module['default'] === undefined) throw new Problem('config', say('noDefaultExport'), { file });
  return { file, value: module['default'], nodeAt: () => undefined };
}

/** @throws Problem code `config` for what is no JSON or YAML. */
export async function readData(path: string, file: string): Promise<ConfigSource> {
  const syntax = syntaxOf(path) === 'yaml' ? 'yaml' : 'jsonc';
  await loadSyntax(syntax);
  const parsed = parsePolicyText(readText(path), { syntax });
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw new Problem('config', first?.message ?? say('noConfiguration'), whereIn(file, first));
  }
  const [root, second] = parsed.document.body;
  if (second !== undefined)
    throw new Problem('config', say('severalDocuments'), whereIn(file, second.loc.start));
  const odd = root === undefined ? undefined : protoIn(root.value);
  // The schema would pass over it.
  if (odd !== undefined)
    throw new Problem(
      'config',
      say('unknownKey', { key: '__proto__', near: [] }),
      whereIn(file, odd.loc.start),
    );
  return {
    file,
    value: root === undefined ? {} : plainValue(root.value),
    nodeAt: (keys) => (root === undefined ? undefined : nodeAt(root.value, keys)),
  };
}

function plainValue(node: ValueNode): unknown {
  switch (node.type) {
    case 'Object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plainValue(value)]));
    case 'Array':
      return node.elements.map(plainValue);
    case 'Null':
      return null;
    case 'Unknown':
      return undefined;
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
  }
}

function protoIn(node: ValueNode): MemberNode | undefined {
  if (node.type === 'Array') return node.elements.map(protoIn).find((member) => member !== undefined);
  if (node.type !== 'Object') return undefined;
  return (
    node.members.find(({ name }) => name.value === '__proto__') ??
    node.members.map(({ value }) => protoIn(value)).find((member) => member !== undefined)
  );
}

function nodeAt(root: ValueNode, keys: readonly PropertyKey[]): { readonly loc: Span } {
  let node: { readonly loc: Span } = root;
  let value: ValueNode = root;
  for (const key of keys) {
    const member: MemberNode | undefined =
      value.type === 'Object' ? value.members.find(({ name }) => name.value === key) : undefined;
    const next: ValueNode | undefined =
      value.type === 'Array' && typeof key === 'number' ? value.elements[key] : member?.value;
    if (next === undefined) break;
    node = member?.name ?? next;
    value = next;
  }
  return node;
}
