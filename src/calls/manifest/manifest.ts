import { dirname, join } from 'node:path';
import { defined } from '../../defined.js';
import type { Problem } from '../../problem.js';
import type { Call, Manifest, PolicyReference } from '../call.js';
import { readEntry } from './manifest-entry.js';
import { readUnread } from './manifest-unread.js';
import { readObservation } from './manifest-seen.js';
import { ManifestText } from './manifest-text.js';
import type { Value } from './manifest-text.js';
import { parseTarget } from '../resolve/match.js';
import { readPlainManifest } from './plain-manifest.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/** A manifest with every complaint about it. Calls and policies that are complained about are left out of it. */
export interface ManifestReading {
  readonly manifest: Manifest;
  /** Code `manifest`, each with line, column and remedy, in the order of the text. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a manifest, `*.apis.yaml` (YAML 1.2, and so JSON too). Never throws: whatever is wrong with the text is a
 * complaint in the result.
 * @param file what complaints call it; policies are found relative to its folder.
 */
export function parseManifest(text: string, file: string): ManifestReading {
  const plain = readPlainManifest(text, file);
  // Calls that stand twice are complained of with their places, which only the whole reader knows.
  if (plain === undefined || new Set(plain.calls.map(callKey)).size < plain.calls.length)
    return parseYamlManifest(text, file);
  return { manifest: plain, problems: [] };
}

function parseYamlManifest(text: string, file: string): ManifestReading {
  const source = new ManifestText(text, file);
  const members = source.root === undefined ? undefined : source.members(source.root, TOP_LEVEL, 'manifest');
  const possible = source.boolean(members?.get('possible')) ?? false;
  const manifest: Manifest = {
    file,
    cloud: readCloud(members?.get('cloud'), source),
    policies: readPolicies(members?.get('policies'), source),
    ...defined({ boundaries: readBoundaries(members?.get('boundaries'), source) }),
    calls:
      members === undefined || !mustDeclare(members) ? [] : readCalls(members.get('apis'), source, possible),
    observed: (
      source.items(
        members?.get('observed'),
        'observed: [{ by: traces, from: 2026-08-01, to: 2026-10-31 }]',
      ) ?? []
    ).flatMap((item) => readObservation(item, source) ?? []),
    unread: (source.items(members?.get('unread'), 'unread: [{ client: hcloud }]') ?? []).flatMap(
      (item) => readUnread(item, source) ?? [],
    ),
  };
  return { manifest, problems: source.problems() };
}

const TOP_LEVEL = ['policies', 'boundaries', 'cloud', 'possible', 'observed', 'unread', 'apis'] as const;

/** Where what was recognised could not be read, there may be no call to declare. */
function mustDeclare(members: ReadonlyMap<string, Value>): boolean {
  return members.has('apis') || !members.has('unread');
}

function readCloud(value: Value | undefined, source: ManifestText): string | undefined {
  const cloud = source.string(value, 'cloud: huaweicloud');
  if (cloud === undefined || /^[a-z][a-z0-9_-]*$/.test(cloud)) return cloud;
  source.complain(say('noCloud'), value);
  return undefined;
}

function readBoundaries(value: Value | undefined, source: ManifestText): PolicyReference[] | undefined {
  if (value === undefined) return undefined;
  const items = source.items(value, 'boundaries: [scp.json]');
  if (source.isEmptyList(value)) source.complain(say('noBoundaries'), value);
  return references(items, source);
}

function readPolicies(value: Value | undefined, source: ManifestText): PolicyReference[] {
  const items = source.items(value, 'policies: [app.json]');
  if (source.isEmptyList(value)) source.complain(say('noPolicies'), value);
  return references(items, source);
}

function references(items: readonly Value[] | undefined, source: ManifestText): PolicyReference[] {
  return withoutDuplicates(
    (items ?? []).flatMap((item) => readPolicy(item, source) ?? []),
    source,
    ({ path, address }) => `${path}#${address ?? ''}`,
    ({ text }, line) => say('policyTwice', { name: text, line }),
  );
}

function readPolicy(value: Value, source: ManifestText): PolicyReference | undefined {
  const text = source.string(value, '- app.json');
  if (text === undefined) return undefined;
  const [, path = '', address] = /^(.*?)(?:#(.*))?$/s.exec(text) ?? [];
  if (path.trim() === '' || path.includes('\0') || address === '') {
    source.complain(say('noPolicyPath'), value);
    return undefined;
  }
  return { text, path: join(dirname(source.file), path), address, span: source.span(value) };
}

function readCalls(value: Value | undefined, source: ManifestText, possible: boolean): Call[] {
  const items = source.items(value, 'apis: ["GET /v1/{project_id}/cloudservers/detail"]');
  if (value === undefined || source.isEmptyList(value)) {
    source.complain(say('noCalls'), value ?? source.root);
  }
  const calls = (items ?? []).flatMap((item) => readEntry(item, source, possible) ?? []);
  return withoutDuplicates(calls, source, requestKey, (call, line) =>
    say('callTwice', { name: call.api ?? call.operation ?? '', line }),
  );
}

/** Equal for two spellings of the same call: parameter names carry no meaning. */
export function callKey({ api, operation, service }: Pick<Call, 'api' | 'operation' | 'service'>): string {
  const target = api === undefined ? undefined : parseTarget(api);
  const isPlain = operation === undefined && service === undefined && target?.host === undefined;
  // An endpoint's key begins with its method, the JSON of a list with a bracket: the two never meet.
  if (target?.query === '' && isPlain) return target.key;
  return JSON.stringify([target?.key ?? api, target?.query, target?.host, operation, service]);
}

/** As `callKey`, and other for a call about other resources, or with another context. */
export function requestKey(call: Call): string {
  const key = callKey(call);
  if (call.resources === undefined && call.context === undefined) return key;
  const context = call.context?.map(({ key: name, values }) => [name.toLowerCase(), values]);
  return JSON.stringify([key, call.resources?.map(({ urn }) => urn), context]);
}

function withoutDuplicates<T extends { readonly span: Call['span'] }>(
  items: readonly T[],
  source: ManifestText,
  keyOf: (item: T) => string,
  said: (item: T, line: number) => string,
): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const known = first.get(key);
    if (known === undefined) first.set(key, item);
    else source.complain(said(item, known.span.start.line), item);
  }
  return [...first.values()];
}
