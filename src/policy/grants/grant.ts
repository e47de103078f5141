import { remember } from '../../remember.js';
import { foldAction } from './pattern.js';
import type { Policy, PolicyKind, Statement } from '../model/policy.js';
import { isAnyResource } from './resource.js';
import type { NamedPolicy, Limit, Site, Decision, Grant, PermissionNames } from './decision.js';
import type { Rule } from './grant-rules.js';
import { rulesOf, indexRules } from './grant-rules.js';

export interface Grants {
  /** Whether every request for an action is allowed, none, or some, by its name in any policy. Case does not count. */
  readonly decide: (action: string) => Decision;
  /**
   * The same of a permission that policies of each generation know by other names: any of them is enough to allow it, or
   * to deny it; a NotAction with any of them leaves it out.
   */
  readonly decideBy: (names: PermissionNames) => Decision;
  /** Every part of an Allow, in the order of the policies. */
  readonly allowPatterns: () => readonly Grant[];
  readonly denyPatterns: () => readonly Grant[];
  /** Whether there are statements that only a run knows. */
  readonly isUnread: boolean;
}

/** Kinds that say what an identity may do. The others hang on a resource and say who may come to it. */
const GRANTING: ReadonlySet<PolicyKind> = new Set(['role', 'policy', 'identity-policy', 'agency-policy']);

/** Whether a policy says what an identity may do. */
export function isGranting({ kind }: Policy): boolean {
  return GRANTING.has(kind);
}

/**
 * What several policies grant together: everything one of them allows, minus what any of them denies (user guide 策略鉴权规则).
 * `allowed`, `denied` and `not-granted` hold for every request; `conditional` means that it depends on the request, or that
 * no more can be said: two limited statements that together leave nothing out are not added up.
 */
export function compileGrants(policies: readonly NamedPolicy[]): Grants {
  const granting = policies.filter(({ policy }) => isGranting(policy));
  const rules = granting.flatMap(rulesOf);
  const index = indexRules(rules);
  const unknownStatements = granting.some(({ policy }) => policy.unknown.length > 0);
  return {
    decide: remember((action) => {
      const names = [foldAction(action)];
      return decide(rules, index, { '1.1': names, '5.0': names, resourceTypes: [] }, unknownStatements);
    }),
    decideBy: ({ resourceTypes, ...names }) =>
      decide(
        rules,
        index,
        { '1.1': names['1.1'].map(foldAction), '5.0': names['5.0'].map(foldAction), resourceTypes },
        unknownStatements,
      ),
    allowPatterns: () => rules.filter(({ allows }) => allows).map(asGrant),
    denyPatterns: () => rules.filter(({ denies }) => denies).map(asGrant),
    isUnread: unknownStatements,
  };
}

/** @param names folded. */
function decide(
  rules: readonly Rule[],
  index: (foldedAction: string) => readonly number[],
  names: PermissionNames,
  unknownStatements: boolean,
): Decision {
  const allows: Site[] = [];
  const denies: Site[] = [];
  for (const rule of rulesNaming(rules, index, names)) {
    const limits = limitsFor(rule, names);
    if (limits === 'never') continue;
    const site = siteOf(rule, limits);
    if (rule.allows) allows.push(site);
    if (rule.denies) denies.push(site);
  }
  return outcomeOf(allows, denies, unknownStatements);
}

/** Those that cover any of the names that count in their policy, in order. */
function rulesNaming(
  rules: readonly Rule[],
  index: (foldedAction: string) => readonly number[],
  names: PermissionNames,
): readonly Rule[] {
  const positions = [...new Set([...names['1.1'], ...names['5.0']])].flatMap(index);
  return [...new Set(positions)]
    .sort((a, b) => a - b)
    .flatMap((position) => {
      const rule = rules[position];
      return rule !== undefined && coversAny(rule, names[rule.generation]) ? rule : [];
    });
}

function coversAny({ kind, covers }: Rule, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  return kind === 'not-action' ? names.every(covers) : names.some(covers);
}

function outcomeOf(allows: readonly Site[], denies: readonly Site[], unknownStatements: boolean): Decision {
  if (denies.some(({ limits }) => limits.length === 0)) return { outcome: 'denied', allows, denies, why: [] };
  // Nothing limits anything: the answer for nearly every action.
  if (!unknownStatements && denies.length === 0 && allows.every(({ limits }) => limits.length === 0))
    return { outcome: allows.length > 0 ? 'allowed' : 'not-granted', allows, denies, why: [] };
  const why = new Set<Limit | 'conditional-deny'>();
  if (unknownStatements) why.add('unknown-part');
  if (allows.length > 0 && allows.every(({ limits }) => limits.length > 0))
    for (const { limits } of allows) for (const limit of limits) why.add(limit);
  if (allows.length > 0)
    for (const { limits } of denies)
      why.add(limits.every((limit) => limit === 'unknown-part') ? 'unknown-part' : 'conditional-deny');
  if (why.size > 0) return { outcome: 'conditional', allows, denies, why: [...why] };
  return { outcome: allows.length > 0 ? 'allowed' : 'not-granted', allows, denies, why: [] };
}

/** The limits of a rule for one permission, by the name that is narrowed least. `never`: NotResource leaves nothing. */
function limitsFor(
  { statement, always, generation, kind, covers }: Rule,
  names: PermissionNames,
): readonly Limit[] | 'never' {
  if (statement.resource === undefined && statement.notResource === undefined) return always;
  const types = generation === '5.0' ? names.resourceTypes : [];
  if (types.length > 0 && types.every((type) => narrowed(statement, always, `${type}:`) === always))
    return always;
  const named = kind === 'not-action' ? names[generation] : names[generation].filter(covers);
  const each = named.map((name) => narrowed(statement, always, name));
  return each.flatMap((limits) => (limits === 'never' ? [] : [limits])).sort(byCount)[0] ?? 'never';
}

function byCount(one: readonly Limit[], other: readonly Limit[]): number {
  return one.length - other.length;
}

/** Limits with those of the resources: whether one narrows depends on the action's service and type; undefined asks about every action. */
function narrowed(
  { resource, notResource }: Statement,
  always: readonly Limit[],
  action: string | undefined,
): readonly Limit[] | 'never' {
  const limits = new Set(always);
  if (resource !== undefined && !resource.items.some(({ value }) => isAnyResource(value, action)))
    limits.add(resource.unknown.length > 0 ? 'unknown-part' : 'resource');
  if (notResource !== undefined) {
    if (notResource.items.some(({ value }) => isAnyResource(value, action))) return 'never';
    if (notResource.items.length > 0) limits.add('resource');
    else if (notResource.unknown.length > 0) limits.add('unknown-part');
  }
  return limits.size === always.length ? always : [...limits];
}

function siteOf({ policy, statement, element, unknown }: Rule, limits: readonly Limit[]): Site {
  return unknown === undefined
    ? { policy, statement, element, limits }
    : { policy, statement, element, limits, unknown };
}

function asGrant(rule: Rule): Grant {
  const { text, kind, covers, always, statement } = rule;
  const limits = narrowed(statement, always, kind === 'not-action' ? undefined : text);
  return {
    site: siteOf(rule, limits === 'never' ? [...always, 'resource'] : limits),
    pattern: text,
    kind,
    covers: (action) => covers(foldAction(action)),
  };
}
