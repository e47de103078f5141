import type { Call, Resolution } from '../../calls/call.js';
import { parseTarget } from '../../calls/resolve/match.js';
import { servicesDescribing } from '../../calls/sdk/documented-in.js';
import type { Catalog } from '../../catalog/catalog.js';
import { endpointKey, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Operation } from '../../catalog/model/model.js';
import { serviceOf } from '../../policy/grants/pattern.js';
import { GENERATIONS } from '../generation.js';
import type { Generation } from '../generation.js';
import { neededOf } from './needed.js';
import { needsOfSides, sidesOf } from './needs.js';
import type { Workload } from '../verdict.js';
import { en } from '../../wording/en/analysis.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('analysis', en);

/**
 * What the calls that are not proven may need. Whatever may be needed is no excess:
 * - an unknown call may need anything of the services that it seems to be of, and anything at all where it seems to be of
 *   none;
 * - an ambiguous one may need what any of its candidates needs, and nothing else;
 * - of one whose needs are known of policies of one generation only, policies of the other may need anything of its
 *   services;
 * - what was recognised and not read may need anything of its service.
 */
export interface PossibleNeeds {
  /** Why policies of a generation may need an action, as a sentence without its full stop; undefined where they cannot. */
  readonly of: (action: string, generation: Generation) => string | undefined;
  /** Why they may need anything of a service, by its name in lower case. */
  readonly ofService: (service: string, generation: Generation) => string | undefined;
  /** Whether a call or a client is not known at all: nothing is certain beside it. */
  readonly isAny: boolean;
}

export function possibleNeedsOf({ calls, catalog, unread = [] }: Workload): PossibleNeeds {
  const suspicions = [
    ...unread.map(({ client, service }): Suspicion => ({
      generations: GENERATIONS,
      services: service === undefined ? [] : withPrefixes([service.toLowerCase()]),
      why: say('unreadClient', { client }),
    })),
    ...calls.flatMap((call) => suspicionsOf(call, catalog)),
  ];
  const perhaps = calls.flatMap((call) =>
    call.status === 'ambiguous'
      ? {
          needed: neededOf(call.candidates, catalog),
          why: say('maybeSeveral', { call: nameOf(call.call) }),
        }
      : [],
  );
  const ofService = serviceSuspicions(suspicions);
  return {
    of: (action, generation) =>
      perhaps.find(({ needed }) => needed.has(action))?.why ?? ofService(serviceOf(action) ?? '', generation),
    ofService,
    isAny: suspicions.some(({ generations }) => generations.length > 1),
  };
}

/** A call, or a client, that may need more than is known. */
interface Suspicion {
  readonly generations: readonly Generation[];
  /** In lower case; empty where any service may be meant. */
  readonly services: readonly string[];
  readonly why: string;
}

function serviceSuspicions(suspicions: readonly Suspicion[]): PossibleNeeds['ofService'] {
  const byService: Record<Generation, Map<string, string>> = { '1.1': new Map(), '5.0': new Map() };
  const everywhere: Partial<Record<Generation, string>> = {};
  for (const { generations, services, why } of suspicions) {
    for (const generation of generations) {
      if (services.length === 0) everywhere[generation] ??= why;
      for (const service of services)
        if (!byService[generation].has(service)) byService[generation].set(service, why);
    }
  }
  return (service, generation) => byService[generation].get(service) ?? everywhere[generation];
}

function suspicionsOf(call: Resolution, catalog: Catalog): readonly Suspicion[] {
  if (call.status === 'ambiguous') return [];
  if (call.status === 'unknown') {
    const services = servicesSeemingly(call.call, call.near, catalog);
    return [{ generations: GENERATIONS, services, why: say('unknownCall', { call: nameOf(call.call) }) }];
  }
  const sides = sidesOf(catalog, call.operation);
  return GENERATIONS.filter((generation) => sides[generation] === undefined).map((generation) => ({
    generations: [generation],
    services: servicesOf(call.operation, catalog),
    why: say('unknownNeeds', { call: nameOf(call.call), version: generation }),
  }));
}

/** That of its id, and those of what it needs by the names of either generation. */
function servicesOf(operation: Operation, catalog: Catalog): readonly string[] {
  const needs = needsOfSides(sidesOf(catalog, operation)).flatMap(({ need }) => [
    need.action,
    ...catalog.successorsOf(need.action),
    ...(catalog.action(need.action)?.aliases ?? []),
  ]);
  const services = [operation.id.split('/', 1)[0], ...needs.map(serviceOf)].flatMap((name) => name ?? []);
  return withPrefixes(services);
}

function withPrefixes(services: readonly string[]): readonly string[] {
  return [...new Set(services.flatMap((service) => [service, ...(PREFIXES[service] ?? [])]))];
}

/**
 * Services whose actions have another prefix in identity policies. Source: pages of support.huaweicloud.com on identity
 * policies of 2025 and 2026 (api-oce/jac_000054 for BSS; the others: the pages of the two generations side by side).
 */
const PREFIX_PAIRS: readonly (readonly [classic: string, identity: string])[] = [
  ['gaussdb', 'gaussdbformysql'],
  ['nosql', 'gaussdbfornosql'],
  ['vpc', 'eip'],
  ['bss', 'billing'],
  ['codeartspipeline', 'cloudpipeline'],
];

const PREFIXES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  PREFIX_PAIRS.flatMap(([classic, identity]) => [
    [classic, [identity]],
    [identity, [classic]],
  ]),
);

/**
 * Services of the catalog that an unknown call may be of: by its host, the service before its name, and what is near it.
 * None where nothing of this tells.
 */
function servicesSeemingly(call: Call, near: readonly string[], catalog: Catalog): readonly string[] {
  const host = call.api === undefined ? undefined : parseTarget(call.api)?.host;
  const words = [
    ...(host?.split('.', 2) ?? []),
    prefixOf(call.api),
    prefixOf(call.operation),
    ...near.map(prefixOf),
  ].flatMap((word) => (word === undefined ? [] : servicesDescribing(word.toLowerCase())));
  const operations = near.flatMap((text) => {
    const endpoint = parseEndpoint(text);
    return endpoint === undefined ? [] : catalog.operationsAt(endpointKey(endpoint));
  });
  const told = words.filter((word) => catalog.services.includes(word));
  return [...withPrefixes(told), ...operations.flatMap((operation) => servicesOf(operation, catalog))];
}

/** `ecs` of `ecs/list-servers`, `ecs:ListServers`, `EcsClient.listServers`. */
function prefixOf(name: string | undefined): string | undefined {
  return /^([a-z][a-z0-9-]*?)(?:client)?[/:.]/i.exec(name ?? '')?.[1];
}

function nameOf({ api, operation }: Call): string {
  return [api, operation].filter((part) => part !== undefined).join(' · ');
}
