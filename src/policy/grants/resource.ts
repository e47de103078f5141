import { parseWildcard, wildcardContains, wildcardMatches, wildcardsIntersect } from './wildcard.js';

/**
 * Patterns of resources: `service:region:domain:type:path` (1.1, “资源” of the user guide; 5.0 URNs have the same five parts),
 * `/iam/agencies/<id>` in the agency form, or `*`. `*` stands for any text, `?` for one character. Service and type are compared
 * whatever their case (`OBS:*:*:bucket:x` and `obs:*:*:bucket:x` stand in the same documents); the path is exact, as bucket
 * names and ids are.
 */
export function matchesResource(pattern: string, resource: string): boolean {
  return wildcardMatches(parseWildcard(foldResource(pattern), true), foldResource(resource));
}

/** Whether every resource that `inner` stands for, `outer` stands for too. A yes is always right. */
export function containsResource(outer: string, inner: string): boolean {
  return wildcardContains(parseWildcard(foldResource(outer), true), parseWildcard(foldResource(inner), true));
}

export function intersectsResource(one: string, other: string): boolean {
  return wildcardsIntersect(parseWildcard(foldResource(one), true), parseWildcard(foldResource(other), true));
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
  const [service, region, domain, type, ...path] = pattern.split(':');
  if (
    service === undefined ||
    region === undefined ||
    domain === undefined ||
    type === undefined ||
    path.length === 0
  )
    return undefined;
  return { service: service.toLowerCase(), region, domain, type: type.toLowerCase(), path: path.join(':') };
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
