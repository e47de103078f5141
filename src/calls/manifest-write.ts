import { Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { Problem } from '../problem.js';
import type { Call, CallOrigin } from './call.js';
import { callKey } from './manifest.js';

/** A call as a scan writes it into a manifest. The files of its origins are relative to the manifest. */
export type WrittenCall = Pick<Call, 'operation' | 'possible' | 'origins'> & { readonly api: string };

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
}

/** The text of a manifest with these calls. */
export function createManifest(calls: readonly WrittenCall[], { cloud, policies }: NewManifest): string {
  const content = { ...(policies.length === 0 ? {} : { policies }), ...(cloud === undefined ? {} : { cloud }), apis: calls.map((call) => entryOf(call, false)) };
  return new Document(content).toString(LAYOUT);
}

/**
 * Brings the calls of a manifest up to what a scan found. Entries that name where they were found (`from`) are the
 * scan's: they follow what it finds. Entries written by hand, comments and the order of everything stay.
 * @param file what complaints call the manifest.
 * @throws Problem code `manifest` where the text is no manifest; nothing of it is lost that way.
 */
export function updateManifest(text: string, file: string, calls: readonly WrittenCall[]): ManifestUpdate {
  const document = parseDocument(text);
  const entries = entriesOf(document, file);
  const byDefault = document.get('possible') === true;
  const left = new Map(calls.map((call) => [callKey(call), call]));
  const removed: string[] = [];
  let changed = false;
  for (const item of entries.items) {
    if (!isScanned(item)) left.delete(callKey(namesOf(item)));
  }
  const kept: unknown[] = [];
  for (const item of entries.items) {
    const names = namesOf(item);
    const call = left.get(callKey(names));
    if (!isScanned(item)) kept.push(item);
    else if (call === undefined) removed.push(nameOf(names));
    else {
      left.delete(callKey(names));
      kept.push(item);
      changed = refresh(item, call, byDefault, document) || changed;
    }
  }
  entries.items = kept;
  for (const call of left.values()) entries.add(document.createNode(entryOf(call, byDefault)));
  if (left.size > 0) entries.flow = false;
  const isSame = !changed && removed.length === 0 && left.size === 0;
  return { text: isSame ? text : document.toString(LAYOUT), added: [...left.values()].map(nameOf), removed };
}

/** Long endpoints stay on one line, as people write them. */
const LAYOUT = { lineWidth: 0 } as const;

function entriesOf(document: Document.Parsed, file: string): YAMLSeq {
  const [error] = document.errors;
  if (error !== undefined) throw new Problem('manifest', `${error.message.split('\n')[0] ?? ''}; mend it, then scan again`, { file, ...placeOf(error.linePos?.[0]) });
  if (!isMap(document.contents)) throw new Problem('manifest', 'expected a mapping with "apis"; this is no manifest', { file });
  const entries = document.get('apis');
  if (isSeq(entries)) return entries;
  if (entries !== undefined && entries !== null) throw new Problem('manifest', '"apis" is no list of calls; mend it, then scan again', { file });
  const made = document.createNode([]);
  document.set('apis', made);
  return made;
}

function placeOf(position: { readonly line: number; readonly col: number } | undefined): { line?: number; column?: number } {
  return position === undefined ? {} : { line: position.line, column: position.col };
}

function isScanned(item: unknown): item is YAMLMap {
  return isMap(item) && item.has('from');
}

function namesOf(item: unknown): Pick<Call, 'api' | 'operation'> {
  if (isScalar(item)) return { api: String(item.value), operation: undefined };
  if (!isMap(item)) return { api: undefined, operation: undefined };
  const [api, operation] = [item.get('api'), item.get('operation')];
  return { api: typeof api === 'string' ? api : undefined, operation: typeof operation === 'string' ? operation : undefined };
}

function nameOf({ api, operation }: Pick<Call, 'api' | 'operation'>): string {
  if (api === undefined || operation === undefined) return api ?? operation ?? '';
  return `${api} (${operation})`;
}

/** Writes what changed of an entry; what did not is left as it is laid out. */
function refresh(item: YAMLMap, call: WrittenCall, byDefault: boolean, document: Document): boolean {
  const from = call.origins.map(originOf);
  const isMoved = JSON.stringify(item.toJSON()) !== JSON.stringify({ ...(item.toJSON() as object), from });
  if (isMoved) item.set('from', document.createNode(from));
  if ((item.get('possible') ?? byDefault) === call.possible) return isMoved;
  item.set('possible', call.possible);
  return true;
}

function entryOf({ api, operation, possible, origins }: WrittenCall, byDefault: boolean): Record<string, unknown> {
  return { api, ...(operation === undefined ? {} : { operation }), ...(possible === byDefault ? {} : { possible }), from: origins.map(originOf) };
}

/** `src/app.ts:12`; a mapping where there is doubt to tell, or where the name of a file would be read as having a line. */
function originOf({ file, line, confidence }: CallOrigin): unknown {
  if (confidence !== 'certain') return { file, ...(line === undefined ? {} : { line }), confidence };
  if (line !== undefined) return `${file}:${String(line)}`;
  return /:\d{1,9}$/.test(file) ? { file } : file;
}
