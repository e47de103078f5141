import type { ValueNode } from '../../../src/policy/model/ast.js';
import { contains, foldAction, isWildcard } from '../../../src/policy/grants/pattern.js';
import type { Element, Elements, Policy, Statement } from '../../../src/policy/model/policy.js';
import { isAnyResource } from '../../../src/policy/grants/resource.js';

/** An element that says what another one says too, and its statement. */
export interface Subsumer {
  readonly element: Element;
  readonly statement: Statement;
}

/**
 * What makes an element of `Action` idle: an element of the same statement, or of another one of the same effect that holds
 * at least whenever this one does, that stands for the same actions or more. Of two that stand for the same, the later is idle.
 */
export function subsumerOf(element: Element, statement: Statement, policy: Policy): Subsumer | undefined {
  return within(element, statement) ?? elsewhere(element, statement, policy);
}

/** Every element of the statement is said by other statements: the statement is idle as a whole. */
export function subsumingStatements(statement: Statement, policy: Policy): readonly Statement[] | undefined {
  const { action } = statement;
  if (
    action === undefined ||
    action.items.length === 0 ||
    action.unknown.length > 0 ||
    statement.effect === undefined
  )
    return undefined;
  const found = new Set<Statement>();
  for (const element of action.items) {
    const subsumer = elsewhere(element, statement, policy);
    if (subsumer === undefined) return undefined;
    found.add(subsumer.statement);
  }
  return [...found];
}

/** Of copies within one list the first stays. */
function within(element: Element, statement: Statement): Subsumer | undefined {
  if (statement.action === undefined) return undefined;
  let isEarlier = true;
  for (const candidate of candidatesFor(element, statement.action)) {
    if (candidate === element) isEarlier = false;
    else if (
      contains(candidate.value, element.value) &&
      (isEarlier || !contains(element.value, candidate.value))
    )
      return { element: candidate, statement };
  }
  return undefined;
}

function elsewhere(element: Element, statement: Statement, policy: Policy): Subsumer | undefined {
  for (const other of policy.statements.slice(0, MAX_COMPARED)) {
    if (
      other === statement ||
      other.effect !== statement.effect ||
      other.effect === undefined ||
      !isWider(other, statement, element)
    )
      continue;
    const found =
      other.action === undefined
        ? undefined
        : candidatesFor(element, other.action).find(
            (candidate) =>
              contains(candidate.value, element.value) &&
              (other.index < statement.index ||
                !contains(element.value, candidate.value) ||
                !isWider(statement, other, candidate)),
          );
    if (found !== undefined) return { element: found, statement: other };
  }
  return undefined;
}

/** The elements of a list that may say what an element says, in their order: its own name, and wildcards. No name stands for a wildcard. */
function candidatesFor({ value }: Element, list: Elements): readonly Element[] {
  const { byName, wildcards } = indexOf(list);
  const same = isWildcard(value) ? [] : (byName.get(foldAction(value)) ?? []);
  return [...same, ...wildcards].sort((one, other) => one.at - other.at).map(({ element }) => element);
}

/** An element and its place in the list. */
interface Placed {
  readonly element: Element;
  readonly at: number;
}

interface ListIndex {
  /** By folded name. */
  readonly byName: ReadonlyMap<string, readonly Placed[]>;
  readonly wildcards: readonly Placed[];
}

/**
 * Statements of a policy, and wildcards of a list, that others are compared with: a policy of more is refused for its
 * size, and comparing them all would take minutes.
 */
const MAX_COMPARED = 500;

const indexes = new WeakMap<Elements, ListIndex>();

/** Every element of a list is asked for: to compare each with all others would take the square of their number. */
function indexOf(list: Elements): ListIndex {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const byName = new Map<string, Placed[]>();
  const wildcards: Placed[] = [];
  for (const [at, element] of list.items.entries()) {
    const name = foldAction(element.value);
    const same = byName.get(name);
    if (isWildcard(name)) wildcards.push({ element, at });
    else if (same === undefined) byName.set(name, [{ element, at }]);
    else same.push({ element, at });
  }
  const index = { byName, wildcards: wildcards.slice(0, MAX_COMPARED) };
  indexes.set(list, index);
  return index;
}

/** Whether one statement applies at least whenever another does, as far as an action is concerned. */
function isWider(wide: Statement, narrow: Statement, { value }: Element): boolean {
  if (!sameText(wide.principalMember?.value, narrow.principalMember?.value)) return false;
  const unconditional =
    wide.condition === undefined || sameText(wide.condition.member.value, narrow.condition?.member.value);
  const unnarrowed =
    wide.notResource === undefined &&
    (wide.resource === undefined ||
      wide.resource.items.some((resource) => isAnyResource(resource.value, value)));
  const sameResources =
    sameText(wide.resource?.member.value, narrow.resource?.member.value) &&
    sameText(wide.notResource?.member.value, narrow.notResource?.member.value);
  return unconditional && (unnarrowed || sameResources);
}

function sameText(one: ValueNode | undefined, other: ValueNode | undefined): boolean {
  return canonical(one) === canonical(other);
}

/** A text that is the same for values that mean the same: the order of names does not count, that of lists neither. */
export function canonical(value: ValueNode | undefined): string {
  switch (value?.type) {
    case undefined:
      return '';
    case 'Object':
      return `{${value.members
        .map((member) => `${JSON.stringify(member.name.value)}:${canonical(member.value)}`)
        .sort()
        .join()}}`;
    case 'Array':
      return `[${value.elements.map(canonical).sort().join()}]`;
    case 'String':
    case 'Number':
    case 'Boolean':
      return JSON.stringify(String(value.value));
    case 'Null':
      return 'null';
    case 'Unknown':
      return `\${${value.text}}`;
  }
}
