import { FOREIGN_LANGUAGES, foreignCloud } from '../facts/foreign-languages.js';
import type { MemberNode, ObjectNode, ValueNode } from './ast.js';

/**
 * The cloud whose language a document with a `Statement` is written in; undefined where it is ours, or may be. What speaks
 * for ours is stronger: an action of three parts, or one of our versions, makes a resource of another cloud a mistake.
 */
export function foreignStatements(
  version: string | undefined,
  statements: readonly ObjectNode[],
): string | undefined {
  if (version !== undefined && OWN_VERSIONS.has(version)) return undefined;
  const marks = statements.flatMap(marksOf);
  const actions = statements.flatMap(actionsOf);
  if (actions.some(hasThreeParts)) return undefined;
  return ofMarks(marks) ?? ofVersion(version) ?? ofServices(actions);
}

/** The cloud whose document this is, where it has no `Statement`: a role or a binding of another kind; undefined for anything else. */
export function foreignDocument(node: ObjectNode): string | undefined {
  return SHAPES.find(({ matches }) => matches(node))?.name;
}

/** Those of our policies, and of the bucket and topic policies of our clouds (buckets take the names of S3 there). */
const OWN_VERSIONS: ReadonlySet<string> = new Set(['1.0', '1.1', '5.0', '2008-10-17', '2016-09-07']);

function hasThreeParts(action: string): boolean {
  return action.split(':').length === 3;
}

function ofMarks(marks: readonly string[]): string | undefined {
  for (const mark of marks) {
    const [prefix = ''] = mark.split(':');
    const cloud = mark.includes(':') ? foreignCloud(prefix) : ofDomain(mark);
    if (cloud !== undefined) return cloud;
  }
  return undefined;
}

function ofDomain(host: string): string | undefined {
  return FOREIGN_LANGUAGES.find(({ domains }) => domains.some((domain) => host.endsWith(`.${domain}`)))?.name;
}

function ofVersion(version: string | undefined): string | undefined {
  if (version === undefined) return undefined;
  return FOREIGN_LANGUAGES.find(({ versions }) => versions.includes(version))?.name;
}

/** Where nothing else tells: each action is of two parts, and one of a service that only one cloud has. */
function ofServices(actions: readonly string[]): string | undefined {
  if (!actions.every((action) => action === '*' || action.split(':').length === 2)) return undefined;
  const services = new Set(actions.map((action) => (action.split(':')[0] ?? '').toLowerCase()));
  return FOREIGN_LANGUAGES.find((language) => language.services.some((service) => services.has(service)))
    ?.name;
}

/** Texts that a cloud writes in its own way: resources, principals, the keys of conditions. */
function marksOf(statement: ObjectNode): string[] {
  return statement.members.flatMap(({ name, value }) => {
    const element = name.value.toLowerCase();
    if (RESOURCES.has(element)) return textsIn(value, 0);
    if (element === 'principal' || element === 'notprincipal')
      return [...membersOf(value).map((member) => `${member.name.value}:`), ...textsIn(value, 0)];
    return element === 'condition' ? conditionKeys(value) : [];
  });
}

const RESOURCES: ReadonlySet<string> = new Set(['resource', 'notresource']);

function conditionKeys(value: ValueNode): string[] {
  return membersOf(value).flatMap(({ value: operator }) =>
    membersOf(operator).map(({ name }) => name.value.toLowerCase()),
  );
}

function actionsOf(statement: ObjectNode): string[] {
  return statement.members
    .filter(({ name }) => ['action', 'notaction'].includes(name.value.toLowerCase()))
    .flatMap(({ value }) => textsIn(value, 0));
}

const DEEPEST = 4;

function textsIn(value: ValueNode, depth: number): string[] {
  if (depth > DEEPEST) return [];
  if (value.type === 'String') return [value.value];
  if (value.type === 'Unknown') return (value.parts ?? []).slice(0, 1).flatMap((part) => part ?? []);
  if (value.type === 'Array') return value.elements.flatMap((element) => textsIn(element, depth + 1));
  return membersOf(value).flatMap((member) => textsIn(member.value, depth + 1));
}

function membersOf(value: ValueNode): readonly MemberNode[] {
  return value.type === 'Object' ? value.members : [];
}

interface Shape {
  readonly name: string;
  readonly matches: (node: ObjectNode) => boolean;
}

/** Documents of other clouds that say who may do what in another shape, by the members that only they have together. */
const SHAPES: readonly Shape[] = [
  // IAM policy (`bindings`) and custom role (`includedPermissions`), as gcloud and the API write them.
  {
    name: 'Google Cloud',
    matches: (node) =>
      objectsIn(node, 'bindings').some((binding) => hasAll(binding, ['role', 'members'])) ||
      has(node, 'includedPermissions'),
  },
  // Role definition of the portal, and of the API; policy definition.
  {
    name: 'Azure',
    matches: (node) =>
      hasAll(node, ['Actions', 'AssignableScopes']) ||
      hasAll(node, ['permissions', 'assignableScopes']) ||
      objectsIn(node, 'policyRule').some((rule) => hasAll(rule, ['if', 'then'])),
  },
  {
    name: 'Baidu AI Cloud',
    matches: (node) =>
      objectsIn(node, 'accessControlList').some((entry) => hasAll(entry, ['permission', 'effect'])),
  },
  {
    name: 'Oracle Cloud',
    matches: (node) =>
      stringsIn(node, 'statements').some((text) => /^\s*(?:allow|endorse|admit|define) /i.test(text)),
  },
];

function has(node: ObjectNode, wanted: string): boolean {
  return node.members.some(({ name }) => name.value === wanted);
}

function hasAll(node: ObjectNode, wanted: readonly string[]): boolean {
  return wanted.every((name) => has(node, name));
}

function valueOf(node: ObjectNode, wanted: string): ValueNode | undefined {
  return node.members.find(({ name }) => name.value === wanted)?.value;
}

function objectsIn(node: ObjectNode, name: string): readonly ObjectNode[] {
  const value = valueOf(node, name);
  if (value?.type === 'Object') return [value];
  return value?.type === 'Array' ? value.elements.filter((element) => element.type === 'Object') : [];
}

function stringsIn(node: ObjectNode, name: string): readonly string[] {
  const value = valueOf(node, name);
  return value?.type === 'Array'
    ? value.elements.flatMap((element) => (element.type === 'String' ? [element.value] : []))
    : [];
}
