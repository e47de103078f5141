import type { Catalog } from '../../catalog/catalog.js';
import { isAnyResource, resourceParts } from '../../policy/grants/resource.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
import { plainOf } from '../../policy/model/plain.js';
import type { Effect, Element, Policy, Statement } from '../../policy/model/policy.js';
import type { Span } from '../../span.js';
import type { Generation } from '../generation.js';
import { compareCalls } from './compare-calls.js';
import type { CallComparison } from './compare-calls.js';
import type { MigratedPolicy } from './migrated-policy.js';
import { namesIn } from './names-in.js';
import { gainedNames, neededBesides } from './repair.js';

/** A policy in the other version of the language. */
export interface Migration {
  /** Undefined where it would deny less, or nothing of it could be carried over. */
  readonly document: MigratedPolicy | undefined;
  /** What could not be carried over, where it stands; in policy order. */
  readonly left: readonly LeftBehind[];
  /** Actions that no name of the policy stands for, and calls that it allows need in the other version; sorted. */
  readonly added: readonly string[];
  /** How each call of the catalog that either policy allows stands with both. */
  readonly calls: CallComparison;
}

export interface LeftBehind {
  readonly at: Span;
  /** Whether it keeps the whole policy from being written: what a Deny loses would be allowed. */
  readonly blocks: boolean;
  readonly kind:
    /** The catalog does not tell what it is called in the other version. */
    | 'name'
    /** Policies 1.1 cannot be narrowed to it, or identity policies do not know its form. */
    | 'resource'
    /** What it leaves out has other names, and is not the same there. */
    | 'not-action'
    | 'not-resource'
    /** It is only known at run time. */
    | 'unknown'
    /** It stands as it is: nobody tells whether its keys exist in the other version. */
    | 'condition';
  /** As written. */
  readonly text: string;
}

/**
 * Writes a policy of Version 1.1 as an identity policy (5.0), or the other way about, by the names that the catalog knows,
 * and compares call by call what both allow. What an Allow cannot carry over is left out and told; where a Deny cannot,
 * there is no policy. What the names alone do not tell is taken from the calls: an action that a call needs in the other
 * version is added where that allows nothing else.
 */
export function migratePolicy(policy: Policy, to: Generation, catalog: Catalog): Migration {
  const first = written(policy, to, catalog, NONE);
  const gained = first.isWhole
    ? gainedNames(compareCalls(policy, first.document, catalog), to, catalog)
    : NONE;
  const {
    document: narrow,
    left,
    isWhole,
  } = gained.size === 0 ? first : written(policy, to, catalog, gained);
  // What a statement allowed that is left out is not to come back by its calls.
  const isMendable = left.every(({ kind }) => kind === 'name' || kind === 'condition');
  const added = isWhole && isMendable ? addedTo(narrow, policy, catalog) : [];
  const document = added.length === 0 ? narrow : withActions(narrow, added);
  if (!isWhole || document.Statement.length === 0)
    return { document: undefined, left, added, calls: { same: 0, changed: [] } };
  return { document, left, added, calls: compareCalls(policy, document, catalog) };
}

const NONE: ReadonlySet<string> = new Set();

interface Written {
  readonly document: MigratedPolicy;
  readonly left: readonly LeftBehind[];
  readonly isWhole: boolean;
}

/** By the names alone. @param without names that would allow calls which the policy does not; folded. */
function written(policy: Policy, to: Generation, catalog: Catalog, without: ReadonlySet<string>): Written {
  const migrated = policy.statements.map((statement) => migrateStatement(statement, to, catalog, without));
  const left = [
    ...policy.unknown.map((node): LeftBehind => ({
      at: node.loc,
      blocks: true,
      kind: 'unknown',
      text: node.text,
    })),
    ...migrated.flatMap((one) => one.left),
  ];
  const statements = migrated.flatMap(({ statement }) => (statement === undefined ? [] : [statement]));
  return {
    document: { Version: to, Statement: statements },
    left,
    isWhole: !left.some(({ blocks }) => blocks),
  };
}

function addedTo(document: MigratedPolicy, policy: Policy, catalog: Catalog): readonly string[] {
  const wanted = neededBesides(compareCalls(policy, document, catalog), document.Version, catalog);
  if (wanted.length === 0) return [];
  const after = compareCalls(policy, withActions(document, wanted), catalog);
  const gained = gainedNames(after, document.Version, catalog);
  return wanted.filter((action) => !gained.has(foldAction(action)));
}

function withActions(document: MigratedPolicy, actions: readonly string[]): MigratedPolicy {
  return { ...document, Statement: [...document.Statement, { Effect: 'Allow', Action: actions }] };
}

interface MigratedStatement {
  readonly statement: MigratedPolicy['Statement'][number] | undefined;
  readonly left: readonly LeftBehind[];
}

