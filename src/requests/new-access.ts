import type { NamedPolicy } from '../policy/grants/decision.js';
import type { DecidingStatement } from '../policy/requests/decide-request.js';
import { decideRequest } from '../policy/requests/decide-request.js';
import type { Request } from '../policy/requests/request.js';
import type { Narrower, Region } from './region.js';
import { isRegion, makeNarrower, requestOf } from './region.js';
import type { Part } from './statement-parts.js';
import { partsOf } from './statement-parts.js';
import { subtract } from './subtract.js';
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
}

/**
 * A request that `more` allow and `less` do not, or the proof that there is none. Each witness is replayed through the
 * ordinary evaluation before it is given.
 * @throws where the replay does not agree: an error of this program.
 */
export function accessBeyond(
  more: readonly NamedPolicy[],
  less: readonly NamedPolicy[],
  { actionsOf = () => [], except = [] }: AccessOptions = {},
): Access {
  const ofMore = partsOf(more);
  const ofLess = partsOf(less);
  const worlds = worldsOf([...ofMore, ...ofLess], except);
  const narrower = makeNarrower();
  let stop: string | undefined;
  for (const world of worlds) {
    const found = beyondIn(world, ofMore, ofLess, narrower, actionsOf(world.service ?? ''));
    if (found.kind === 'region') return replayed(requestOf(found.region), more, less);
    if (found.kind === 'stopped') stop ??= found.stop;
  }
  return stop === undefined ? { kind: 'none' } : { kind: 'unknown', stop };
}

type Found =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'none' }
  | { readonly kind: 'stopped'; readonly stop: string };

/** What one side allows, and the other either does not allow or denies. */
function beyondIn(
  world: World,
  ofMore: readonly Part[],
  ofLess: readonly Part[],
  narrower: Narrower,
  preferred: readonly string[],
): Found {
  const more = ofMore.filter((part) => isAbout(part, world));
  const less = ofLess.filter((part) => isAbout(part, world));
  const demandsOf = (parts: readonly Part[], effect: Part['effect']): readonly Part['demands'][] =>
    parts.filter((part) => part.effect === effect).map(({ demands }) => demands);
  const denied = demandsOf(more, 'Deny');
  const granted = demandsOf(less, 'Allow');
  let stop: string | undefined;
  for (const allow of demandsOf(more, 'Allow')) {
    const region = narrower.begin([...world.demands, ...allow], preferred);
    if (!isRegion(region)) {
      if (region !== 'none') stop ??= region.stopped;
      continue;
    }
    const outside = [
      () => subtract(region, [...denied, ...granted], narrower),
      ...demandsOf(less, 'Deny').map((deny) => () => subtractWithin(region, deny, denied, narrower)),
    ];
    for (const look of outside) {
      const found = look();
      if (found.kind === 'region') return found;
      if (found.kind === 'stopped') stop ??= found.stop;
    }
  }
  return stop === undefined ? { kind: 'none' } : { kind: 'stopped', stop };
}

function subtractWithin(
  region: Region,
  demands: Part['demands'],
  products: readonly Part['demands'][],
  narrower: Narrower,
): Found {
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
