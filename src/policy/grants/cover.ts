import { append } from '../../long-lists.js';
import { expand, foldAction } from './pattern.js';

/**
 * Patterns that stand for exactly the wanted actions and for nothing else in the universe, as few as a greedy choice finds (the
 * smallest set cannot be found in reasonable time). Wildcards are only of forms that a person would write: `ecs:*:*`,
 * `ecs:servers:*`, `ecs:*:get*`, `ecs:servers:list*`, cut between words. Each stands for at least two actions; what none of them
 * fits stays as it is, also an action that the universe does not know. Sorted.
 */
export function minimalCover(wanted: Iterable<string>, universe: Iterable<string>): string[] {
  const byService = groupByService(universe);
  const cover: string[] = [];
  for (const [service, names] of groupByService(wanted))
    append(cover, coverService(names, byService.get(service) ?? new Map<string, string>()));
  return cover.sort();
}

/** Actions of one service: folded name → as written. */
type Names = ReadonlyMap<string, string>;

function coverService(wanted: Names, universe: Names): string[] {
  const open = new Set(wanted.keys());
  const cover: string[] = [];
  let candidates = exactCandidates(wanted, universe);
  while (candidates.length > 0) {
    // The most actions; of two with as many, the one that says more.
    const gain = ({ actions }: Candidate): number => actions.filter((action) => open.has(action)).length;
    const ranked = candidates
      .map((candidate) => ({ candidate, gained: gain(candidate) }))
      .filter(({ gained }) => gained > 1);
    const best = ranked.reduce<(typeof ranked)[number] | undefined>(
      (one, other) =>
        one === undefined ||
        other.gained > one.gained ||
        (other.gained === one.gained && saysMore(other.candidate, one.candidate))
          ? other
          : one,
      undefined,
    );
    if (best === undefined) break;
    cover.push(best.candidate.pattern);
    for (const action of best.candidate.actions) open.delete(action);
    candidates = ranked.map(({ candidate }) => candidate).filter((candidate) => candidate !== best.candidate);
  }
  for (const action of open) cover.push(universe.get(action) ?? wanted.get(action) ?? action);
  return cover;
}

interface Candidate {
  readonly pattern: string;
  /** Folded. */
  readonly actions: readonly string[];
}

/** The patterns that stand for nothing but wanted actions, and for at least two. */
function exactCandidates(wanted: Names, universe: Names): Candidate[] {
  const names = [...universe.keys()];
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const action of wanted.keys()) {
    for (const pattern of formsOf(universe.get(action) ?? '')) {
      if (seen.has(foldAction(pattern))) continue;
      seen.add(foldAction(pattern));
      const actions = expand(pattern, names);
      if (actions.length > 1 && actions.every((name) => wanted.has(name)))
        candidates.push({ pattern, actions });
    }
  }
  return candidates;
}

function formsOf(action: string): string[] {
  const [service, type, operation, ...more] = action.split(':');
  if (service === undefined || type === undefined || operation === undefined || more.length > 0) return [];
  const prefixes = [...operation.matchAll(/[A-Z]?[a-z\d]+(?=[A-Z_])/g)].map(({ 0: word, index }) =>
    operation.slice(0, index + word.length),
  );
  return [
    `${service}:*:*`,
    `${service}:${type}:*`,
    `${service}:*:${operation}`,
    ...[...prefixes, operation].flatMap((prefix) => [
      `${service}:*:${prefix}*`,
      `${service}:${type}:${prefix}*`,
    ]),
  ];
}

/** Fewer stars, then more text: it grants less of what may come. */
function saysMore(one: Candidate, other: Candidate): boolean {
  const stars = (pattern: string): number => pattern.split('*').length;
  return stars(one.pattern) !== stars(other.pattern)
    ? stars(one.pattern) < stars(other.pattern)
    : one.pattern.length > other.pattern.length ||
        (one.pattern.length === other.pattern.length && one.pattern < other.pattern);
}

function groupByService(actions: Iterable<string>): Map<string, Map<string, string>> {
  const services = new Map<string, Map<string, string>>();
  for (const action of actions) {
    const name = foldAction(action);
    const service = name.slice(0, Math.max(name.indexOf(':'), 0));
    const names = services.get(service) ?? new Map<string, string>();
    services.set(service, names.set(name, action));
  }
  return services;
}
