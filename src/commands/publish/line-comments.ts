import { existsSync } from 'node:fs';
import { posix, relative, resolve } from 'node:path';
import { readText } from '../../files.js';
import { greatest } from '../../long-lists.js';
import { code, link, paragraph, prose, words, writeMarkdown } from '../../report/markdown/mdast.js';
import type { Edit } from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';
import { shownLines } from './diff-lines.js';
import type { ShownLines } from './diff-lines.js';
import { listed, request } from './github-request.js';
import type { CommentTarget } from './github-request.js';
import type { LineComment } from './review.js';
import type { NamedFinding } from './review-findings.js';
import { suggestionOf } from './suggestion.js';

const say = speaker('commands-setup', en);

export interface LineComments {
  readonly comments: readonly LineComment[];
  /** Files whose text is not the one that the pull request shows: none of their lines is commented on. */
  readonly differing: readonly string[];
}

/**
 * A comment for each finding whose fix, or what it suggests, lies in lines that the pull request shows, with the fix as a suggestion.
 * @param cwd where the paths of the findings start.
 * @param root of the checkout.
 */
export async function lineComments(
  target: CommentTarget,
  findings: readonly NamedFinding[],
  { cwd, root }: { readonly cwd: string; readonly root: string },
): Promise<LineComments> {
  const shown = await shownFiles(target);
  const prefix = relative(root, cwd).replaceAll('\\', '/');
  const texts = new Map<string, string | undefined>();
  const differing = new Set<string>();
  const comments = findings.flatMap(({ path, finding }): LineComment[] => {
    const name = posix.normalize(posix.join(prefix, path));
    const lines = shown.get(name);
    const offer = offerOf(finding);
    if (offer === undefined || lines === undefined) return [];
    if (!texts.has(name)) texts.set(name, textThatIsShown(resolve(cwd, path), lines));
    const text = texts.get(name);
    if (text === undefined) differing.add(name);
    const suggestion = text === undefined ? undefined : suggestionOf(text, offer.edits);
    if (suggestion === undefined) return [];
    const { firstLine, lastLine } = suggestion;
    const run = lines.runOf(firstLine);
    if (run === undefined || run !== lines.runOf(lastLine)) return [];
    const body = bodyOf(finding, offer, suggestion.text);
    return [{ fingerprint: finding.fingerprint, path: name, firstLine, lastLine, body }];
  });
  return { comments, differing: [...differing] };
}

interface Offer {
  /** What it does, where the finding does not say that itself. */
  readonly message: string | undefined;
  readonly edits: readonly Edit[];
}

/** The safe fix, else the first thing that is suggested: a person looks at it before it is committed. */
function offerOf({ fix, edits, suggestions = [] }: NamedFinding['finding']): Offer | undefined {
  return fix && edits !== undefined ? { message: undefined, edits } : suggestions[0];
}

/** Files of the pull request by their names from the root, those without lines to show left out. */
async function shownFiles(target: CommentTarget): Promise<ReadonlyMap<string, ShownLines>> {
  const files = new Map<string, ShownLines>();
  for await (const item of listed(target, `pulls/${target.number}/files`)) {
    const { filename, patch } = item as { readonly filename?: unknown; readonly patch?: unknown };
    if (typeof filename === 'string' && typeof patch === 'string') files.set(filename, shownLines(patch));
  }
  return files;
}

/** The last commit of the pull request. */
export async function headOf(target: CommentTarget): Promise<string> {
  const pull = (await request(target, 'GET', `pulls/${target.number}`)) as {
    readonly head?: { readonly sha?: unknown };
  };
  return typeof pull.head?.sha === 'string' ? pull.head.sha : '';
}

function textThatIsShown(file: string, lines: ShownLines): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readText(file);
  return lines.agreesWith(text.split('\n')) ? text : undefined;
}

/** What is wrong, the lines to put in its place, and where the rule is explained. */
function bodyOf(
  { rule, message, url }: NamedFinding['finding'],
  offer: Offer,
  lines: string | undefined,
): string {
  const sentences = offer.message === undefined ? [message] : [message, offer.message];
  const told = writeMarkdown(sentences.map((sentence) => paragraph(...prose(sentence))));
  const about = writeMarkdown([paragraph(...link(url, code(rule)), words(` · ${say('reviewBy')}`))]);
  return `${told}\n${suggestionBlock(lines)}\n${about}`;
}

/** Fenced by more backticks than the lines hold in a row. */
function suggestionBlock(lines: string | undefined): string {
  const longest = greatest([2, ...Array.from((lines ?? '').matchAll(/`+/g), ([run]) => run.length)]);
  const fence = '`'.repeat(longest + 1);
  return [`${fence}suggestion`, ...(lines === undefined ? [] : [lines]), fence, ''].join('\n');
}
