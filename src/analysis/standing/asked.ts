import type { Call, CallContext, CallResource } from '../../calls/call.js';
import type { Catalog } from '../../catalog/catalog.js';
import { lowest } from '../../catalog/model/confidence.js';
import type { Confidence } from '../../catalog/model/model.js';
import { globalKey, GLOBAL_PREFIX, isAboutResource, keyPrefix } from '../../policy/facts/condition-keys.js';
import { RESOURCE_SERVICES } from '../../policy/facts/service-scopes.js';
import { isAddress } from '../../policy/grants/condition-form.js';
import type { PermissionNames } from '../../policy/grants/decision.js';
import { serviceOf } from '../../policy/grants/pattern.js';
import { resourceParts } from '../../policy/grants/resource.js';
import { foldKey } from '../../policy/requests/request.js';
import type { Asked, AskedKey } from '../../requests/decide-asked.js';
import type { Need } from '../needs/needs.js';

/** What a call says of its requests. */
export interface CallRequests {
  readonly resources: readonly CallResource[];
  readonly context: readonly CallContext[];
  /** The same for calls that say the same. */
  readonly key: string;
}

/** Undefined where the call says nothing of them. */
export function requestsOf({ resources = [], context = [] }: Call): CallRequests | undefined {
  if (resources.length + context.length === 0) return undefined;
  const key = JSON.stringify([
    resources.map(({ urn, confidence }) => [urn, confidence]),
    context.map((one) => [one.key, one.values]),
  ]);
  return { resources, context, key };
}

/** The requests for one action that a call needs, and how sure it is that they are these. */
export interface AskedNeed extends Asked {
  readonly confidence: Confidence;
}

/**
 * What a call says of its requests, as far as it is about one of the actions that it needs. Undefined where nothing is.
 *
 * - A resource is about the actions of its service that can be narrowed to its type. Where the types of an action are not
 *   known, it is about what the call itself does, and not about what the call depends on: that is done to other resources.
 * - A condition key of a service is about that service's actions; a global key about all, but for those that describe the
 *   resource or what is asked of it (`g:ResourceTag/…`), which go with the resource.
 * @param names by which the action is known.
 */
export function askedOf(
  { resources, context }: CallRequests,
  { action, as }: Need,
  names: PermissionNames,
  catalog: Catalog,
): AskedNeed | undefined {
  const own = resources.filter(({ urn }) => isAbout(urn, { action, as }, names, catalog));
  const services = servicesOf(names);
  const goesWithResource = resources.length === 0 ? as === 'action' : own.length > 0;
  const known = context.filter(({ key }) => {
    const prefix = keyPrefix(key);
    if (prefix !== GLOBAL_PREFIX) return services.has(prefix ?? '');
    return goesWithResource || !isAboutResource(key);
  });
  if (own.length + known.length === 0) return undefined;
  return {
    action,
    resources: own.length === 0 ? undefined : own.map(({ urn }) => urn),
    context: known.map((one) => askedKey(one, catalog)),
    confidence: lowest(['certain', ...own.map(({ confidence }) => confidence)]),
  };
}

/** Whether a resource can be what an action is done to. */
export function isAbout(
  urn: string,
  { action, as }: Need,
  names: PermissionNames,
  catalog: Catalog,
): boolean {
  if (urn === '*') return true;
  const services = servicesOf(names);
  if (urn.startsWith('/iam/agencies/')) return services.has('iam') && /:agenc/i.test(action);
  const parts = resourceParts(urn);
  if (parts === undefined) return false;
  if (!parts.service.includes('*') && !services.has(parts.service)) return false;
  if (parts.type.includes('*')) return true;
  const types = typesOf(action, names, catalog);
  if (types === undefined) return as === 'action';
  return types.some((type) => type.toLowerCase().endsWith(`:${parts.type}`));
}

/** Types that an action can be narrowed to, as `obs:bucket`; undefined where they are not known. */
function typesOf(action: string, names: PermissionNames, catalog: Catalog): readonly string[] | undefined {
  const written = [...new Set([...names['1.1'], ...names['5.0']])].flatMap((name) => classicTypes(name));
  const documented = names.resourceTypes;
  if (written.length + documented.length > 0) return [...documented, ...written];
  const facts = catalog.action(action);
  // The table of identity actions says of each to which types it can be narrowed, if to any.
  const isTold = facts?.versions?.includes('5.0') === true && facts.unread?.includes('resources') !== true;
  return isTold && names['1.1'].length === 0 ? [] : undefined;
}

/** Where a type of the service's resources is the middle part of its actions: `obs:bucket`, `functiongraph:function`. */
function classicTypes(name: string): readonly string[] {
  const [service = '', type = ''] = name.toLowerCase().split(':');
  const types = Object.hasOwn(RESOURCE_SERVICES, service) ? (RESOURCE_SERVICES[service]?.types ?? []) : [];
  return types.some((one) => one.toLowerCase() === type) ? [`${service}:${type}`] : [];
}

function servicesOf(names: PermissionNames): ReadonlySet<string> {
  return new Set([...names['1.1'], ...names['5.0']].map((name) => serviceOf(name) ?? ''));
}

function askedKey({ key, values }: CallContext, catalog: Catalog): AskedKey {
  const facts = keyFacts(key, catalog);
  return {
    key: foldKey(key),
    values,
    together: facts?.multiValued === true,
    isAddress: (facts?.type ?? 'ip') === 'ip' && values.every(isAddress),
  };
}

function keyFacts(
  key: string,
  catalog: Catalog,
): { readonly type: string | undefined; readonly multiValued: boolean | undefined } | undefined {
  const prefix = keyPrefix(key);
  if (prefix === undefined || prefix === GLOBAL_PREFIX) return globalKey(key);
  const folded = foldKey(key);
  const known = catalog.service(prefix)?.model.condition_keys?.find((one) => foldKey(one.key) === folded);
  if (known === undefined) return undefined;
  return {
    type: known.value_type === 'unknown' ? undefined : known.value_type,
    multiValued: known.multi_valued,
  };
}
