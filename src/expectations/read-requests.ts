import { globalKey } from '../policy/facts/condition-keys.js';
import { OPERATORS, operatorOf, splitOperator } from '../policy/facts/operators.js';
import { valueProblem } from '../policy/grants/condition-form.js';
import type { Plain } from '../policy/edit/print-policy.js';
import type { MemberNode, ValueNode } from '../policy/model/ast.js';
import { plainOf } from '../policy/model/plain.js';
import { closestWord } from '../wording/edit-distance.js';
import { en } from '../wording/en/expectations.js';
import { speaker } from '../wording/speaker.js';
import type { ExpectedAction, ExpectedCondition, ExpectedRequests } from './expectation.js';
import { elementsOf, kindOf, membersOf, textsOf } from './plain-nodes.js';
import type { Complain } from './plain-nodes.js';

const say = speaker('expectations', en);

const REQUEST_KEYS = ['action', 'resource', 'condition', 'context'] as const;

/** An entry of `never` or `always`: an action, or a mapping that says more of the requests that are meant. */
export function readRequests(
  node: ValueNode,
  kind: ExpectedRequests['kind'],
  complain: Complain,
): readonly ExpectedRequests[] {
  if (node.type === 'String') {
    const actions = actionsIn(node, complain);
    return actions.length === 0 ? [] : [entry(kind, node, actions, [], [])];
  }
  if (node.type !== 'Object') {
    complain(node, say('noEntry', { found: kindOf(node) }));
    return [];
  }
  const members = membersOf(node, REQUEST_KEYS, complain);
  const action = members?.get('action');
  if (members === undefined || action === undefined) {
    complain(node, say('noAction'));
    return [];
  }
  const resource = members.get('resource');
  const actions = actionsIn(action.value, complain);
  const resources = resource === undefined ? [] : resourcesIn(resource.value, complain);
  const conditions = [
    ...conditionsIn(members.get('condition'), complain),
    ...contextIn(members.get('context'), complain),
  ];
  // An entry of which a part is not understood says something else than was meant: nothing is made of it.
  if (actions.length === 0 || resources === undefined || conditions.includes(undefined)) return [];
  return [
    entry(
      kind,
      node,
      actions,
      resources,
      conditions.flatMap((condition) => condition ?? []),
    ),
  ];
}

function entry(
  kind: ExpectedRequests['kind'],
  { loc }: ValueNode,
  actions: readonly ExpectedAction[],
  resources: readonly string[],
  conditions: readonly ExpectedCondition[],
): ExpectedRequests {
  const names = actions.map((action) => action.text);
  const requests =
    resources.length === 0
      ? say('everyRequest', { actions: names })
      : say('onResources', { actions: names, resources });
  const text =
    conditions.length === 0
      ? requests
      : say('underConditions', { requests, conditions: conditions.map(conditionText) });
  return { kind, actions, resources, conditions, text, span: loc };
}

/** `g:SourceIp IpAddress 10.0.0.0/8` */
function conditionText({ operator, key, values }: ExpectedCondition): string {
  const written = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return `${key} ${operator} ${written.join(', ')}`;
}

/** None where one of them is no action. */
function actionsIn(node: ValueNode, complain: Complain): readonly ExpectedAction[] {
  const texts = textsOf(node, 'iam:*:*', complain);
  const wrong = texts.filter(({ text }) => !ACTION.test(text));
  for (const { text, node: at } of wrong) complain(at, say('noActionForm', { action: text }));
  return wrong.length > 0 ? [] : texts.map(({ text, node: at }) => ({ text, span: at.loc }));
}

/** Three parts (the middle one may be empty: `iam::createAccessKey`), two with a star that reaches over the colon, or `*`. */
const ACTION = /^(?:\*+|[\w*-]+:\*+|[\w*-]+:[\w*-]*:[\w*-]+)$/;

/** Undefined where one of them is no resource. */
function resourcesIn(node: ValueNode, complain: Complain): readonly string[] | undefined {
  const texts = textsOf(node, 'obs:*:*:object:reports/*', complain);
  const wrong = texts.filter(({ text }) => !RESOURCE.test(text));
  for (const { text, node: at } of wrong) complain(at, say('noResourceForm', { resource: text }));
  return texts.length === 0 || wrong.length > 0 ? undefined : texts.map(({ text }) => text);
}

