import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { codeOf, guarded } from './file-problem.js';
import { onInterrupt } from './interrupt.js';
import { inBlocks } from './pieces.js';
import type { Piece } from './pieces.js';
import { defined } from './defined.js';

/** What goes into a file: whole, or in pieces that are made when they are written, once. */
export type Content = Piece | Iterable<Piece>;

/** A file's new content on its way to its place: written beside it, not seen there yet. */
export interface Draft {
  readonly file: string;
  readonly content: Content;
  /** Where the content lies; undefined where it is to be written into what is there (a pipe, a device). */
  readonly temporary: string | undefined;
  /** Where it belongs: the file, what the link of that name leads to, or the number of an open stream. */
  readonly target: string | number;
}

/** Runs with a place for drafts. Whatever happens, also an interrupt, none stays behind. */
export function withDrafts<T>(run: (write: (file: string, content: Content) => Draft) => T): T {
  const drafts: Draft[] = [];
  const discard = (): void => {
    for (const { temporary } of drafts) if (temporary !== undefined) rmSync(temporary, { force: true });
  };
  const release = onInterrupt(discard);
  try {
    return run((file, content) => writeDraft(file, content, drafts));
  } finally {
    discard();
    release();
  }
}

function writeDraft(file: string, content: Content, drafts: Draft[]): Draft {
  return guarded(file, () => {
    const known = statSync(file, { throwIfNoEntry: false });
    if (known?.isDirectory() === true) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    if (known?.isFile() === false) return { file, content, temporary: undefined, target: file };
    const stream = known === undefined ? undefined : outputTo(known);
    if (stream !== undefined) return { file, content, temporary: undefined, target: stream };
    const target = linkTarget(file);
    const temporary = join(dirname(target), `.lint-policies.${crypto.randomUUID().slice(-12)}.tmp`);
    const draft: Draft = { file, content, temporary, target };
    // A rename asks nobody whether the file itself may be written.
    if (known !== undefined) accessSync(target, constants.W_OK);
    mkdirSync(dirname(target), { recursive: true });
    drafts.push(draft);
    put(
      temporary,
      content,
      defined({ flag: 'wx' as const, mode: known === undefined ? undefined : known.mode & 0o777 }),
    );
    if (known !== undefined) keepRights(temporary, known);
    return draft;
  });
}

/** Whether a file of this name is a draft: of a run that goes on, or of one that was killed. */
export function isDraft(name: string): boolean {
  return /^\.lint-policies\.[0-9a-f]{12}\.tmp$/.test(name);
}

/** Puts a draft in its place, over what is there. */
export function publish({ file, temporary, target, content }: Draft): void {
  guarded(file, () => {
    if (temporary !== undefined && typeof target === 'string') renameSync(temporary, target);
    else put(target, content, {});
  });
}

/** Puts a draft in its place unless something is there: then it answers false. */
export function publishNew({ file, temporary = '', content }: Draft): boolean {
  return guarded(file, () => {
    try {
      // Unlike a rename, a link fails where somebody else was faster.
      linkSync(temporary, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (!WITHOUT_LINKS.has(codeOf(error) ?? '')) throw error;
      put(file, content, { flag: 'wx' });
      return true;
    }
  });
}

function put(
  target: string | number,
  content: Content,
  options: { readonly flag?: 'wx'; readonly mode?: number },
): void {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    writeFileSync(target, content, options);
    return;
  }
  const descriptor =
    typeof target === 'number' ? target : openSync(target, options.flag ?? 'w', options.mode);
  try {
    for (const block of inBlocks(content)) writeFileSync(descriptor, block);
  } finally {
    if (descriptor !== target) closeSync(descriptor);
  }
}

/** What file systems answer that have no hard links. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** Our own standard output or error, where it goes to this file: another file in its place would lose what is still to come. */
export function outputTo({ dev, ino }: Pick<Stats, 'dev' | 'ino'>): number | undefined {
  return [1, 2].find((stream) => {
    try {
      const output = fstatSync(stream);
      return output.dev === dev && output.ino === ino;
    } catch {
      return false;
    }
  });
}

/** Where a link leads, also where nothing is there yet. */
function linkTarget(file: string): string {
  let target = file;
  for (
    let hops = 0;
    hops < MOST_LINKS && lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    hops += 1
  )
    target = resolve(dirname(target), readlinkSync(target));
  return target;
}

/** As many as Linux follows. */
const MOST_LINKS = 40;

function keepRights(temporary: string, { mode, uid, gid }: Stats): void {
  const made = statSync(temporary);
  try {
    if (made.uid !== uid || made.gid !== gid) chownSync(temporary, uid, gid);
  } catch {
    // Only root may give a file away; the content matters more than whose it is.
  }
  if ((made.mode & 0o7777) !== (mode & 0o7777)) chmodSync(temporary, mode & 0o7777);
}
