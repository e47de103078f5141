import { operatorOf } from '../policy/facts/operators.js';
import type { KnownTest } from '../policy/requests/condition-test.js';
import { holds as testHolds } from '../policy/requests/condition-test.js';
import type { DecidingStatement, NamingStatement } from '../policy/requests/decide-request.js';
import { decideNamed } from '../policy/requests/decide-request.js';
import type { Request } from '../policy/requests/request.js';
import type { Demand, Narrower, Region } from './region.js';
import { isRegion, requestOf } from './region.js';
import type { Part } from './statement-parts.js';
import { partsNaming } from './statement-parts.js';
import { subtract } from './subtract.js';
import type { Language } from './text-language.js';
import { urnLanguage } from './urn-language.js';

/** The requests of a call, as far as somebody says what they are. */
export interface Asked {
  readonly action: string;
  /** Patterns of the resources, each of which is asked for; undefined where nothing is known of them. */
  readonly resources: readonly string[] | undefined;
  /** What is known of the context; of a key that is not here nothing is. */
  readonly context: readonly AskedKey[];
}

export interface AskedKey {
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
  /** A request has all the values at once, rather than any one of them. */
  readonly together: boolean;
  /** Values with a prefix stand for each address of it. */
  readonly isAddress: boolean;
}

export type AskedDecision =
  /** Each of the requests, whatever the rest of its context. */
  | { readonly outcome: 'granted' }
  /** Some of them are refused whatever the rest of their context, with one of these; `by` denies it. */
  | { readonly outcome: 'denied'; readonly request: Request; readonly by: DecidingStatement }
  | { readonly outcome: 'missing'; readonly request: Request }
  /** It depends on what nobody said. */
  | {
      readonly outcome: 'open';
      /** Condition keys, as far as they decide. */
      readonly keys: readonly string[];
      readonly onResource: boolean;
      /** An operator, element or expression that nobody can decide. */
      readonly stop: string | undefined;
      readonly allows: readonly DecidingStatement[];
      readonly denies: readonly DecidingStatement[];
    };

/**
 * Whether every request of a call is allowed. What is not known of the requests may be anything: it leaves the answer open
 * only where it decides.
 * @param naming the statements that may name the action.
 * @throws where the ordinary evaluation does not agree about a witness: an error of this program.
 */
export function decideAsked(
  naming: readonly NamingStatement[],
  asked: Asked,
  narrower: Narrower,
  options: { readonly isUnread: boolean },
): AskedDecision {
  const ways = waysOf(asked);
  if (ways === undefined) return open([], { stop: 'context' });
  const decisions: AskedDecision[] = [];
  for (const way of ways) {
    const decision = decideWay(naming, asked, way, narrower, options);
    if (decision.outcome === 'denied' || decision.outcome === 'missing') replay(decision, naming, options);
    decisions.push(decision);
  }
  for (const outcome of WORST_FIRST) {
    const found = decisions.find((one) => one.outcome === outcome);
    if (found !== undefined) return found;
  }
  return { outcome: 'granted' };
}

const WORST_FIRST = ['denied', 'missing', 'open'] as const;

/** One choice of a resource, and of a value for each key that has one of several. */
interface Way {
  readonly resource: Language | undefined;
  readonly given: ReadonlyMap<string, readonly string[]>;
  /** Keys of which only a range is known, as demands. */
  readonly ranges: readonly KnownTest[];
}

const MOST_WAYS = 256;

/** Undefined where they are too many. */
function waysOf({ resources, context }: Asked): readonly Way[] | undefined {
  const about = resources === undefined ? [undefined] : resources.map(urnLanguage);
  let ways: readonly Way[] = about.map((resource) => ({ resource, given: new Map(), ranges: [] }));
  for (const { key, values, together, isAddress } of context) {
    const choices = together ? [values] : values.map((value) => [value]);
    if (ways.length * choices.length > MOST_WAYS) return undefined;
    ways = ways.flatMap((way) =>
      choices.map((choice) =>
        isAddress && choice.some((value) => value.includes('/'))
          ? { ...way, ranges: [...way.ranges, inRange(key, choice)] }
          : { ...way, given: new Map(way.given).set(key, choice) },
      ),
    );
  }
  return ways;
}

function inRange(key: string, values: readonly string[]): KnownTest {
  const use = operatorOf('IpAddress');
  if (use === undefined) throw new Error('no operator of addresses');
  return { kind: 'known', key, use, values };
}

