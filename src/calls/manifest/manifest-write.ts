import { Document, isMap, isScalar, isSeq, LineCounter, visit } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import { readYamlDocument } from '../../yaml-document.js';
import type { Call, Observation, UnreadCalls } from '../call.js';
import { unreadEntryOf } from './manifest-unread.js';
import { putMember } from './put-member.js';
import { putUnread } from './unread-write.js';
import { callKey } from './manifest.js';
import { entryOf, isScannedResource, originOf, scannedResource, seenOf } from './written-entry.js';
import type { WrittenCall } from './written-entry.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/** Which kinds of sources a scan read. What a manifest has from the other kind stays as it is. */
export interface ScanScope {
  /** Code, Terraform or specifications. */
  readonly written: boolean;
  /** What traces and logs span; undefined where none were read. */
  readonly observed: readonly Observation[] | undefined;
  /** What code, Terraform and specifications call that could not be read. */
  readonly unread: readonly UnreadCalls[];
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
  readonly unread: readonly UnreadCalls[];
}

/** The text of a manifest with these calls. */
export function createManifest(
  calls: readonly WrittenCall[],
  { cloud, policies, observed, unread }: NewManifest,
): string {
  const content = defined({
    policies: unlessEmpty(policies),
    cloud,
    observed: unlessEmpty(observed),
    unread: unlessEmpty(unread.map(unreadEntryOf)),
    apis: calls.length === 0 && unread.length > 0 ? undefined : calls.map((call) => entryOf(call, false)),
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
    putMember(document, 'observed', scope.observed.length === 0 ? undefined : scope.observed, document);
  const unread = putUnread(document, scope);
  // A manifest without calls says what was not read, and nothing else.
  if (kept.length + left.size === 0 && document.has('unread')) document.delete('apis');
  return {
    text: isSame && !isSpanned && !unread.isChanged ? text : document.toString(LAYOUT),
    added: [...[...left.values()].map(nameOf), ...unread.added],
    removed: [...removed, ...unread.removed],
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
  const { from: listed, resource } = item.toJSON() as { readonly from: unknown; readonly resource?: unknown };
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
  const changes = [putMember(item, 'from', from, document)];
  if (scope.written && isScannedResource(resource))
    changes.push(putMember(item, 'resource', scannedResource(call?.resources), document));
  if (scope.observed !== undefined) changes.push(putMember(item, 'seen', seenOf(call?.seen), document));
  // What a record shows did happen, whatever else says only that it may.
  const possible =
    !from.some(isObserved) &&
    (scope.written ? call?.possible === true : (item.get('possible') ?? byDefault) === true);
  if ((item.get('possible') ?? byDefault) !== possible)
    changes.push(putMember(item, 'possible', possible, document));
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
  if (isMap(item)) return { item, changed: putMember(item, 'seen', seen, document) };
  if (seen === undefined || !isScalar(item)) return { item, changed: false };
  const entry = document.createNode({ seen });
  entry.items.unshift(document.createPair('api', item.clone()));
  entry.commentBefore = item.commentBefore ?? null;
  return { item: entry, changed: true };
}

/** Long endpoints stay on one line, as people write them. */
const LAYOUT = { lineWidth: 0 } as const;

function parse(text: string, file: string): Document.Parsed {
  const lines = new LineCounter();
  const document = readYamlDocument(text, lines);
  const refuse = (complaint: string, offset: number): never => {
    const { line, col } = lines.linePos(offset);
    throw new Problem('manifest', complaint, { file, line, column: col });
  };
  const [error] = document.errors;
  if (error !== undefined) refuse(say('mendFirst', { fault: error.message }), error.pos[0]);
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) === undefined)
        refuse(say('noAnchorToMend', { name: alias.source }), alias.range?.[0] ?? 0);
    },
  });
  return document;
}

function entriesOf(document: Document.Parsed, file: string): YAMLSeq {
  if (!isMap(document.contents)) throw new Problem('manifest', say('noManifest'), { file });
  const entries = document.get('apis');
  if (isSeq(entries)) return entries;
  if (entries !== undefined && entries !== null)
    throw new Problem('manifest', say('noListOfCalls'), { file });
  const made = document.createNode([]);
  document.set('apis', made);
  return made;
}

function isScanned(item: unknown): item is YAMLMap {
  return isMap(item) && item.has('from');
}

function namesOf(item: unknown): Pick<Call, 'api' | 'operation' | 'service'> {
  if (isScalar(item)) return { api: String(item.value), operation: undefined };
  const member = (name: string): string | undefined => {
    const value = isMap(item) ? item.get(name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return { api: member('api'), operation: member('operation'), service: member('service') };
}

function nameOf({ api, operation }: Pick<Call, 'api' | 'operation'>): string {
  if (api === undefined || operation === undefined) return api ?? operation ?? '';
  return `${api} (${operation})`;
}
