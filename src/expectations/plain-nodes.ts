import type { MemberNode, ValueNode } from '../policy/model/ast.js';
import type { Span } from '../span.js';
import { closestWord } from '../wording/edit-distance.js';
import { en } from '../wording/en/expectations.js';
import { speaker } from '../wording/speaker.js';
import type { Complaint } from './expectation.js';

const say = speaker('expectations', en);

export type Complain = (at: { readonly loc: Span }, fault: string) => void;

/** Collects complaints, in the order in which they are made. */
export function complaintCollector(): { readonly complain: Complain; readonly complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  return {
    complaints,
    complain: ({ loc }, fault) => {
      complaints.push({ span: loc, fault });
    },
  };
}

/** The members of a mapping by their keys; those of other keys are complained about. */
export function membersOf(
  node: ValueNode,
  keys: readonly string[],
  complain: Complain,
): ReadonlyMap<string, MemberNode> | undefined {
  if (node.type !== 'Object') {
    complain(node, say('noMapping', { keys, found: kindOf(node) }));
    return undefined;
  }
  const members = new Map<string, MemberNode>();
  for (const member of node.members) {
    const key = member.name.value;
    if (!keys.includes(key))
      complain(member.name, say('unknownKey', { key, keys, near: nearKeys(key, keys) }));
    else if (members.has(key)) complain(member.name, say('keyTwice', { key }));
    else members.set(key, member);
  }
  return members;
}

function nearKeys(key: string, keys: readonly string[]): readonly string[] {
  const near = closestWord(key.toLowerCase(), keys, 2);
  return near === undefined ? [] : [near];
}

/** A text, or the texts of a list, each with its node; what else stands there is complained about. */
export function textsOf(
  node: ValueNode,
  example: string,
  complain: Complain,
): readonly { readonly text: string; readonly node: ValueNode }[] {
  if (node.type === 'Array') {
    if (node.elements.length === 0) complain(node, say('emptyList'));
    return node.elements.flatMap((element) => {
      const text = textOf(element, example, complain);
      return text === undefined ? [] : [{ text, node: element }];
    });
  }
  if (node.type !== 'String') {
    complain(node, say('noTexts', { found: kindOf(node), example }));
    return [];
  }
  const text = textOf(node, example, complain);
  return text === undefined ? [] : [{ text, node }];
}

export function textOf(node: ValueNode, example: string, complain: Complain): string | undefined {
  const text = node.type === 'String' ? node.value.trim() : '';
  if (text !== '') return text;
  complain(node, say('noText', { found: kindOf(node), example }));
  return undefined;
}

export function booleanOf(node: ValueNode, complain: Complain): boolean | undefined {
  if (node.type === 'Boolean') return node.value;
  complain(node, say('noBoolean', { found: kindOf(node) }));
  return undefined;
}

/** The elements of a list; a single value is a list of one. */
export function elementsOf(node: ValueNode): readonly ValueNode[] {
  return node.type === 'Array' ? node.elements : [node];
}

/** What stands there, as a complaint calls it. */
export function kindOf(node: ValueNode): string {
  switch (node.type) {
    case 'Object':
      return say('aMapping');
    case 'Array':
      return say('aList');
    case 'Null':
      return say('nothing');
    case 'String':
      return node.value.trim() === '' ? say('nothing') : say('text');
    case 'Number':
      return say('aNumber', { value: node.raw });
    case 'Boolean':
      return say('aBoolean', { value: String(node.value) });
    case 'Unknown':
      return say('aTag');
  }
}
