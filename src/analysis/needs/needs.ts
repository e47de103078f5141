import type { Catalog } from '../../catalog/catalog.js';
import { confidenceOf } from '../../catalog/model/model.js';
import type { Confidence, IdentityNeeds, Operation, Scenario, Source } from '../../catalog/model/model.js';
import { lowest } from '../../catalog/model/confidence.js';
import { foldAction, isWildcard } from '../../policy/grants/pattern.js';
import { rememberOf } from '../../remember.js';
import { classicNameOf, GENERATIONS, isNameIn, successorOf } from '../generation.js';
import type { Generation } from '../generation.js';
import { defined } from '../../defined.js';
import { ownNeeds } from './own-needs.js';

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

/** In which ways an operation is allowed. */
export interface Ways {
  /** Any one is enough. One without needs where no permission is needed. */
  readonly alternatives: readonly Alternative[];
  /** What is needed besides when a case arises (“when an EIP is assigned”); a call that it does not arise in does without. */
  readonly cases: readonly Case[];
}

export interface Case extends Alternative {
  readonly scenario: string;
}

/** What one of the two authorizations of a call asks for. */
export interface Side extends Ways {
  readonly generation: Generation;
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

/** Every action that either side needs in any alternative and any case, each with its side. */
export function needsOfSides(sides: Sides): readonly { readonly need: Need; readonly side: Side }[] {
  return GENERATIONS.flatMap((generation) => {
    const side = sides[generation];
    return side === undefined ? [] : everyNeed(side).map((need) => ({ need, side }));
  });
}

const known = new WeakMap<Operation, Ways>();

/** What an operation needs of policies 1.1. */
export function waysOf(operation: Operation): Ways {
  const cached = known.get(operation);
  if (cached !== undefined) return cached;
  const ways = toWays(operation);
  known.set(operation, ways);
  return ways;
}

/** Every action that the operation needs of policies 1.1 in any alternative and any case. */
export function allNeedsOf(operation: Operation): readonly Need[] {
  return everyNeed(waysOf(operation));
}

function everyNeed({ alternatives, cases }: Ways): readonly Need[] {
  const [only] = alternatives;
  if (only !== undefined && alternatives.length + cases.length === 1) return only.needs;
  return [...alternatives, ...cases].flatMap(({ needs }) => needs);
}

/** Whether the documentation says what the operation needs of policies 1.1, even if that is nothing. */
export function saysWhatItNeeds(operation: Operation): boolean {
  return (
    operation.no_permission === true ||
    waysOf(operation).alternatives.some((alternative) => alternative.needs.length > 0)
  );
}

function classicSide(operation: Operation, catalog: Catalog): Side | undefined {
  if (!saysWhatItNeeds(operation)) return undefined;
  const ways = waysOf(operation);
  const { alternatives } = ways;
  // A catalog may say what identity policies call its actions, and nothing of policies 1.1.
  if (namesIdentityActions(alternatives, catalog)) return undefined;
  return {
    alternatives: alternatives.map((one) => ({ ...one, needs: inClassicNames(one.needs, catalog) })),
    cases: ways.cases.map((one) => ({ ...one, needs: inClassicNames(one.needs, catalog) })),
    generation: '1.1',
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
  const { alternatives, cases } = waysOf(operation);
  const own = namesIdentityActions(alternatives, catalog);
  const derived = own ? alternatives : alternatives.flatMap((one) => inIdentityNames(one, catalog) ?? []);
  if (derived.length < alternatives.length) return undefined;
  return {
    generation: '5.0',
    alternatives: derived,
    cases: own ? cases : cases.map((one) => ({ ...one, needs: bestNamed(one.needs, catalog) })),
    noPermission: derived.every(({ needs }) => needs.length === 0),
    derived: !own,
    confidence: own ? 'certain' : 'likely',
    source: operation.sources[0],
  };
}

/** What identity policies are said to need is said by the operation's own pages where no others are named. */
function documentedSide(identity: IdentityNeeds, operation: Operation): Side | undefined {
  const ways = toWays(identity);
  const noPermission = ways.alternatives.every(({ needs }) => needs.length === 0);
  if (noPermission && identity.no_permission !== true) return undefined;
  return {
    ...ways,
    generation: '5.0',
    noPermission,
    derived: false,
    // An API that is not yet attached to identity policies is said to need none of them (CC and EIP v3, 2025).
    confidence: lowest([noPermission ? 'likely' : 'certain', confidenceOf(identity.doubts)]),
    source: identity.sources[0] ?? operation.sources[0],
  };
}

/** Pages about policies 1.1 give a dependency by its name in identity policies now and then: one alias is what is meant. */
function inClassicNames(needs: readonly Need[], catalog: Catalog): readonly Need[] {
  return unique(
    needs.map((need) =>
      need.as === 'action' || isWildcard(need.action) || isNameIn(need.action, '1.1', catalog)
        ? need
        : { ...need, action: classicNameOf(need.action, catalog) ?? need.action },
    ),
  );
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

/** The names of identity policies where they are told, else those that the documentation gives. */
function bestNamed(needs: readonly Need[], catalog: Catalog): readonly Need[] {
  return unique(
    needs.map(({ action, as }) => ({
      action: isWildcard(action) ? action : (successorOf(action, catalog) ?? action),
      as,
    })),
  );
}

/** A cell of the form "when A …; when B …" tells conditions of use where its cases share what the operation itself is (`ownNeeds`). */
function toWays({ actions, dependent_actions, scenarios }: Stated): Ways {
  if (scenarios.length === 0)
    return { alternatives: [{ scenario: undefined, needs: toNeeds(actions, dependent_actions) }], cases: [] };
  const whole = scenarios.map((one) => ({
    scenario: one.when,
    needs: toNeeds([...actions, ...one.actions], [...dependent_actions, ...one.dependent_actions]),
  }));
  const own = ownNeeds(scenarios);
  if (own === undefined) return { alternatives: whole, cases: [] };
  const always = toNeeds([...actions, ...own.actions], [...dependent_actions, ...own.dependent_actions]);
  const names = new Set(always.map(({ action }) => foldAction(action)));
  const cases = whole.map(({ scenario, needs }) => ({
    scenario,
    needs: needs.filter(({ action }) => !names.has(foldAction(action))),
  }));
  return {
    alternatives: [{ scenario: undefined, needs: always }],
    cases: cases.filter(({ needs }) => needs.length > 0),
  };
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
