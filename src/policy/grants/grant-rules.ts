import type { UnknownNode } from '../model/ast.js';
import type { ActionPattern } from './pattern.js';
import { compilePattern } from './pattern.js';
import type { Elements, Statement } from '../model/policy.js';
import { wildcardMatches } from './wildcard.js';
import type { NamedPolicy, Limit, Site, Grant, Generation } from './decision.js';
import { generationOf } from './decision.js';

/** One element of `Action`, or the whole of a `NotAction`. */
export interface Rule extends Omit<Site, 'limits'> {
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

export function rulesOf(policy: NamedPolicy): Rule[] {
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

function isEmptyCondition({ condition }: Statement): boolean {
  return condition?.member.value.type === 'Object' && condition.member.value.members.length === 0;
}

/** Finds the rules that may cover an action without going through all of them: literals by name, wildcards by service. */
export function indexRules(rules: readonly Rule[]): (foldedAction: string) => readonly number[] {
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
