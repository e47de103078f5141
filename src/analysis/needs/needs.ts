import type { Catalog } from '../../catalog/catalog.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type { Confidence, IdentityNeeds, Operation, Scenario, Source } from '../../catalog/model/model.js';
import { lowest } from '../../catalog/model/confidence.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { GENERATIONS, isNameIn, successorOf } from '../generation.js';
import type { Generation } from '../generation.js';
import { defined } from '../../defined.js';

/** An action that an operation needs. It may be a wildcard: documentation names dependencies such as `vpc:*:list*`. */
export interface Need {
  readonly action: string;
  readonly as: 'action' | 'dependency';
}

/** One whole way to be allowed to call an operation. */
export interface Alternative {
  /** The documentation's words for it; undefined where there is only one way. */
  readonly scenario: string | undefined;
  /** No action twice; one that is both stands as `action`. */
  readonly needs: readonly Need[];
}

/** What one of the two authorizations of a call asks for. */
export interface Side {
  readonly generation: Generation;
  /** Any one is enough. One without needs where no permission is needed. */
  readonly alternatives: readonly Alternative[];
  readonly noPermission: boolean;
  /** No page says it: it follows from what the names are called in the other generation. */
  readonly derived: boolean;
  /** How sure the facts are; the operation's own doubts left aside. */
  readonly confidence: Confidence;
  readonly source: Source | undefined;
}

/** What is known of either side; a side that is not known is not there. */
export type Sides = Readonly<Partial<Record<Generation, Side>>>;

/** Worked out once: workloads by the thousand call the same operations. */
export const sidesOf = rememberOf((catalog: Catalog, operation: Operation): Sides => {
  return defined({ '1.1': classicSide(operation, catalog), '5.0': identitySide(operation, catalog) });
});

/** Every action that either side needs in any alternative, each with its side. */
export function needsOfSides(sides: Sides): readonly { readonly need: Need; readonly side: Side }[] {
  return GENERATIONS.flatMap((generation) => {
    const side = sides[generation];
    return side === undefined
      ? []
      : side.alternatives.flatMap(({ needs }) => needs.map((need) => ({ need, side })));
  });
}

const known = new WeakMap<Operation, readonly Alternative[]>();

/** What an operation needs of policies 1.1: one alternative, or one for each scenario, any of which is enough. */
export function alternativesOf(operation: Operation): readonly Alternative[] {
  const cached = known.get(operation);
  if (cached !== undefined) return cached;
  const alternatives = toAlternatives(operation);
  known.set(operation, alternatives);
  return alternatives;
}

/** Every action that any alternative of the operation needs of policies 1.1. */
export function allNeedsOf(operation: Operation): readonly Need[] {
  const alternatives = alternativesOf(operation);
  return alternatives.length === 1
    ? (alternatives[0]?.needs ?? [])
    : alternatives.flatMap((alternative) => alternative.needs);
}

/** Whether the documentation says what the operation needs of policies 1.1, even if that is nothing. */
export function saysWhatItNeeds(operation: Operation): boolean {
  return (
    operation.no_permission === true ||
    alternativesOf(operation).some((alternative) => alternative.needs.length > 0)
  );
}

function classicSide(operation: Operation, catalog: Catalog): Side | undefined {
  if (!saysWhatItNeeds(operation)) return undefined;
  const alternatives = alternativesOf(operation);
  // A catalog may say what identity policies call its actions, and nothing of policies 1.1.
  if (namesIdentityActions(alternatives, catalog)) return undefined;
  return {
    generation: '1.1',
    alternatives,
    noPermission: alternatives.every(({ needs }) => needs.length === 0),
    derived: false,
    confidence: 'certain',
    source: operation.sources[0],
  };
}

function identitySide(operation: Operation, catalog: Catalog): Side | undefined {
  const { identity } = operation;
  if (identity !== undefined) return documentedSide(identity, operation);
  if (!saysWhatItNeeds(operation)) return undefined;
  const alternatives = alternativesOf(operation);
  const own = namesIdentityActions(alternatives, catalog);
  const derived = own ? alternatives : alternatives.flatMap((one) => inIdentityNames(one, catalog) ?? []);
  if (derived.length < alternatives.length) return undefined;
  return {
    generation: '5.0',
    alternatives: derived,
    noPermission: derived.every(({ needs }) => needs.length === 0),
    derived: !own,
    confidence: own ? 'certain' : 'likely',
    source: operation.sources[0],
  };
}

/** What identity policies are said to need is said by the operation's own pages where no others are named. */
function documentedSide(identity: IdentityNeeds, operation: Operation): Side | undefined {
  const alternatives = toAlternatives(identity);
  const noPermission = alternatives.every(({ needs }) => needs.length === 0);
  if (noPermission && identity.no_permission !== true) return undefined;
  return {
    generation: '5.0',
    alternatives,
    noPermission,
    derived: false,
    // An API that is not yet attached to identity policies is said to need none of them (CC and EIP v3, 2025).
    confidence: lowest([noPermission ? 'likely' : 'certain', confidenceOf(identity.doubts)]),
    source: identity.sources[0] ?? operation.sources[0],
  };
}

/** Whether the actions are those of identity policies, and none is one of policies 1.1. */
function namesIdentityActions(alternatives: readonly Alternative[], catalog: Catalog): boolean {
  const actions = alternatives.flatMap(({ needs }) => needs.filter(({ as }) => as === 'action'));
  return (
    actions.length > 0 &&
    actions.every(({ action }) => isNameIn(action, '5.0', catalog) && !isNameIn(action, '1.1', catalog))
  );
}

/** The alternative by the names of identity policies; dependencies may keep those of 1.1. Undefined where a name is not told. */
function inIdentityNames({ scenario, needs }: Alternative, catalog: Catalog): Alternative | undefined {
  const named = needs.map(({ action, as }): Need | undefined => {
    const successor = isWildcard(action) ? undefined : successorOf(action, catalog);
    if (as === 'dependency') return { action: successor ?? action, as };
    return successor === undefined ? undefined : { action: successor, as };
  });
  const told = named.filter((need) => need !== undefined);
  const isTold = needs.length === 0 || needs.some(({ action }) => successorOf(action, catalog) !== undefined);
  return told.length < needs.length || !isTold ? undefined : { scenario, needs: unique(told) };
}

interface Stated {
  readonly actions: readonly string[];
  readonly dependent_actions: readonly string[];
  readonly scenarios: readonly Scenario[];
}

function toAlternatives({ actions, dependent_actions, scenarios }: Stated): readonly Alternative[] {
  if (scenarios.length === 0) return [{ scenario: undefined, needs: toNeeds(actions, dependent_actions) }];
  return scenarios.map((one) => ({
    scenario: one.when,
    needs: toNeeds([...actions, ...one.actions], [...dependent_actions, ...one.dependent_actions]),
  }));
}

function toNeeds(actions: readonly string[], dependencies: readonly string[]): readonly Need[] {
  return unique([
    ...actions.map((action): Need => ({ action, as: 'action' })),
    ...dependencies.map((action): Need => ({ action, as: 'dependency' })),
  ]);
}

/** The first of those of one name. */
function unique(needs: readonly Need[]): readonly Need[] {
  const found = new Map<string, Need>();
  for (const need of needs) if (!found.has(foldAction(need.action))) found.set(foldAction(need.action), need);
  return [...found.values()];
}
