import { remember } from '../../remember.js';
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

/**
 * Generations of policies and of the names of actions in them: `1.1` stands for roles and policies, `5.0` for identity
 * policies.
 */
export type Generation = '1.1' | '5.0';

/** Names of one permission, by the policies in which they stand for it. */
export interface PermissionNames extends Readonly<Record<Generation, readonly string[]>> {
  /** Types of the resources that identity policies can narrow it to (`ecs:instance`), if any. */
  readonly resourceTypes: readonly string[];
}

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
}

/** Kinds that say what an identity may do. The others hang on a resource and say who may come to it. */
const GRANTING: ReadonlySet<PolicyKind> = new Set(['role', 'policy', 'identity-policy', 'agency-policy']);

/** The generation of a policy, and of the names that count in it. */
export function generationOf({ kind }: Policy): Generation {
  return kind === 'identity-policy' ? '5.0' : '1.1';
}

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
  };
}

/** One element of `Action`, or the whole of a `NotAction`. */
interface Rule extends Omit<Site, 'limits'> {
  readonly generation: Generation;
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

function rulesOf(policy: NamedPolicy): Rule[] {
  return policy.policy.statements.flatMap((statement) => {
    const unknownEffect = statement.effectMember?.value.type === 'Unknown';
    const allows = statement.effect === 'Allow' || unknownEffect;
    const denies = statement.effect === 'Deny' || unknownEffect;
    if (!allows && !denies) return [];
    const always: Limit[] = unknownEffect ? ['unknown-part'] : [];
    if (statement.condition !== undefined && !isEmptyCondition(statement)) always.push('condition');
    const shared = { policy, generation: generationOf(policy.policy), statement, allows, denies };
    return [
      ...actionRules(statement.action, shared, always),
      ...notActionRules(statement.notAction, shared, always),
    ];
  });
}

type Shared = Pick<Rule, 'policy' | 'generation' | 'statement' | 'allows' | 'denies'>;

function actionRules(action: Elements | undefined, shared: Shared, always: readonly Limit[]): Rule[] {
  if (action === undefined) return [];
  // Spelt out: spreading `shared` into every element would cost more than everything else here.
  const { policy, generation, statement, allows, denies } = shared;
  const written = action.items.map((element): Rule => {
    const pattern = compilePattern(element.value);
    return {
      policy,
      generation,
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

function isEmptyCondition({ condition }: Statement): boolean {
  return condition?.member.value.type === 'Object' && condition.member.value.members.length === 0;
}

/** Finds the rules that may cover an action without going through all of them: literals by name, wildcards by service. */
function indexRules(rules: readonly Rule[]): (foldedAction: string) => readonly number[] {
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
    return [...named, ...ofService, ...everywhere];
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
