import { normalizeName } from '../calls/resolve/normal-name.js';
import { nameInId } from '../calls/resolve/operation-name.js';
import type { Operation } from '../catalog/model/model.js';

/**
 * Those of another cloud's operations on an endpoint that are the same as one of this cloud: of the same id, else of the
 * same name in it, else of the same title or of what tells it from its neighbours. All of them where none of this tells.
 */
export function matchingOperations(operation: Operation, there: readonly Operation[]): readonly Operation[] {
  if (there.length < 2) return there;
  for (const namesOf of NAMINGS) {
    const names = new Set(namesOf(operation));
    const same = there.filter((other) => namesOf(other).some((name) => names.has(name)));
    if (same.length > 0) return same;
  }
  return there;
}

/** Of these, those of which the operation is the match among its own neighbours: another of them may be meant by one. */
export function counterpartsOf(
  operation: Operation,
  here: readonly Operation[],
  there: readonly Operation[],
): readonly Operation[] {
  return matchingOperations(operation, there).filter((other) =>
    matchingOperations(other, here).some(({ id }) => id === operation.id),
  );
}

const NAMINGS: readonly ((operation: Operation) => readonly string[])[] = [
  ({ id }) => [id],
  (operation) => [nameInId(operation)],
  ({ title }) => Object.values(title).map(normalizeName),
  ({ discriminator }) => (discriminator === undefined ? [] : [normalizeName(discriminator)]),
];
