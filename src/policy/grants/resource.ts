import { parseWildcard, wildcardContains, wildcardMatches, wildcardsIntersect } from './wildcard.js';
import type { Wildcard } from './wildcard.js';

/**
 * Patterns of resources: `service:region:domain:type:path` (1.1, “资源” of the user guide; 5.0 URNs have the same five parts),
 * `/iam/agencies/<id>` in the agency form, or `*`. `*` stands for any text, `?` for one character; in a pattern of five parts
 * neither reaches over the colon behind one of the first four, as no service, region, domain or type has one: else
 * `obs:*:*:object:data/*` would take in an object of another bucket whose name goes on with `:object:data/`. Service and type
 * are compared whatever their case (`OBS:*:*:bucket:x` and `obs:*:*:bucket:x` stand in the same documents); the path is exact,
 * as bucket names and ids are.
 */
export function matchesResource(pattern: string, resource: string): boolean {
  const [patterns, texts] = comparable(pattern, resource);
  return patterns.every((part, index) => wildcardMatches(part, texts[index] ?? ''));
}

/** Whether every resource that `inner` stands for, `outer` stands for too. A yes is always right. */
export function containsResource(outer: string, inner: string): boolean {
  const [outers, inners] = comparable(outer, inner);
  return outers.every((part, index) => wildcardContains(part, parsed(inners[index] ?? '')));
}

export function intersectsResource(one: string, other: string): boolean {
  const [ones, others] = comparable(one, other);
  return ones.every((part, index) => wildcardsIntersect(part, parsed(others[index] ?? '')));
}

/** Two resources by their parts, where both have all five, else as they are; folded. */
function comparable(pattern: string, other: string): readonly [readonly Wildcard[], readonly string[]] {
  const [patterns, others] = [segmentsOf(foldResource(pattern)), segmentsOf(foldResource(other))];
  return patterns !== undefined && others !== undefined
    ? [patterns.map(parsed), others]
    : [[parsed(foldResource(pattern))], [foldResource(other)]];
}

function parsed(pattern: string): Wildcard {
  return parseWildcard(pattern, true);
}

/** Service, region, domain, type and path, which may have colons; undefined where one of them is not there. */
export function segmentsOf(pattern: string): readonly string[] | undefined {
  const [service, region, domain, type, ...path] = pattern.split(':');
  if (
    service === undefined ||
    region === undefined ||
    domain === undefined ||
    type === undefined ||
    path.length === 0
  )
    return undefined;
  return [service, region, domain, type, path.join(':')];
}

export interface ResourceParts {
  /** Lower case. */
  readonly service: string;
  readonly region: string;
  readonly domain: string;
  /** Lower case. */
  readonly type: string;
  /** May contain colons. */
  readonly path: string;
}

/** The five parts; undefined where there are fewer. */
export function resourceParts(pattern: string): ResourceParts | undefined {
  const segments = segmentsOf(pattern);
  if (segments === undefined) return undefined;
  const [service = '', region = '', domain = '', type = '', path = ''] = segments;
  return { service: service.toLowerCase(), region, domain, type: type.toLowerCase(), path };
}

/**
 * Whether a pattern leaves an action unnarrowed: `*`, five parts of wildcards, or those of the action's own service and resource
 * type (`obs:*:*:bucket:*` for `obs:bucket:GetBucketAcl`). `action` may be a pattern; undefined asks about every action.
 */
export function isAnyResource(pattern: string, action?: string): boolean {
  if (/^\*+$/.test(pattern)) return true;
  if (action !== undefined && /^\/iam\/agencies\/\*+$/i.test(pattern))
    return action.toLowerCase().startsWith('iam:');
  const parts = resourceParts(pattern);
  if (parts === undefined) return false;
  const [service, type] = action?.toLowerCase().split(':') ?? [];
  const open = (part: string, own: string | undefined): boolean => /^\*+$/.test(part) || part === own;
  const anyPath = /^\*+$/.test(parts.path) || (parts.type === 'object' && /^\*+\/\*+$/.test(parts.path));
  return (
    open(parts.service, service) &&
    open(parts.region, undefined) &&
    open(parts.domain, undefined) &&
    open(parts.type, type) &&
    anyPath
  );
}

/** The form in which resources are compared: service and type in lower case. */
export function foldResource(resource: string): string {
  const parts = resource.split(':');
  if (parts.length < 5) return resource;
  return parts.map((part, index) => (index === 0 || index === 3 ? part.toLowerCase() : part)).join(':');
}
