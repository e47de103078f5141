import { extname, resolve } from 'node:path';
import type { SdkModule } from '../../calls/clients/module.js';
import { mayUseUnreadClient, unreadClientsIn } from '../../calls/clients/unread-clients.js';
import { isBundle } from '../../calls/code/bundle.js';
import { findByName, findInCode, isCode, mayCall } from '../../calls/code/find-in-code.js';
import { findInShell } from '../../calls/code/shell-script.js';
import type { FoundCalls } from '../../calls/found.js';
import { countLines, countRecords, showsRecords } from '../../calls/observed/find-observed.js';
import type { ObservedOptions } from '../../calls/observed/find-observed.js';
import type { Tally } from '../../calls/observed/tally.js';
import { findInSpecification, isSpecification } from '../../calls/openapi/find-in-openapi.js';
import { sdkFacts } from '../../calls/sdk/sdk-facts.js';
import { findInPlan, findInTerraform, isPlan } from '../../calls/terraform/find-in-terraform.js';
import { readPieces, readText } from '../../files.js';
import type { Problem } from '../../problem.js';
import type { Discovered } from '../discovery/discover.js';

/** Files that are searched for calls that somebody wrote down, and records of calls that were made. */
export type SourceKind =
  'terraform' | 'code' | 'shell' | 'other' | 'specification' | 'plan' | 'records' | 'lines';

/** What a log is called, also one that was rotated or packed: `access.log`, `access.log.2.gz`, `access.log-20261031`. */
const LOG = /\.(?:log(?:[.-][\dT:-]+)?|ndjson|jsonl)(?:\.gz)?$/i;
/** Scripts whose commands may be requests. */
function isShell(path: string): boolean {
  return /\.(?:sh|bash|zsh)$/i.test(path);
}

const DATA = /\.(?:tf|json|json\.gz|ya?ml)$/i;

/** Files of a searched folder that may show calls. */
export function mayShowCalls(path: string): boolean {
  return DATA.test(path) || LOG.test(path) || isCode(path) || isShell(path) || mayUseUnreadClient(path);
}

/**
 * What kind of source a file is, by its name and its beginning; undefined where it is none. One that is named counts as a
 * log where it is nothing else.
 * @throws Problem code `file`.
 */
export async function kindOf(path: string, named: boolean, cwd: string): Promise<SourceKind | undefined> {
  if (/\.tf$/i.test(path)) return 'terraform';
  if (isCode(path)) return 'code';
  if (isShell(path)) return 'shell';
  const head = await headOf(resolve(cwd, path));
  // What is no text is no source, and need not end.
  if (head.includes('\0')) return undefined;
  const isData = /^\s*[[{]/.test(head.replace(/^\uFEFF/, ''));
  const isTrace = isData && /"trace_name"\s*:/.test(head);
  if (!isTrace && isSpecification(head)) return 'specification';
  if (!isData && mayUseUnreadClient(path)) return 'other';
  if (/^\.ya?ml$/i.test(extname(path))) return undefined;
  if (isTrace || (isData && showsRecords(head) && (LOG.test(path) || named) && !PLAN.test(head)))
    return 'records';
  if (isData) return PLAN.test(head) ? 'plan' : undefined;
  return LOG.test(path) || (named && head !== '') ? 'lines' : undefined;
}

/** The beginning of what `terraform show -json` prints. */
const PLAN = /^\s*\{[^]{0,200}?"format_version"\s*:/;

/** Enough to hold the first record of traces, whose names stand before its longest members. In UTF-16 units. */
const HEAD = 65_536;

async function headOf(file: string): Promise<string> {
  let head = '';
  for await (const piece of readPieces(file)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, 4 * HEAD);
}

/**
 * The calls that a file of these kinds shows; `bundle` for one with clients that nobody wrote by hand nor named, which is
 * not read.
 * @throws Problem code `file`.
 */
export async function readWritten(
  kind: Exclude<SourceKind, 'records' | 'lines'>,
  { path, named }: Pick<Discovered, 'path' | 'named'>,
  cwd: string,
): Promise<FoundCalls | 'bundle' | undefined> {
  const text = readText(resolve(cwd, path));
  if (kind === 'terraform') return findInTerraform(path, text);
  const unread = unreadClientsIn(path, text);
  if (kind === 'code') {
    if (!named && isBundle(path, text) && mayCall(path, text)) return 'bundle';
    const calls = await findInCode(path, text, sdkFacts());
    return { ...calls, unread: [...(calls.unread ?? []), ...unread] };
  }
  if (kind === 'shell') return { ...findInShell(path, text), unread };
  if (kind === 'other')
    return unread.length === 0 ? undefined : { found: [], unplaced: [], problems: [], unread };
  if (kind === 'specification') return findInSpecification(path, text);
  const document = parseJson(text);
  return isPlan(document) ? findInPlan(path, document) : undefined;
}

/** What may be calls of what other files import, and a source file itself does not. */
export async function readByName(
  path: string,
  imports: readonly SdkModule[],
  own: readonly SdkModule[],
  cwd: string,
): Promise<FoundCalls> {
  return findByName(path, readText(resolve(cwd, path)), { imports, own }, sdkFacts());
}

/** Counts the records that a file holds, and says whether there are any. */
export async function readObserved(
  kind: 'records' | 'lines',
  path: string,
  cwd: string,
  options: ObservedOptions,
  tally: Tally,
): Promise<{ readonly records: number; readonly problems: readonly Problem[] }> {
  const pieces = readPieces(resolve(cwd, path));
  return kind === 'records'
    ? countRecords(path, pieces, options, tally)
    : countLines(path, pieces, options, tally);
}

/** Undefined where it is no JSON: then it is no plan, whatever else it may be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
