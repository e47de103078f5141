import { Document, isMap, isNode, isScalar, isSeq, LineCounter, visit } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import { readYamlDocument } from '../../yaml-document.js';
import type { Call, Observation } from '../call.js';
import { callKey } from './manifest.js';
import { entryOf, originOf, seenOf } from './written-entry.js';
import type { WrittenCall } from './written-entry.js';

/** Which kinds of sources a scan read. What a manifest has from the other kind stays as it is. */
export interface ScanScope {
  /** Code, Terraform or specifications. */
  readonly written: boolean;
  /** What traces and logs span; undefined where none were read. */
  readonly observed: readonly Observation[] | undefined;
}

export interface ManifestUpdate {
  /** The very text that was given where nothing changed. */
  readonly text: string;
  /** Calls as `GET /v1/things (ecs/list-things)`, in the order of the manifest. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a manifest that is new says besides its calls. */
export interface NewManifest {
  readonly cloud: string | undefined;
  readonly policies: readonly string[];
  readonly observed: readonly Observation[];
}

/** The text of a manifest with these calls. */
export function createManifest(
  calls: readonly WrittenCall[],
  { cloud, policies, observed }: NewManifest,
): string {
  const content = defined({
    policies: unlessEmpty(policies),
    cloud,
    observed: unlessEmpty(observed),
    apis: calls.map((call) => entryOf(call, false)),
  });
  return new Document(content).toString(LAYOUT);
}

function unlessEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

/**
 * Brings the calls of a manifest up to what a scan found. Entries that name where they were found (`from`) are the
 * scan's: they follow what it finds in sources of the kinds that it read. Entries written by hand, comments and the order
 * of everything stay; an entry written by hand is only told what traces show of it.
 * @param file what complaints call the manifest.
 * @throws Problem code `manifest` where the text is no manifest; nothing of it is lost that way.
 */
export function updateManifest(
  text: string,
  file: string,
  calls: readonly WrittenCall[],
  scope: ScanScope,
): ManifestUpdate {
  const document = parse(text, file);
  const entries = entriesOf(document, file);
  const byDefault = document.get('possible') === true;
  const found = new Map(calls.map((call) => [callKey(call), call]));
  const left = new Map(found);
  const byHand = new Set(entries.items.flatMap((item) => (isScanned(item) ? [] : callKey(namesOf(item)))));
  const removed: string[] = [];
  const changes: boolean[] = [];
  const next = (item: unknown, key: string): Kept | undefined => {
    const call = found.get(key);
    if (!isScanned(item)) return written(item, call, scope, document);
    return byHand.has(key) ? undefined : scanned(item, call, { ...scope, byDefault, document });
  };
  const kept = entries.items.flatMap((item) => {
    const names = namesOf(item);
    const key = callKey(names);
    left.delete(key);
    const now = next(item, key);
    if (now === undefined) removed.push(nameOf(names));
    changes.push(now?.changed === true);
    return now?.item ?? [];
  });
  entries.items = kept;
  for (const call of left.values()) entries.add(document.createNode(entryOf(call, byDefault)));
  if (left.size > 0) entries.flow = false;
  const isSame = !changes.includes(true) && removed.length === 0 && left.size === 0;
  const isSpanned =
    scope.observed !== undefined &&
    put(document, 'observed', scope.observed.length === 0 ? undefined : scope.observed, document);
  return {
    text: isSame && !isSpanned ? text : document.toString(LAYOUT),
    added: [...left.values()].map(nameOf),
    removed,
  };
}

interface Kept {
  readonly item: unknown;
  readonly changed: boolean;
}

/** An entry of a scan as it is now; undefined where no source shows its call any more. */
function scanned(
  item: YAMLMap,
  call: WrittenCall | undefined,
  scope: ScanScope & { readonly byDefault: boolean; readonly document: Document },
): Kept | undefined {
  const { byDefault, document } = scope;
  const { from: listed } = item.toJSON() as { readonly from: unknown };
  const before: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const now = call?.origins ?? [];
  const inSources = scope.written
    ? now.filter((origin) => origin.observed !== true).map(originOf)
    : before.filter((origin) => !isObserved(origin));
  const inRecords =
    scope.observed === undefined
      ? before.filter(isObserved)
      : now.filter((origin) => origin.observed === true).map(originOf);
  const from = [...inSources, ...inRecords];
  if (from.length === 0) return undefined;
  const changes = [put(item, 'from', from, document)];
  if (scope.observed !== undefined) changes.push(put(item, 'seen', seenOf(call?.seen), document));
  // What a record shows did happen, whatever else says only that it may.
  const possible =
    !from.some(isObserved) &&
    (scope.written ? call?.possible === true : (item.get('possible') ?? byDefault) === true);
  if ((item.get('possible') ?? byDefault) !== possible)
    changes.push(put(item, 'possible', possible, document));
  return { item, changed: changes.includes(true) };
}

function isObserved(origin: unknown): boolean {
  return typeof origin === 'object' && origin !== null && 'observed' in origin && origin.observed === true;
}

/** An entry written by hand, with what traces show of it. */
function written(
  item: unknown,
  call: WrittenCall | undefined,
  { observed }: ScanScope,
  document: Document,
): Kept {
  const seen = seenOf(call?.seen);
  if (observed === undefined) return { item, changed: false };
  if (isMap(item)) return { item, changed: put(item, 'seen', seen, document) };
  if (seen === undefined || !isScalar(item)) return { item, changed: false };
  const entry = document.createNode({ seen });
  entry.items.unshift(document.createPair('api', item.clone()));
  entry.commentBefore = item.commentBefore ?? null;
  return { item: entry, changed: true };
}

/** Sets a member, or takes it out where the value is undefined. Whether anything changed: what did not is left as it is laid out. */
function put(
  map: {
    get(key: string, keep: true): unknown;
    set(key: string, value: unknown): void;
    delete(key: string): unknown;
  },
  key: string,
  value: unknown,
  document: Document,
): boolean {
  const node = map.get(key, true);
  const before: unknown = isNode(node) ? node.toJSON() : node;
  if (JSON.stringify(before) === JSON.stringify(value)) return false;
  if (value === undefined) map.delete(key);
  else map.set(key, document.createNode(value));
  return true;
}

/** Long endpoints stay on one line, as people write them. */
const LAYOUT = { lineWidth: 0 } as const;

function parse(text: string, file: string): Document.Parsed {
  const lines = new LineCounter();
  const document = readYamlDocument(text, lines);
  const refuse = (complaint: string, offset: number): never => {
    const { line, col } = lines.linePos(offset);
    throw new Problem('manifest', `${complaint}; mend it, then scan again`, { file, line, column: col });
  };
  const [error] = document.errors;
  if (error !== undefined) refuse(error.message, error.pos[0]);
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        refuse(`"*${alias.source}" stands for nothing`, alias.range?.[0] ?? 0);
    },
  });
  return document;
}

function entriesOf(document: Document.Parsed, file: string): YAMLSeq {
  if (!isMap(document.contents))
    throw new Problem('manifest', 'expected a mapping with "apis"; this is no manifest', { file });
  const entries = document.get('apis');
  if (isSeq(entries)) return entries;
  if (entries !== undefined && entries !== null)
    throw new Problem('manifest', '"apis" is no list of calls; mend it, then scan again', { file });
  const made = document.createNode([]);
  document.set('apis', made);
  return made;
}

function isScanned(item: unknown): item is YAMLMap {
  return isMap(item) && item.has('from');
}

function namesOf(item: unknown): Pick<Call, 'api' | 'operation'> {
  if (isScalar(item)) return { api: String(item.value), operation: undefined };
  if (!isMap(item)) return { api: undefined, operation: undefined };
  const [api, operation] = [item.get('api'), item.get('operation')];
  return {
    api: typeof api === 'string' ? api : undefined,
    operation: typeof operation === 'string' ? operation : undefined,
  };
}

function nameOf({ api, operation }: Pick<Call, 'api' | 'operation'>): string {
  if (api === undefined || operation === undefined) return api ?? operation ?? '';
  return `${api} (${operation})`;
}
