import type { UnknownNode } from '../model/ast.js';
import type { ActionPattern } from './pattern.js';
import { compilePattern, foldAction } from './pattern.js';
import type { Element, Elements, Policy, PolicyKind, Statement } from '../model/policy.js';
import { isAnyResource } from './resource.js';
import { wildcardMatches } from './wildcard.js';

/** A policy under the name that its workload calls it by. */
export interface NamedPolicy {
  readonly id: string;
  readonly policy: Policy;
}

/** Why a statement applies to some requests only. */
export type Limit =
  /** It has a Condition. */
  | 'condition'
  /** Its Resource or NotResource leaves something out. */
  | 'resource'
  /** A part that decides is only known at run time. */
  | 'unknown-part';

/** Where a policy allows or denies: an element of `Action`, or the whole statement for `NotAction`. */
export interface Site {
  readonly policy: NamedPolicy;
  readonly statement: Statement;
  /** Undefined for `NotAction`, and for a part of `Action` that is only known at run time. */
  readonly element: Element | undefined;
  readonly unknown?: UnknownNode;
  /** Empty where it applies to every request for the action. */
  readonly limits: readonly Limit[];
}

export type Outcome = 'allowed' | 'denied' | 'conditional' | 'not-granted';

export interface Decision {
  readonly outcome: Outcome;
  /** Every place that allows the action, limited or not. */
  readonly allows: readonly Site[];
  readonly denies: readonly Site[];
  /** What a conditional outcome depends on; empty otherwise. */
  readonly why: readonly (Limit | 'conditional-deny')[];
}

/** One allowing part of a policy, as written. */
export interface Grant {
  readonly site: Site;
  /** The action or wildcard as written; `NotAction` for one; the source text of a part known only at run time. */
  readonly pattern: string;
  readonly kind: 'literal' | 'wildcard' | 'not-action' | 'unknown';
  /** Whether it allows an action, limits aside. */
  readonly covers: (action: string) => boolean;
}

export interface Grants {
  /**
   * Whether every request for an action is allowed, none, or some. Case does not count.
   * @param otherNames names that stand for the same permission: an Allow with NotAction leaves the action out by any of them,
   * a Deny with NotAction spares it by its own name or by all of the others.
   */
  readonly decide: (action: string, otherNames?: readonly string[]) => Decision;
  /** Every part of an Allow, in the order of the policies. */
  readonly allowPatterns: () => readonly Grant[];
  readonly denyPatterns: () => readonly Grant[];
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
  const decisions = new Map<string, Decision>();
  return {
    decide(action, otherNames = []) {
      const name = foldAction(action);
      if (otherNames.length > 0)
        return decide(index(name), name, otherNames.map(foldAction), unknownStatements);
      const known = decisions.get(name);
      if (known !== undefined) return known;
      const decision = decide(index(name), name, [], unknownStatements);
      decisions.set(name, decision);
      return decision;
    },
    allowPatterns: () => rules.filter(({ allows }) => allows).map(asGrant),
    denyPatterns: () => rules.filter(({ denies }) => denies).map(asGrant),
  };
}

/** One element of `Action`, or the whole of a `NotAction`. */
interface Rule extends Omit<Site, 'limits'> {
  /** Both where the effect is only known at run time. */
  readonly allows: boolean;
  readonly denies: boolean;
  readonly text: string;
  readonly kind: Grant['kind'];
  /** Undefined for `NotAction`, which is looked up through `covers`. */
  readonly pattern: ActionPattern | undefined;
  readonly covers: (foldedAction: string) => boolean;
  readonly always: readonly Limit[];
}

