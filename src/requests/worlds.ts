import { foldAction, serviceOf } from '../policy/grants/pattern.js';
import type { Language } from './text-language.js';
import { patternLanguage } from './text-language.js';
import type { Part } from './statement-parts.js';
import type { Demand } from './region.js';
import { ACTION_SHAPE, RESOURCE_SHAPE, shapeLanguage, UNTYPED_ACTION_SHAPE } from './shape-language.js';

/**
 * A kind of requests: the actions of one service on the resources that they can be about. Without this, an action of one
 * service on a resource of another would count as a request.
 */
export interface World {
  /** Undefined for all services that no policy names. */
  readonly service: string | undefined;
  readonly demands: readonly Demand[];
}

/**
 * The worlds that tell apart what the parts say: each service that one of them names, and all others together.
 * @param except patterns of actions that no world has.
 * @param only patterns of the actions that alone are looked at; undefined: all are.
 */
export function worldsOf(
  parts: readonly Part[],
  except: readonly string[] = [],
  only?: readonly string[],
): readonly World[] {
  const asked = servicesOf(only);
  const services = asked ?? [...new Set(parts.flatMap((part) => part.services ?? []))].sort();
  const untyped = parts.some(({ demands }) =>
    demands.some(
      (demand) => demand.on === 'action' && demand.language.samples.some((text) => text.includes('::')),
    ),
  );
  const actions = untyped ? UNTYPED_ACTIONS : ACTIONS;
  const worlds: readonly World[] = [
    ...services.flatMap((service) => worldsOfService(service, actions)),
    ...(asked === undefined ? [{ service: undefined, demands: otherServices(services, actions) }] : []),
  ];
  const more: readonly Demand[] = [
    ...(only === undefined ? [] : [within('action', patternLanguage(only.map(foldAction)))]),
    ...(except.length === 0
      ? []
      : [{ on: 'action', language: patternLanguage(except.map(foldAction)), holds: false } as const]),
  ];
  return more.length === 0
    ? worlds
    : worlds.map(({ service, demands }) => ({ service, demands: [...demands, ...more] }));
}

/** The services of patterns; undefined where one of them leaves it open, and where there are no patterns. */
function servicesOf(patterns: readonly string[] | undefined): readonly string[] | undefined {
  const services = (patterns ?? [undefined]).map((pattern) =>
    pattern === undefined ? undefined : serviceOf(pattern.toLowerCase()),
  );
  return services.includes(undefined)
    ? undefined
    : [...new Set(services.flatMap((service) => service ?? []))].sort();
}

const ACTIONS = shapeLanguage(ACTION_SHAPE);
const UNTYPED_ACTIONS = shapeLanguage(UNTYPED_ACTION_SHAPE);
const RESOURCES = shapeLanguage(RESOURCE_SHAPE);

function worldsOfService(service: string, actions: Language): readonly World[] {
  const own = patternLanguage([`${service}:*`]);
  const special = SPECIAL.get(service) ?? [];
  const rest: Demand[] = [
    within('action', actions),
    within('action', own),
    within('resource', RESOURCES),
    within('resource', { ...own, samples: [`${service}:region:account:type:name`] }),
    ...special.map((one): Demand => ({ on: 'action', language: one.actions, holds: false })),
  ];
  return [
    ...special.map((one) => ({
      service,
      demands: [within('action', actions), within('action', one.actions), within('resource', one.resources)],
    })),
    { service, demands: rest },
  ];
}

function otherServices(services: readonly string[], actions: Language): readonly Demand[] {
  const named = patternLanguage(services.map((service) => `${service}:*`));
  return [
    within('action', actions),
    { on: 'action', language: named, holds: false },
    within('resource', RESOURCES),
    { on: 'resource', language: named, holds: false },
  ];
}

function within(on: 'action' | 'resource', language: Language): Demand {
  return { on, language, holds: true };
}

/**
 * Actions whose resources are of one type. OBS: the types of its resources are those of its actions (user guide
 * 创建自定义策略); agencies are named by their path (API reference 创建委托自定义策略).
 */
const SPECIAL: ReadonlyMap<string, readonly { readonly actions: Language; readonly resources: Language }[]> =
  new Map([
    [
      'obs',
      [
        {
          actions: patternLanguage(['obs:bucket:*']),
          resources: single('obs:*:*:bucket:?*', 'obs:region:account:bucket:name'),
        },
        {
          actions: patternLanguage(['obs:object:*']),
          resources: single('obs:*:*:object:?*/?*', 'obs:region:account:object:bucket/name'),
        },
      ],
    ],
    [
      'iam',
      [
        {
          actions: patternLanguage(['iam:agencies:assume']),
          resources: patternLanguage(['/iam/agencies/?*', 'iam:*:*:agency:?*'], { single: true }),
        },
      ],
    ],
  ]);

/** @param sample what a reader takes for what it is: the parts by their names. */
function single(pattern: string, sample: string): Language {
  return { ...patternLanguage([pattern], { single: true, colons: 4 }), samples: [sample] };
}
