import { generationOf } from '../policy/grants/decision.js';
import type { NamedPolicy } from '../policy/grants/decision.js';
import { isGranting } from '../policy/grants/grant.js';
import type { DecidingStatement } from '../policy/requests/decide-request.js';
import { decideRequest } from '../policy/requests/decide-request.js';
import type { Request } from '../policy/requests/request.js';
import type { Narrower, Region } from './region.js';
import { isRegion, makeNarrower, requestOf } from './region.js';
import type { Part } from './statement-parts.js';
import { partsOf } from './statement-parts.js';
import { subtract } from './subtract.js';
import type { Remainder } from './subtract.js';
import type { World } from './worlds.js';
import { worldsOf } from './worlds.js';

/** Whether some policies allow a request that others do not. */
export type Access =
  | { readonly kind: 'none' }
  /** Such a request, and the statement that allows it. */
  | { readonly kind: 'witness'; readonly request: Request; readonly by: DecidingStatement }
  /** Nobody can say; `stop` is the operator, element or expression that ended the search, as the policy writes it. */
  | { readonly kind: 'unknown'; readonly stop: string };

export interface AccessOptions {
  /** Real actions of a service, in lower case, to choose a witness from; any name will do where none of them fits. */
  readonly actionsOf?: (service: string) => readonly string[];
  /** Patterns of actions that do not count. */
  readonly except?: readonly string[];
  /** Patterns of the actions that alone count; left out: all do. Their services are all that is looked at. */
  readonly only?: readonly string[] | undefined;
}

/**
 * A request that `more` allow and `less` do not, or the proof that there is none. Each witness is replayed through the
 * ordinary evaluation before it is given. Names count as written, so policies of both generations together, whose names stand
 * for each other, are not decided.
 * @throws where the replay does not agree: an error of this program.
 */
export function accessBeyond(
  more: readonly NamedPolicy[],
  less: readonly NamedPolicy[],
  { actionsOf = () => [], except = [], only }: AccessOptions = {},
): Access {
  if (isOfSeveralGenerations([...more, ...less])) return { kind: 'unknown', stop: 'Version' };
  if ([...more, ...less].some(({ policy }) => isTangled(policy))) return { kind: 'unknown', stop: 'Action' };
  const ofMore = partsOf(more);
  const ofLess = partsOf(less);
  const worlds = worldsOf([...ofMore, ...ofLess], except, only);
  const narrower = makeNarrower();
  let stop: string | undefined;
  for (const world of worlds) {
    const found = beyondIn(world, ofMore, ofLess, narrower, actionsOf(world.service ?? ''));
    if (found.kind === 'region') return replayed(requestOf(found.region), more, less);
    if (found.kind === 'stopped') stop ??= found.stop;
  }
  return stop === undefined ? { kind: 'none' } : { kind: 'unknown', stop };
}

/** Names with something between two stars: of so many of them the joint language has no bound that is worth its time. */
const MOST_TANGLED = 6;

function isTangled({ statements }: NamedPolicy['policy']): boolean {
  const texts = statements.flatMap(({ action, resource }) =>
    [...(action?.items ?? []), ...(resource?.items ?? [])].map(({ value }) => value),
  );
  return texts.filter((text) => /[*?][^*?:]+\*/.test(text)).length > MOST_TANGLED;
}

function isOfSeveralGenerations(policies: readonly NamedPolicy[]): boolean {
  const granting = policies.filter(({ policy }) => isGranting(policy));
  return new Set(granting.map(({ policy }) => generationOf(policy))).size > 1;
}

/** What one side allows, and the other either does not allow or denies. */
function beyondIn(
  world: World,
  ofMore: readonly Part[],
  ofLess: readonly Part[],
  narrower: Narrower,
  preferred: readonly string[],
): Remainder {
  const [more, less] = [partsIn(world, ofMore), partsIn(world, ofLess)];
  // What stands in both is no difference.
  const [granted, denied] = [keysOf(less.allows), keysOf(more.denies)];
  const newDenies = less.denies.filter(({ key }) => !denied.has(key));
  const denials = more.denies.map(({ demands }) => demands);
  const without = [...denials, ...less.allows.map(({ demands }) => demands)];
  let stop: string | undefined;
  for (const allow of more.allows) {
    const isHeld = granted.has(allow.key);
    if (isHeld && newDenies.length === 0) continue;
    const region = narrower.begin([...world.demands, ...allow.demands], preferred);
    if (!isRegion(region)) {
      if (region !== 'none') stop ??= region.stopped;
      continue;
    }
    const outside = [
      ...(isHeld ? [] : [() => subtract(region, without, narrower)]),
      ...newDenies.map((deny) => () => subtractWithin(region, deny.demands, denials, narrower)),
    ];
    for (const look of outside) {
      const found = look();
      if (found.kind === 'region') return found;
      if (found.kind === 'stopped') stop ??= found.stop;
    }
  }
  return stop === undefined ? { kind: 'none' } : { kind: 'stopped', stop };
}

/** Those parts that are about a world, each once. */
function partsIn(
  world: World,
  parts: readonly Part[],
): { readonly allows: readonly Part[]; readonly denies: readonly Part[] } {
  const about = parts.filter((part) => isAbout(part, world));
  const once = (effect: Part['effect']): readonly Part[] => [
    ...new Map(about.filter((part) => part.effect === effect).map((part) => [part.key, part])).values(),
  ];
  return { allows: once('Allow'), denies: once('Deny') };
}

function keysOf(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(parts.map(({ key }) => key));
}

function subtractWithin(
  region: Region,
  demands: Part['demands'],
  products: readonly Part['demands'][],
  narrower: Narrower,
): Remainder {
  let current = region;
  for (const demand of demands) {
    const next = narrower.narrow(current, demand);
    if (!isRegion(next)) return next === 'none' ? { kind: 'none' } : { kind: 'stopped', stop: next.stopped };
    current = next;
  }
  return subtract(current, products, narrower);
}

function isAbout({ services }: Part, { service }: World): boolean {
  if (services === undefined) return true;
  return service !== undefined && services.includes(service);
}

function replayed(request: Request, more: readonly NamedPolicy[], less: readonly NamedPolicy[]): Access {
  const decision = decideRequest(more, request);
  const other = decideRequest(less, request).outcome;
  if (decision.outcome === 'allowed' && (other === 'denied' || other === 'not-granted'))
    return { kind: 'witness', request, by: decision.by };
  const told = JSON.stringify({ ...request, context: [...request.context] });
  throw new Error(`A witness does not hold: ${told} is ${decision.outcome} and ${other}`);
}
