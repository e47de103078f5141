import type { RootNode, Syntax, UnknownNode, ValueNode } from '../../src/policy/model/ast.js';
import { parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import type { Policy } from '../../src/policy/model/policy.js';
import { policyOf } from '../../src/policy/model/view.js';

/** The plain value of a tree; members with one name become a list of pairs, so that none is lost. */
export function plain(node: ValueNode): unknown {
  switch (node.type) {
    case 'Object': {
      const names = new Set(node.members.map(({ name }) => name.value));
      if (names.size < node.members.length)
        return node.members.map(({ name, value }) => [name.value, plain(value)]);
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plain(value)]));
    }
    case 'Array':
      return node.elements.map(plain);
    case 'Null':
      return null;
    case 'Unknown':
      return { unknown: node.text };
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
  }
}

/** The roots of a text that must be readable. */
export function roots(text: string, syntax: Syntax = 'json'): readonly RootNode[] {
  const result = parsePolicyText(text, { syntax });
  if (!result.ok)
    throw new Error(
      result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'),
    );
  return result.document.body;
}

export function root(text: string, syntax: Syntax = 'json'): RootNode {
  const [first] = roots(text, syntax);
  if (first === undefined) throw new Error('no root');
  return first;
}

/** The policy in a text, or of plain data. */
export function policy(source: unknown, syntax: Syntax = 'json'): Policy {
  const found = policyOf(root(typeof source === 'string' ? source : JSON.stringify(source), syntax));
  if (found === undefined) throw new Error('no policy');
  return found;
}

/** Turns strings with `${…}` into what an HCL template becomes. */
export function withUnknowns(given: Policy): Policy {
  const turn = (node: ValueNode): ValueNode => {
    if (node.type === 'Array') return { ...node, elements: node.elements.map(turn) };
    if (node.type === 'Object')
      return { ...node, members: node.members.map((member) => ({ ...member, value: turn(member.value) })) };
    if (node.type !== 'String' || !node.value.includes('${')) return node;
    // What is a template from end to end has no parts that are known.
    if (/^\$\{\w+\}$/.test(node.value))
      return { type: 'Unknown', text: node.value, range: node.range, loc: node.loc };
    const unknown: UnknownNode = {
      type: 'Unknown',
      text: node.value,
      parts: node.value.split(/(\$\{\w+\})/).map((part) => (part.startsWith('${') ? undefined : part)),
      range: node.range,
      loc: node.loc,
    };
    return unknown;
  };
  const found = policyOf({ ...given.root, value: turn(given.root.value) });
  if (found === undefined) throw new Error('no policy');
  return found;
}
