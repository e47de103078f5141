import type { Operation } from '../../catalog/model/model.js';
import { normalizeName } from '../resolve/normal-name.js';
import { wordsOf } from '../resolve/words.js';

/**
 * Those of the operations of one endpoint that an SDK operation's name means: `BatchStopServers` is `ecs/batch-stop-servers`
 * and not `ecs/batch-start-servers`. One whose id or title is the very name, else the one that shares words with the name
 * which none of the others has, while the others share none that it has not. All where the name tells none.
 */
export function operationsToldBy(name: string, candidates: readonly Operation[]): readonly Operation[] {
  if (candidates.length < 2) return candidates;
  const wanted = normalizeName(name);
  const same = candidates.filter(
    (operation) =>
      normalizeName(idWithoutService(operation)) === wanted ||
      normalizeName(operation.title.en ?? '') === wanted,
  );
  if (same.length > 0) return same;
  const words = wordsOf(name).map(meant);
  const shared = candidates.map((operation) => {
    const own = new Set(
      [
        ...wordsOf(idWithoutService(operation)),
        ...wordsOf(operation.title.en ?? ''),
        ...operation.actions.flatMap((action) => wordsOf(action.slice(action.lastIndexOf(':') + 1))),
      ].map(meant),
    );
    return new Set(words.filter((word) => own.has(word)));
  });
  const told = candidates.filter((_operation, at) =>
    shared.every(
      (others, index) =>
        index === at ||
        ((shared[at]?.size ?? 0) > others.size && [...others].every((word) => shared[at]?.has(word))),
    ),
  );
  return told.length === 1 ? told : candidates;
}

/** Words that documentation and SDKs use for one another, as `wordsOf` gives them. */
const SAME_WORDS: ReadonlyMap<string, string> = new Map([
  ['associat', 'add'],
  ['attach', 'add'],
  ['bind', 'add'],
  ['disassociat', 'remov'],
  ['detach', 'remov'],
  ['unbind', 'remov'],
]);

function meant(word: string): string {
  return SAME_WORDS.get(word) ?? word;
}

function idWithoutService({ id }: Operation): string {
  return id.slice(id.indexOf('/') + 1);
}
