import type { Operation } from '../../catalog/model/model.js';
import { normalizeName } from './normal-name.js';

/**
 * Those of an endpoint's operations that a name means. A name is tried as a catalog id, then as a title in any language,
 * then as what tells the operation from its neighbours (`os-stop` for `action = os-stop`), then as an action or its last
 * part; the first of these that anything answers to decides. Case, spaces and punctuation carry no meaning.
 */
export function operationsNamed(name: string, candidates: readonly Operation[]): readonly Operation[] {
  const wanted = normalizeName(name);
  if (wanted === '') return [];
  for (const namesOf of NAMINGS) {
    const named = candidates.filter((operation) =>
      namesOf(operation).some((text) => normalizeName(text) === wanted),
    );
    if (named.length > 0) return named;
  }
  return [];
}

/** Those that a URL's query tells from the others: `type=querylogs` for `type = querylogs`; all where it tells none. */
export function operationsAsked(query: string, candidates: readonly Operation[]): readonly Operation[] {
  if (query === '') return candidates;
  const parts = new Set(query.split('&').map(normalizeName));
  const asked = candidates.filter(
    ({ discriminator }) => discriminator !== undefined && parts.has(normalizeName(discriminator)),
  );
  return asked.length > 0 ? asked : candidates;
}

/** What an id calls the operation, without its service and what only tells versions apart: `list-rules` of `nat/list-rules-v2-0`. */
export function nameInId({ id }: Pick<Operation, 'id'>): string {
  return id.slice(id.indexOf('/') + 1).replace(/-v\d+(?:-\d+)*$/, '');
}

/** Id and titles: the names under which an operation is known without its endpoint. */
export function namesOf(operation: Operation): string[] {
  return [operation.id, ...Object.values(operation.title)];
}

const NAMINGS: readonly ((operation: Operation) => readonly string[])[] = [
  (operation) => [operation.id],
  (operation) => [operation.id.slice(operation.id.indexOf('/') + 1)],
  (operation) => Object.values(operation.title),
  ({ discriminator }) =>
    discriminator === undefined ? [] : [discriminator, discriminator.slice(discriminator.search(/[=:]/) + 1)],
  (operation) => operation.actions,
  (operation) => operation.actions.map((action) => action.slice(action.lastIndexOf(':') + 1)),
];
