import { dirname, relative, resolve, sep } from 'node:path';
import { namesOf } from '../../analysis/generation.js';
import { needsOfSides, sidesOf } from '../../analysis/needs/needs.js';
import { isAbout } from '../../analysis/standing/asked.js';
import type { Call, CallOrigin, Resolution, Seen, UnreadCalls } from '../../calls/call.js';
import type { FoundCall } from '../../calls/found.js';
import { callKey } from '../../calls/manifest/manifest.js';
import type { WrittenCall } from '../../calls/manifest/written-entry.js';
import { matchEndpoint, parseTarget } from '../../calls/resolve/match.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import { operationsToldBy } from '../../calls/sdk/tell.js';
import type { Catalog } from '../../catalog/catalog.js';
import { byCodeUnit } from '../../catalog/model/code-unit.js';

/** A call that stands in one place or in several, as a manifest names it. */
export interface CallEntry extends WrittenCall {
  readonly status: Resolution['status'];
}

/**
 * One entry for each operation that is called, in the order of names; a call that the catalog does not know, or cannot
 * tell from others, keeps the name that it was found by.
 */
export function entriesOf(found: readonly FoundCall[], catalog: Catalog): readonly CallEntry[] {
  const groups = new Map<string, CallEntry[]>();
  for (const call of found) {
    const entry = entryOf(call, catalog);
    const key = callKey(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups.values()].flatMap(merge).sort(byName);
}

/** The same entries with origins as a manifest names them: by their path from its folder. */
export function relativeTo(
  manifest: string,
  entries: readonly CallEntry[],
  cwd: string,
): readonly CallEntry[] {
  const rename = (origin: CallOrigin) => ({ ...origin, file: fromManifest(manifest, origin.file, cwd) });
  return entries.map((entry) => ({ ...entry, origins: entry.origins.map(rename) }));
}

/** What could not be read, with places as a manifest names them. */
export function unreadRelativeTo(
  manifest: string,
  unread: readonly UnreadCalls[],
  cwd: string,
): readonly UnreadCalls[] {
  return unread.map((entry) => ({
    ...entry,
    files: entry.files.map((place) => fromManifest(manifest, place, cwd)),
  }));
}

function fromManifest(manifest: string, path: string, cwd: string): string {
  return relative(dirname(resolve(cwd, manifest)), resolve(cwd, path))
    .split(sep)
    .join('/');
}

/** The operation only tells apart: where no operation of the endpoint is called so, the endpoint alone decides. */
export function resolveFound(
  { api, service, operation, possible, origin }: FoundCall,
  catalog: Catalog,
): Resolution {
  const call: Call = {
    api,
    service,
    operation: undefined,
    possible,
    origins: [origin],
    file: origin.file,
    span: NOWHERE,
  };
  const plain = resolveCall(call, catalog);
  if (plain.status !== 'ambiguous' || operation === undefined) return plain;
  const named = resolveCall({ ...call, operation }, catalog);
  if (named.status === 'resolved') return named;
  const [told, ...others] = operationsToldBy(operation, plain.candidates);
  return told === undefined || others.length > 0
    ? plain
    : resolveCall({ ...call, operation: told.id }, catalog);
}

function entryOf(found: FoundCall, catalog: Catalog): CallEntry {
  const { api, service, possible, origin, seen } = found;
  const resolution = resolveFound(found, catalog);
  const named =
    resolution.status === 'resolved'
      ? nameOf(resolution, api, catalog)
      : { api, operation: undefined, service };
  const resources = resourcesOf(found, resolution, catalog);
  return { ...named, resources, possible, origins: [origin], status: resolution.status, seen };
}

/** Those that an action of the operation can be about; none are told of an operation that is not known. */
function resourcesOf(
  { resources = [] }: FoundCall,
  resolution: Resolution,
  catalog: Catalog,
): WrittenCall['resources'] {
  if (resolution.status !== 'resolved' || resources.length === 0) return undefined;
  const needs = needsOfSides(sidesOf(catalog, resolution.operation));
  const about = resources.filter((urn) =>
    needs.some(({ need, side }) =>
      isAbout(urn, need, namesOf(need.action, side.generation, catalog), catalog),
    ),
  );
  return about.length === 0 ? undefined : about;
}

/** A found call has its place in `origin`; it stands in no manifest yet. */
const START = { offset: 0, line: 1, column: 1 };
const NOWHERE: Call['span'] = { start: START, end: START };

/** The endpoint as the catalog writes it, and the operation where the endpoint has several. */
function nameOf(
  { operation }: Extract<Resolution, { status: 'resolved' }>,
  found: string,
  catalog: Catalog,
): Pick<WrittenCall, 'api' | 'operation'> {
  const target = parseTarget(found)?.endpoint;
  const asked = target === undefined ? [] : matchEndpoint(target, catalog).map(({ key }) => key);
  const endpoint =
    operation.endpoints.find((candidate) => asked.includes(parseTarget(candidate)?.key ?? '')) ??
    operation.endpoints[0];
  if (endpoint === undefined) return { api: operation.id, operation: undefined };
  const isShared = catalog.operationsAt(parseTarget(endpoint)?.key ?? '').length > 1;
  return { api: endpoint, operation: isShared ? operation.id : undefined };
}

/** It is only possible where every place says no more than that. */
function merge(group: readonly CallEntry[]): CallEntry[] {
  const seen = group.flatMap((entry) => entry.seen ?? []);
  return group.slice(0, 1).map((first) => ({
    ...first,
    possible: group.every(({ possible }) => possible),
    resources: resourcesOfAll(group),
    origins: inOrder(group.flatMap(({ origins }) => origins)),
    seen: seen.length === 0 ? undefined : seen.reduce(together),
  }));
}

/** Where one place does not tell, the call may be about anything. */
function resourcesOfAll(group: readonly CallEntry[]): WrittenCall['resources'] {
  if (group.some(({ resources }) => resources === undefined)) return undefined;
  return [...new Set(group.flatMap(({ resources = [] }) => resources))].sort(byCodeUnit);
}

function together(a: Seen, b: Seen): Seen {
  return { count: a.count + b.count, last: later(a.last, b.last) };
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

function inOrder(origins: readonly CallOrigin[]): readonly CallOrigin[] {
  const unique = new Map(origins.map((origin) => [`${origin.file}:${String(origin.line)}`, origin]));
  return [...unique.values()].sort((a, b) => byCodeUnit(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}

function byName(a: CallEntry, b: CallEntry): number {
  const [left, right] = [`${a.api} ${a.operation ?? ''}`, `${b.api} ${b.operation ?? ''}`];
  return byCodeUnit(left, right);
}