function decide(
  rules: readonly Rule[],
  action: string,
  otherNames: readonly string[],
  unknownStatements: boolean,
): Decision {
  const allows: Site[] = [];
  const denies: Site[] = [];
  for (const rule of rules) {
    if (!rule.covers(action)) continue;
    const limits = limitsFor(rule, action);
    if (limits === 'never') continue;
    const site = siteOf(rule, limits);
    const byNotAction = rule.kind === 'not-action' && otherNames.length > 0;
    if (rule.allows && (!byNotAction || otherNames.every(rule.covers))) allows.push(site);
    if (rule.denies && (!byNotAction || otherNames.some(rule.covers))) denies.push(site);
  }
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

function rulesOf(policy: NamedPolicy): Rule[] {
  return policy.policy.statements.flatMap((statement) => {
    const unknownEffect = statement.effectMember?.value.type === 'Unknown';
    const allows = statement.effect === 'Allow' || unknownEffect;
    const denies = statement.effect === 'Deny' || unknownEffect;
    if (!allows && !denies) return [];
    const always: Limit[] = unknownEffect ? ['unknown-part'] : [];
    if (statement.condition !== undefined && !isEmptyCondition(statement)) always.push('condition');
    const shared = { policy, statement, allows, denies };
    return [
      ...actionRules(statement.action, shared, always),
      ...notActionRules(statement.notAction, shared, always),
    ];
  });
}

type Shared = Pick<Rule, 'policy' | 'statement' | 'allows' | 'denies'>;

function actionRules(action: Elements | undefined, shared: Shared, always: readonly Limit[]): Rule[] {
  if (action === undefined) return [];
  // Spelt out: spreading `shared` into every element would cost more than everything else here.
  const { policy, statement, allows, denies } = shared;
  const written = action.items.map((element): Rule => {
    const pattern = compilePattern(element.value);
    return {
      policy,
      statement,
      allows,
      denies,
      element,
      text: element.value,
      kind: pattern.literal ? 'literal' : 'wildcard',
      pattern,
      covers: coverer(pattern),
      always,
    };
  });
  // The known parts of `ecs:${var.type}:list` still say which actions it can stand for.
  const unknown = action.unknown.map((node): Rule => {
    const pattern = compilePattern(mayStandFor(node));
    return {
      ...shared,
      element: undefined,
      unknown: node,
      text: node.text.replace(/^"(.*)"$/s, '$1'),
      kind: 'unknown',
      pattern,
      covers: coverer(pattern),
      always: [...new Set<Limit>([...always, 'unknown-part'])],
    };
  });
  return [...written, ...unknown];
}

function notActionRules(notAction: Elements | undefined, shared: Shared, always: readonly Limit[]): Rule[] {
  if (notAction === undefined) return [];
  const except = notAction.items.map(({ value }) => coverer(compilePattern(value)));
  const covers = (action: string): boolean => !except.some((excepts) => excepts(action));
  const [unknown] = notAction.unknown;
  const rule: Rule = {
    ...shared,
    element: undefined,
    text: 'NotAction',
    kind: 'not-action',
    pattern: undefined,
    covers,
    always,
  };
  return [
    unknown === undefined
      ? rule
      : { ...rule, unknown, always: [...new Set<Limit>([...always, 'unknown-part'])] },
  ];
}

function coverer(pattern: ActionPattern): (action: string) => boolean {
  return pattern.literal
    ? (action) => action === pattern.text
    : (action) => wildcardMatches(pattern.wildcard, action);
}

function mayStandFor(node: UnknownNode): string {
  return (node.parts ?? [undefined]).map((part) => part ?? '*').join('');
}

/** The limits of a rule for one action. `never`: NotResource leaves nothing. */
function limitsFor({ statement, always }: Rule, action: string): readonly Limit[] | 'never' {
  return statement.resource === undefined && statement.notResource === undefined
    ? always
    : narrowed(statement, always, action);
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
  return [...limits];
}

function isEmptyCondition({ condition }: Statement): boolean {
  return condition?.member.value.type === 'Object' && condition.member.value.members.length === 0;
}

/** Finds the rules that may cover an action without going through all of them: literals by name, wildcards by service. */
function indexRules(rules: readonly Rule[]): (foldedAction: string) => readonly Rule[] {
  const literals = new Map<string, number[]>();
  const services = new Map<string, number[]>();
  const everywhere: number[] = [];
  for (const [position, { pattern }] of rules.entries()) {
    if (pattern === undefined || (!pattern.literal && pattern.service === undefined))
      everywhere.push(position);
    else if (pattern.literal) put(literals, pattern.text, position);
    else put(services, pattern.service ?? '', position);
  }
  return (action) => {
    const colon = action.indexOf(':');
    const named = literals.get(action) ?? [];
    const ofService = services.get(colon === -1 ? action : action.slice(0, colon)) ?? [];
    const positions =
      ofService.length + everywhere.length === 0
        ? named
        : [...named, ...ofService, ...everywhere].sort((a, b) => a - b);
    return positions.flatMap((position) => rules[position] ?? []);
  };
}

function put(map: Map<string, number[]>, key: string, position: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [position]);
  else list.push(position);
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