function migrateStatement(
  statement: Statement,
  to: Generation,
  catalog: Catalog,
  without: ReadonlySet<string>,
): MigratedStatement {
  const { action, effect, node, condition } = statement;
  const blocks = effect !== 'Allow';
  const whole = wholeReason(statement);
  if (effect === undefined || action === undefined || whole !== undefined)
    return { statement: undefined, left: [{ at: node.loc, blocks, kind: 'unknown', text: '', ...whole }] };
  const resources = migrateResources(statement, to, blocks);
  if (!('kept' in resources)) return { statement: undefined, left: resources.left };
  const named = action.items.map((element) => {
    const names = namesIn(element.value, to, catalog);
    // A Deny may deny more, and an Allow may not allow more.
    const isKept = (name: string): boolean => effect === 'Deny' || !without.has(foldAction(name));
    return { element, names: names.filter(isKept) };
  });
  const untold = named.filter(({ names }) => names.length === 0);
  const left = [
    ...untold.map(({ element }) => leftElement(element, 'name', blocks)),
    ...(condition === undefined ? [] : [leftCondition(condition.member.loc)]),
  ];
  const actions = [...new Set(named.flatMap(({ names }) => names))];
  return {
    statement: actions.length === 0 ? undefined : plainStatement(statement, effect, actions, resources.kept),
    left,
  };
}

/** Why nothing of a statement can be carried over; undefined where that is not so. */
function wholeReason({
  node,
  action,
  notAction,
  notResource,
  resource,
  condition,
}: Statement): Pick<LeftBehind, 'at' | 'kind' | 'text'> | undefined {
  if (notAction !== undefined) return { at: notAction.member.loc, kind: 'not-action', text: 'NotAction' };
  if (notResource !== undefined)
    return { at: notResource.member.loc, kind: 'not-resource', text: 'NotResource' };
  const [unknown] = [...(action?.unknown ?? []), ...(resource?.unknown ?? [])];
  if (unknown !== undefined) return { at: unknown.loc, kind: 'unknown', text: unknown.text };
  if (condition !== undefined && plainOf(condition.member.value) === undefined)
    return { at: condition.member.loc, kind: 'unknown', text: 'Condition' };
  return action === undefined ? { at: node.loc, kind: 'unknown', text: '' } : undefined;
}

/** What a statement names as its resources in the other version; nothing where it need not name any. */
function migrateResources(
  { resource }: Statement,
  to: Generation,
  blocks: boolean,
): { readonly kept: readonly string[] } | { readonly left: readonly LeftBehind[] } {
  if (resource === undefined) return { kept: [] };
  // The agency form of policies 1.1 (`uri`) has ids, which URNs do not.
  if (resource.array === undefined && resource.items.length === 0)
    return { left: [{ at: resource.member.loc, blocks, kind: 'resource', text: 'Resource' }] };
  const { items } = resource;
  if (items.every(({ value }) => isEverything(value)) || items.some(({ value }) => value === '*'))
    return { kept: [] };
  const lost = items.filter(({ value }) => !isWritable(value, to));
  if (lost.length > 0) return { left: lost.map((element) => leftElement(element, 'resource', blocks)) };
  return { kept: items.map(resourceText) };
}

/** Both versions know the form of five parts; policies 1.1 can be narrowed by it for OBS alone. */
function isWritable(resource: string, to: Generation): boolean {
  return resourceParts(resource) !== undefined && (to === '5.0' || isOfObs(resource));
}

function isOfObs(resource: string): boolean {
  return resourceParts(resource)?.service === 'obs';
}

/** `*`, and every resource of any or of one type, whatever its account. */
function isEverything(resource: string): boolean {
  return (
    resource === '*' || isAnyResource(resource, '*:*:*') || /^[\w-]+:[*]?:[*]?:[\w*-]+:[*]$/.test(resource)
  );
}

function resourceText({ value }: Element): string {
  const colon = value.indexOf(':');
  return colon === -1 ? value : value.slice(0, colon).toLowerCase() + value.slice(colon);
}

function plainStatement(
  { condition, sid }: Statement,
  effect: Effect,
  actions: readonly string[],
  resources: readonly string[],
): MigratedPolicy['Statement'][number] {
  const limits = condition === undefined ? undefined : plainOf(condition.member.value);
  return {
    ...(sid === undefined ? {} : { Sid: sid.value }),
    Effect: effect,
    Action: actions,
    ...(resources.length === 0 ? {} : { Resource: resources }),
    ...(limits === undefined ? {} : { Condition: limits }),
  };
}

function leftElement({ value, node }: Element, kind: LeftBehind['kind'], blocks: boolean): LeftBehind {
  // A wildcard that stands for nothing there denies nothing there.
  return { at: node.loc, blocks: blocks && !(kind === 'name' && isWildcard(value)), kind, text: value };
}

function leftCondition(at: Span): LeftBehind {
  return { at, blocks: false, kind: 'condition', text: 'Condition' };
}
