import { append } from '../../long-lists.js';
import type { Wildcard } from './wildcard.js';
import { parseWildcard, wildcardContains, wildcardMatches, wildcardsIntersect } from './wildcard.js';

/**
 * The algebra of action patterns, and the only place that compares actions. What a pattern means:
 * - `*` stands for any run of characters, colons included. In a pattern of three segments no star can reach over a colon
 *   (an action has exactly two), so there it means “anything in this place”: `ecs:*:get*`. With fewer colons it reaches over:
 *   `*` is every action, `ecs:*` is `ecs:*:*`, `*:list` is `*:*:list`. The first is legal in 1.0 and 5.0; what the others
 *   grant is read generously, because a rule complains about their form anyway.
 * - Case does not count: resource types and operations are “没有大小写要求” (API reference, 授权项), and the documents
 *   themselves write service names and actions in several ways.
 * - Nothing is trimmed: ` obs:bucket:Get` is not `obs:bucket:Get`.
 * `contains` and `intersects` answer for the world of actions, that is for names with exactly two colons.
 */
export interface ActionPattern {
  /** In lower case. */
  readonly text: string;
  /** No star: it stands for one action. */
  readonly literal: boolean;
  /** In lower case, where the pattern names one; undefined where a star stands in it. */
  readonly service: string | undefined;
  readonly wildcard: Wildcard;
}

/** Compiled once and remembered. */
export function compilePattern(pattern: string): ActionPattern {
  const known = COMPILED.get(pattern);
  if (known !== undefined) return known;
  const text = foldAction(pattern);
  const compiled = {
    text,
    literal: !text.includes('*'),
    service: serviceOf(text),
    wildcard: parseWildcard(text),
  };
  // Bounded, so that a long-lived editor does not keep every pattern it ever saw.
  if (COMPILED.size >= 20_000) COMPILED.clear();
  COMPILED.set(pattern, compiled);
  return compiled;
}

const COMPILED = new Map<string, ActionPattern>();

/** The form in which actions are compared. */
export function foldAction(action: string): string {
  return action.toLowerCase();
}

export function sameAction(one: string, other: string): boolean {
  return one === other || foldAction(one) === foldAction(other);
}

export function isWildcard(pattern: string): boolean {
  return pattern.includes('*');
}

/** The service a pattern names, in lower case; undefined where a star stands in its place. */
export function serviceOf(pattern: string): string | undefined {
  const colon = pattern.indexOf(':');
  const service = colon === -1 ? '*' : pattern.slice(0, colon);
  return service.includes('*') ? undefined : service.toLowerCase();
}

/** Whether a pattern stands for an action. */
export function matches(pattern: string, action: string): boolean {
  const compiled = compilePattern(pattern);
  return compiled.literal
    ? compiled.text === foldAction(action)
    : wildcardMatches(compiled.wildcard, foldAction(action));
}

/** Those of the actions that a pattern stands for, in their order and spelling. */
export function expand(pattern: string, actions: Iterable<string>): string[] {
  const found: string[] = [];
  for (const action of actions) if (matches(pattern, action)) found.push(action);
  return found;
}

/**
 * Whether every action that `inner` stands for, `outer` stands for too. A pattern that can stand for no action is compared by
 * its text, and so is one of a great many stars: then a yes is right and a no may be wrong.
 */
export function contains(outer: string, inner: string): boolean {
  const out = compilePattern(outer);
  const inn = compilePattern(inner);
  if (inn.literal) return out.literal ? out.text === inn.text : wildcardMatches(out.wildcard, inn.text);
  const threeSegments = withThreeSegments(inn.text);
  if (threeSegments === undefined || threeSegments.length === 0)
    return wildcardContains(out.wildcard, inn.wildcard);
  return threeSegments.every((text) => wildcardContains(out.wildcard, parseWildcard(text)));
}

/** Whether some action is one that both stand for. */
export function intersects(one: string, other: string): boolean {
  const a = compilePattern(one);
  const b = compilePattern(other);
  if (a.literal || b.literal)
    return a.literal ? wildcardMatches(b.wildcard, a.text) : wildcardMatches(a.wildcard, b.text);
  if (a.service !== undefined && b.service !== undefined && a.service !== b.service) return false;
  return wildcardsIntersect(a.wildcard, b.wildcard, 2);
}

/** With more stars a pattern without colons has thousands of spellings. */
const MAX_STARS = 32;

/** A pattern spelled out so that no star reaches over a colon: `ecs:*` → `ecs:*:*`, `a*b*` → three ways. Undefined where the ways are too many. */
function withThreeSegments(text: string): string[] | undefined {
  const pattern = text.replace(/\*{2,}/g, '*');
  const missing = 2 - (pattern.split(':').length - 1);
  if (missing < 0) return [];
  if (missing > 0 && pattern.split('*').length > MAX_STARS) return undefined;
  return missing === 0 ? [pattern] : splitStars(pattern, missing, 0);
}

function splitStars(pattern: string, missing: number, from: number): string[] {
  if (missing === 0) return [pattern];
  const spellings: string[] = [];
  for (let star = pattern.indexOf('*', from); star !== -1; star = pattern.indexOf('*', star + 1)) {
    // Splitting goes on from the star behind the new colon, so that no spelling comes twice.
    append(
      spellings,
      splitStars(`${pattern.slice(0, star)}*:*${pattern.slice(star + 1)}`, missing - 1, star + 2),
    );
  }
  return spellings;
}
