import type { HclExpression, HclFor } from '../hcl-syntax.js';
import { decoded, settled } from './look-into.js';
import type { Scope } from './module-scope.js';
import { spend } from './module-scope.js';
import type { HclEntry, HclValue, Place } from './value.js';
import { elementsOf, listOf, mapOf, possibleElements } from './value.js';
import { holeAt, placeIn, spreadOf } from './hole-places.js';

/** What an expression comes to; given from above, as a loop is itself an expression. */
type Evaluate = (expression: HclExpression, scope: Scope) => HclValue;

/** What a loop makes of its collection; of one that is not known, a hole with what a round of it may make. */
export function evaluateFor(loop: HclFor, scope: Scope, evaluate: Evaluate): HclValue {
  const collection = settled(evaluate(loop.collection, scope));
  if (collection.kind !== 'hole') return runFor(loop, collection, scope, evaluate);
  const runs =
    collection.options.length > 0
      ? collection.options.map((option) => runFor(loop, option, scope, evaluate))
      : [bodyOf(loop, undefined, undefined, scope, evaluate)];
  const hole = holeAt(loop, scope, runs);
  return loop.resultKey === undefined ? listOf([spreadOf(hole, runs)], hole) : hole;
}

function runFor(loop: HclFor, collection: HclValue, scope: Scope, evaluate: Evaluate): HclValue {
  const rounds = roundsOf(collection, scope);
  if (rounds === undefined) return bodyOf(loop, undefined, undefined, scope, evaluate);
  const results = rounds.map(({ key, value, many }) => {
    const body = bodyOf(loop, key, value, scope, evaluate);
    if (!many || body.kind !== 'list') return body;
    return listOf([spreadOf(holeAt(loop, scope), [body])], body);
  });
  const place = placeIn(scope, loop.range);
  if (loop.resultKey === undefined) return listOf(results.flatMap(elementsOf), place);
  const entries = results.flatMap((result) => (result.kind === 'map' ? result.entries : []));
  const isWhole = results.every((result) => result.kind === 'map');
  const map = mapOf(entries, place);
  return isWhole ? map : holeAt(loop, scope, [{ ...map, open: true }, ...results]);
}

interface Round {
  readonly key: HclValue | undefined;
  readonly value: HclValue | undefined;
  /** It stands for any number of rounds. */
  readonly many: boolean;
}

/** Undefined where it is no collection. */
function roundsOf(collection: HclValue, scope: Scope): readonly Round[] | undefined {
  const known = collection.kind === 'decoded' ? decoded(collection.of) : collection;
  if (known.kind === 'map') {
    const { entries } = known;
    if (!spend(scope, entries.length)) return undefined;
    return entries.map(({ key, value }) => ({ key, value, many: key.kind === 'hole' }));
  }
  if (known.kind !== 'list' || !spend(scope, known.elements.length)) return undefined;
  return known.elements.flatMap((element, index): readonly Round[] => {
    if (element.kind !== 'hole' || element.spread !== true)
      return [{ key: indexOf(index, known), value: element, many: false }];
    const possible = possibleElements(element);
    if (possible.length === 0) return [{ key: undefined, value: undefined, many: true }];
    return possible.map((value) => ({ key: undefined, value, many: true }));
  });
}

function indexOf(index: number, place: Place): HclValue {
  return { kind: 'number', range: place.range, elsewhere: true, value: index, raw: String(index) };
}

/** One round as a list of its elements, or a map of its entry; with a condition that is not known it may be none. */
function bodyOf(
  loop: HclFor,
  key: HclValue | undefined,
  value: HclValue | undefined,
  scope: Scope,
  evaluate: Evaluate,
): HclValue {
  const inner = { ...scope, names: bindings(loop, key, value, scope) };
  const condition = loop.condition === undefined ? undefined : evaluate(loop.condition, inner);
  const place = placeIn(scope, loop.range);
  const isLeftOut = condition?.kind === 'boolean' && !condition.value;
  const isSure = value !== undefined && (condition === undefined || condition.kind === 'boolean');
  if (loop.resultKey === undefined) {
    const body = listOf(isLeftOut ? [] : [evaluate(loop.result, inner)], place);
    return isSure || isLeftOut ? body : listOf([spreadOf(holeAt(loop, scope), [body])], place);
  }
  const map = mapOf(isLeftOut ? [] : [entryOfRound(loop, loop.resultKey, inner, evaluate)], place);
  return isSure || isLeftOut ? map : holeAt(loop, scope, [map]);
}

function entryOfRound(loop: HclFor, resultKey: HclExpression, scope: Scope, evaluate: Evaluate): HclEntry {
  const value = evaluate(loop.result, scope);
  return {
    key: evaluate(resultKey, scope),
    value: loop.grouped ? listOf([value], value) : value,
    range: value.range,
  };
}

function bindings(
  loop: HclFor,
  key: HclValue | undefined,
  value: HclValue | undefined,
  scope: Scope,
): ReadonlyMap<string, HclValue> {
  const names = new Map(scope.names);
  const [first = '', second] = loop.names;
  const hole = holeAt(loop.collection, scope);
  names.set(second ?? first, value ?? hole);
  if (second !== undefined) names.set(first, key ?? hole);
  return names;
}
