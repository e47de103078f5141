import type { ArrayNode, MemberNode, ObjectNode, PolicyNode, StringNode, ValueNode } from '../model/ast.js';
import type { Container, Item, TextEdit } from './edit-items.js';
import { indentAt, lineEndAt } from './edit-items.js';
import { insertItems, quoteOf, removeItems, replaceItem } from './edit-list.js';
import type { NewItem } from './edit-list.js';
import { whereWritten } from './edit-inside.js';
import { foldAction, sameAction } from '../grants/pattern.js';
import type { Element, Policy, Statement } from '../model/policy.js';
import type { Plain } from './print-policy.js';
import { printJson, printJsonLine, yamlString } from './print-policy.js';

/**
 * Edits of a policy's text that leave everything else as it is: indentation, quotation marks, comments, commas, line ends,
 * in JSON, JSONC and YAML blocks and flows, and in strings that hold one of these. Each answers edits of the given text that do not overlap, in order, or undefined
 * where it cannot be done safely: in what is `shared`, around anchors and tags, in HCL blocks, where a list would be left
 * empty, or where there is nothing to change. The tree must be that of the text.
 */
export type { TextEdit } from './edit-items.js';

/** The text with the edits made. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of [...edits].sort((a, b) => a.range[0] - b.range[0])) {
    result += text.slice(at, range[0]) + replacement;
    at = range[1];
  }
  return result + text.slice(at);
}

export function removeElements(
  text: string,
  array: ArrayNode,
  elements: readonly ValueNode[],
): TextEdit[] | undefined {
  return removeParts(text, array, elements);
}

export function removeElement(text: string, array: ArrayNode, element: ValueNode): TextEdit[] | undefined {
  return removeParts(text, array, [element]);
}

/** Inserts before the element that now has the index; left out: at the end. */
export function insertElements(
  text: string,
  array: ArrayNode,
  values: readonly Plain[],
  index = array.elements.length,
): TextEdit[] | undefined {
  return insertParts(
    text,
    array,
    values.map((value) => ({ value })),
    index,
  );
}

function insertParts(
  text: string,
  container: Container,
  items: readonly NewItem[],
  index: number,
): TextEdit[] | undefined {
  return whereWritten(text, [container], (written, [around]) =>
    isContainer(around) ? insertItems(written, around, items, index) : undefined,
  );
}

export function replaceElementByMany(
  text: string,
  array: ArrayNode,
  element: ValueNode,
  values: readonly Plain[],
): TextEdit[] | undefined {
  const items = values.map((value) => ({ value }));
  return whereWritten(text, [array, element], (written, [around, part]) =>
    isContainer(around) && part !== undefined && isItem(part)
      ? replaceItem(written, around, part, items)
      : undefined,
  );
}

export function removeMember(text: string, object: ObjectNode, member: MemberNode): TextEdit[] | undefined {
  return removeParts(text, object, [member]);
}

export function removeMembers(
  text: string,
  object: ObjectNode,
  members: readonly MemberNode[],
): TextEdit[] | undefined {
  return removeParts(text, object, members);
}

function removeParts(text: string, container: Container, items: readonly Item[]): TextEdit[] | undefined {
  return whereWritten(text, [container, ...items], (written, [around, ...parts]) =>
    isContainer(around) ? removeItems(written, around, parts.filter(isItem)) : undefined,
  );
}

function isContainer(node: PolicyNode): node is Container {
  return node.type === 'Array' || node.type === 'Object';
}

function isItem(node: PolicyNode): node is Item {
  return node.type !== 'Document' && node.type !== 'Root';
}

/** Inserts before the member that now has the index; left out: at the end. */
export function insertMember(
  text: string,
  object: ObjectNode,
  name: string,
  value: Plain,
  index = object.members.length,
): TextEdit[] | undefined {
  return insertParts(text, object, [{ name, value }], index);
}

export function renameKey(text: string, member: MemberNode, name: string): TextEdit[] | undefined {
  return replaceString(text, member.name, name);
}

/** Writes another string in the same quotation marks, as far as they can hold it. */
export function replaceString(text: string, node: StringNode, value: string): TextEdit[] | undefined {
  if (node.shared === true || node.value === value) return undefined;
  return whereWritten(text, [node], (written, [{ range }]) => [
    { range, text: yamlString(value, quoteOf(written, range[0])) },
  ]);
}

/** Writes another value in the place of one: a string in its quotation marks, everything else as JSON, which YAML takes too. */
export function replaceValue(text: string, node: ValueNode, value: Plain): TextEdit[] | undefined {
  if (node.shared === true) return undefined;
  return whereWritten(text, [node], (written, [part]) =>
    isItem(part) && part.type !== 'Member' ? replaceHere(written, part, value) : undefined,
  );
}