/** Five parts, an agency by its path, or `*`. */
const RESOURCE = /^(?:\*+|\/iam\/agencies\/.+|[^:]*:[^:]*:[^:]*:[^:]*:.+)$/s;

/** `undefined` stands for one that is not understood. */
type Conditions = readonly (ExpectedCondition | undefined)[];

/** `condition`: as a policy writes it. */
function conditionsIn(member: MemberNode | undefined, complain: Complain): Conditions {
  if (member === undefined) return [];
  const { value } = member;
  if (value.type !== 'Object' || value.members.length === 0) {
    complain(value, say('noCondition', { found: kindOf(value) }));
    return [undefined];
  }
  return value.members.flatMap((operator) => operatorConditions(operator, complain));
}

function operatorConditions({ name, value }: MemberNode, complain: Complain): Conditions {
  if (operatorOf(name.value) === undefined) {
    const { base } = splitOperator(name.value);
    const near = closestWord(
      base,
      OPERATORS.map((operator) => operator.name),
      3,
    );
    complain(
      name,
      say('unknownOperator', {
        operator: name.value,
        ...(near === undefined ? NO_NEAR : { named: 'some', near }),
      }),
    );
    return [undefined];
  }
  if (value.type !== 'Object' || value.members.length === 0) {
    complain(value, say('noCondition', { found: kindOf(value) }));
    return [undefined];
  }
  return value.members.map((key) => {
    const values = valuesIn(key.value, complain);
    return values === undefined ? undefined : { operator: name.value, key: key.name.value, values };
  });
}

const NO_NEAR = { named: 'none', near: '' } as const;

/** Texts, numbers and Booleans; undefined where something else stands among them. */
function valuesIn(node: ValueNode, complain: Complain): readonly Plain[] | undefined {
  const elements = elementsOf(node);
  const wrong = elements.find(({ type }) => type !== 'String' && type !== 'Number' && type !== 'Boolean');
  if (wrong !== undefined || elements.length === 0) {
    complain(wrong ?? node, say('noContextValue', { found: kindOf(wrong ?? node) }));
    return undefined;
  }
  return elements.flatMap((element) => plainOf(element) ?? []);
}

/** `context`: what the requests that are meant have under a key; `null` where they do not have it. */
function contextIn(member: MemberNode | undefined, complain: Complain): Conditions {
  if (member === undefined) return [];
  const { value } = member;
  if (value.type !== 'Object' || value.members.length === 0) {
    complain(value, say('noContext', { found: kindOf(value) }));
    return [undefined];
  }
  return value.members.flatMap(({ name, value: wanted }): Conditions => {
    if (wanted.type === 'Null') return [{ operator: 'Null', key: name.value, values: ['true'] }];
    const values = valuesIn(wanted, complain);
    return values === undefined ? [undefined] : contextConditions(name.value, values, wanted, complain);
  });
}

/** The operators by which a key has one of the values: a range for addresses, a pattern for texts with `*` or `?`. */
function contextConditions(
  key: string,
  values: readonly Plain[],
  at: ValueNode,
  complain: Complain,
): Conditions {
  const type = globalKey(key)?.type ?? shapeOf(values);
  const texts = values.map(String);
  const wrong = texts.find((text) => valueProblem(type, text) !== undefined);
  if (wrong !== undefined) {
    complain(at, say('noContextForm', { key, value: wrong, type }));
    return [undefined];
  }
  // By operators of order, several dates would mean all that lies between them.
  if (type === 'date' && texts.length > 1) {
    complain(at, say('severalDates', { key }));
    return [undefined];
  }
  const condition = (operator: string): ExpectedCondition => ({ operator, key, values: texts });
  switch (type) {
    case 'ip':
      return [condition('IpAddress')];
    case 'number':
      return [condition('NumberEquals')];
    case 'boolean':
      return [condition('Bool')];
    case 'date':
      return [condition('DateLessThanEquals'), condition('DateGreaterThanEquals')];
    case 'string':
      return [condition(texts.some((text) => /[*?]/.test(text)) ? 'StringMatch' : 'StringEquals')];
  }
}

/** Of a key that no table knows. */
function shapeOf(values: readonly Plain[]): 'number' | 'boolean' | 'string' {
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  return values.every((value) => typeof value === 'number') ? 'number' : 'string';
}