function decideWay(
  naming: readonly NamingStatement[],
  asked: Asked,
  way: Way,
  narrower: Narrower,
  { isUnread }: { readonly isUnread: boolean },
): AskedDecision {
  const base = narrower.begin(baseOf(way), []);
  if (!isRegion(base)) return base === 'none' ? { outcome: 'granted' } : open([], { stop: base.stopped });
  const known = (part: Part): Part | [] => withGiven(part, way);
  const allows = naming.flatMap((one) => partsNaming(one, 'Allow')).flatMap(known);
  const denies = naming.flatMap((one) => partsNaming(one, 'Deny')).flatMap(known);
  const isKnown = knowing(asked, way);
  const request = (region: Region): Request => {
    const { resource, context } = requestOf(region);
    return { action: asked.action, resource, context: new Map([...context, ...way.given]) };
  };
  for (const deny of denies) {
    const region = within(base, deny.demands.map(isKnown), narrower);
    if (isRegion(region) && region.run.size === 0 && deny.by !== undefined)
      return { outcome: 'denied', request: request(region), by: deny.by };
  }
  // A statement that nobody can read yet may allow what the others do not.
  if (!isUnread) {
    const refused = subtract(
      base,
      allows.map(({ demands }) => demands.map(isKnown)),
      narrower,
    );
    if (refused.kind === 'region') return { outcome: 'missing', request: request(refused.region) };
    if (allows.every(({ demands }) => within(base, demands, narrower) === 'none'))
      return { outcome: 'missing', request: request(base) };
  }
  const meets = ({ demands }: Part): boolean => within(base, demands, narrower) !== 'none';
  const mayDeny = denies.filter(meets);
  const rest = subtract(
    base,
    allows.map(({ demands }) => demands),
    narrower,
  );
  if (!isUnread && rest.kind === 'none' && mayDeny.length === 0) return { outcome: 'granted' };
  const mayAllow = rest.kind === 'none' ? [] : allows.filter(meets);
  return open([...mayAllow, ...mayDeny], {
    stop: isUnread ? 'Statement' : stopOf(rest),
    isKnown,
  });
}

function stopOf(rest: ReturnType<typeof subtract>): string | undefined {
  return rest.kind === 'stopped' ? rest.stop : undefined;
}

function baseOf({ resource, ranges }: Way): readonly Demand[] {
  const ofContext = ranges.map((test): Demand => ({ on: 'context', test, holds: true }));
  return resource === undefined
    ? ofContext
    : [{ on: 'resource', language: resource, holds: true }, ...ofContext];
}

/** A part without what the given context meets; none where the context does not meet it. */
function withGiven(part: Part, { given }: Way): Part | [] {
  const demands: Demand[] = [];
  for (const demand of part.demands) {
    const values = demand.on === 'context' ? given.get(demand.test.key) : undefined;
    if (demand.on !== 'context' || values === undefined) demands.push(demand);
    else if (testHolds(demand.test, values) !== demand.holds) return [];
  }
  return { ...part, demands };
}

type Knowing = (demand: Demand) => Demand;

/** Makes of a demand on what nobody said one that only a run decides. */
function knowing({ resources }: Asked, { ranges }: Way): Knowing {
  const ranged = new Set(ranges.map(({ key }) => key));
  return (demand) => {
    if (demand.on === 'context' && !ranged.has(demand.test.key))
      return onRun(JSON.stringify([demand.test.key, demand.test.use, demand.test.values]), demand);
    return demand.on === 'resource' && resources === undefined
      ? onRun(`resource ${String(demand.language.id)}`, demand)
      : demand;
  };
}

function onRun(text: string, { holds }: Demand): Demand {
  return { on: 'run', text, stop: text, holds };
}

function within(base: Region, demands: readonly Demand[], narrower: Narrower) {
  let region: Region = base;
  for (const demand of demands) {
    const next = narrower.narrow(region, demand);
    if (!isRegion(next)) return next;
    region = next;
  }
  return region;
}

function open(
  parts: readonly Part[],
  { stop, isKnown }: { readonly stop: string | undefined; readonly isKnown?: Knowing },
): AskedDecision {
  const unsaid = parts.flatMap(({ demands }) =>
    demands.filter((demand) => demand.on !== 'run' && isKnown?.(demand).on === 'run'),
  );
  const atRun = parts.flatMap(({ demands }) => demands.flatMap((one) => (one.on === 'run' ? one.stop : [])));
  const keys = unsaid.flatMap((demand) => (demand.on === 'context' ? demand.test.key : []));
  return {
    outcome: 'open',
    keys: [...new Set(keys)],
    onResource: unsaid.some(({ on }) => on === 'resource'),
    stop: atRun[0] ?? (unsaid.length === 0 ? stop : undefined),
    allows: statementsOf(parts, 'Allow'),
    denies: statementsOf(parts, 'Deny'),
  };
}

function statementsOf(parts: readonly Part[], effect: Part['effect']): readonly DecidingStatement[] {
  return parts.flatMap((part) => (part.effect === effect ? (part.by ?? []) : []));
}

function replay(
  { outcome, request }: Extract<AskedDecision, { readonly request: Request }>,
  naming: readonly NamingStatement[],
  options: { readonly isUnread: boolean },
): void {
  const decided = decideNamed(naming, request, options).outcome;
  const agrees = outcome === 'denied' ? decided === 'denied' : decided !== 'allowed';
  if (agrees) return;
  const told = JSON.stringify({ ...request, context: [...request.context] });
  throw new Error(`A witness does not hold: ${told} is ${decided}, not ${outcome}`);
}