function replaceHere(text: string, node: ValueNode, value: Plain): TextEdit[] | undefined {
  if (typeof value === 'string')
    return [
      {
        range: node.range,
        text:
          node.type === 'String' ? yamlString(value, quoteOf(text, node.range[0])) : JSON.stringify(value),
      },
    ];
  if ((node.type === 'Object' || node.type === 'Array') && node.style === 'block') return undefined;
  const severalLines = text.slice(...node.range).includes('\n');
  return [
    {
      range: node.range,
      text: severalLines
        ? printJson(value, indentAt(text, node.range[0]), '  ', lineEndAt(text, node.range[0]))
        : printJsonLine(value),
    },
  ];
}

/** `"x"` → `["x"]`, in the same quotation marks. */
export function wrapInList(text: string, node: ValueNode): TextEdit[] | undefined {
  if (node.shared === true || node.type === 'Array' || (node.type === 'Object' && node.style === 'block'))
    return undefined;
  return whereWritten(text, [node], (written, [{ range }]) => {
    const old = written.slice(...range);
    return old.includes('\n') || /^[|>]/.test(old) ? undefined : [{ range, text: `[${old}]` }];
  });
}

/**
 * Adds an action to a statement's `Action` where it belongs: in its place where the list is sorted, else behind the last action of
 * the same resource type, else of the same service, else at the end.
 */
export function addAction(text: string, statement: Statement, action: string): TextEdit[] | undefined {
  const { action: actions } = statement;
  if (actions?.items.some(({ value }) => sameAction(value, action)) !== false) return undefined;
  if (actions.array !== undefined)
    return insertElements(text, actions.array, [action], placeFor(actions.array, action));
  const [only] = actions.items;
  // A bare string is made a list; what stands in an object is the agency form, which has no other actions.
  return only?.node.range[0] === actions.member.value.range[0]
    ? listInPlace(text, only.node, [only.value, action])
    : undefined;
}

/** Writes other actions in the place of one, leaving out those that the list names already. */
export function replaceAction(
  text: string,
  statement: Statement,
  element: Element,
  actions: readonly string[],
): TextEdit[] | undefined {
  const list = [statement.action, statement.notAction].find((candidate) =>
    candidate?.items.includes(element),
  );
  if (list === undefined) return undefined;
  const wanted = actions.filter(
    (action) => !list.items.some((other) => other !== element && sameAction(other.value, action)),
  );
  if (list.array !== undefined) return replaceElementByMany(text, list.array, element.node, wanted);
  const [first, ...more] = wanted;
  if (first === undefined) return undefined;
  return more.length === 0
    ? replaceString(text, element.node, first)
    : listInPlace(text, element.node, wanted);
}

/** Takes one action out; with the last of a list its statement goes, but never the last statement. */
export function removeAction(
  text: string,
  policy: Policy,
  statement: Statement,
  element: Element,
): TextEdit[] | undefined {
  return removeActions(text, policy, statement, [element]);
}

/** Takes several actions of one statement out. */
export function removeActions(
  text: string,
  policy: Policy,
  statement: Statement,
  elements: readonly Element[],
): TextEdit[] | undefined {
  const { action } = statement;
  if (action === undefined || elements.length === 0) return undefined;
  const nodes: readonly ValueNode[] = elements.map(({ node }) => node);
  const { array } = action;
  if (array === undefined || array.elements.every((element) => nodes.includes(element)))
    return removeStatement(text, policy, statement);
  return removeElements(text, array, nodes);
}

/** Takes a statement out; undefined where it is the only one. */
export function removeStatement(text: string, policy: Policy, statement: Statement): TextEdit[] | undefined {
  const list = policy.statementMember?.value;
  return list?.type === 'Array' ? removeElement(text, list, statement.node) : undefined;
}

function listInPlace(text: string, node: StringNode, values: readonly string[]): TextEdit[] | undefined {
  if (node.shared === true) return undefined;
  return whereWritten(text, [node], (written, [{ range }]) => {
    const quote = quoteOf(written, range[0]);
    return [{ range, text: `[${values.map((value) => yamlString(value, quote)).join(', ')}]` }];
  });
}

function placeFor(array: ArrayNode, action: string): number {
  const names = array.elements.map((element) => (element.type === 'String' ? foldAction(element.value) : ''));
  const name = foldAction(action);
  if (names.length > 2 && names.every((other, index) => index === 0 || (names[index - 1] ?? '') <= other)) {
    const next = names.findIndex((other) => other > name);
    return next === -1 ? names.length : next;
  }
  const [service = '', type = ''] = name.split(':');
  for (const prefix of [`${service}:${type}:`, `${service}:`]) {
    const last = names.findLastIndex((other) => other.startsWith(prefix));
    if (last !== -1) return last + 1;
  }
  return names.length;
}
