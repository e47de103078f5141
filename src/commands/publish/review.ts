import { listed, ownership, readComment, request, RequestFailure, withTries } from './github-request.js';
import type { CommentTarget, GivenUp, ListedComment } from './github-request.js';

/** A comment on lines of a pull request, as a run wants it to stand there. */
export interface LineComment {
  /** Names the finding in any run. */
  readonly fingerprint: string;
  /** From the root of the repository. */
  readonly path: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly body: string;
}

export interface Review {
  /** Tells the comments of several runs on one pull request apart. */
  readonly key: string;
  /** The commit that the lines are of. */
  readonly commit: string;
  readonly comments: readonly LineComment[];
  /** Every finding that still stands, also where no comment is wanted: what was said of it stays. */
  readonly standing: ReadonlySet<string>;
  /** What becomes of a comment that somebody has answered and whose finding is gone. */
  readonly resolved: string;
}

export interface ReviewCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly resolved: number;
  /** Lines that GitHub takes no comment on (422). */
  readonly refused: number;
  /** More than one run may begin with. */
  readonly left: number;
}

export type ReviewOutcome = { readonly done: true; readonly counts: ReviewCounts } | GivenUp;

/** New threads of one run: more are a wall, and GitHub counts them as abuse. */
const MOST_NEW = 30;

/**
 * Puts a comment on the lines of each finding: one thread a finding, which later runs find again by its hidden marker and
 * update, or take back where the finding is gone. What people have answered stays, marked as resolved.
 */
export function putReview(target: CommentTarget, review: Review): Promise<ReviewOutcome> {
  const refused = new Set<string>();
  const created = new Set<string>();
  return withTries(async () => ({ done: true, counts: await put(target, review, { refused, created }) }));
}

interface Attempts {
  /** By fingerprint, over all attempts. */
  readonly refused: Set<string>;
  readonly created: Set<string>;
}

async function put(target: CommentTarget, review: Review, attempts: Attempts): Promise<ReviewCounts> {
  const { own, answered } = await commentsOf(target, review.key);
  const wanted = new Map(review.comments.map((comment) => [comment.fingerprint, comment]));
  const counts = { updated: 0, unchanged: 0, removed: 0, resolved: 0, left: 0 };
  const kept = new Set<string>();
  for (const [fingerprint, comment] of own) {
    const isSecond = kept.has(fingerprint);
    kept.add(fingerprint);
    const want = isSecond ? undefined : wanted.get(fingerprint);
    if (want === undefined && !isSecond && review.standing.has(fingerprint)) counts.unchanged += 1;
    else if (want !== undefined) counts[await update(target, comment, marked(review.key, want))] += 1;
    else if (answered.has(comment.id)) {
      const body = `${markerOf(review.key, fingerprint)}${review.resolved}\n`;
      if ((await update(target, comment, body)) === 'updated') counts.resolved += 1;
    } else {
      await request(target, 'DELETE', `pulls/comments/${comment.id}`);
      counts.removed += 1;
    }
  }
  for (const comment of review.comments) {
    if (kept.has(comment.fingerprint) || attempts.refused.has(comment.fingerprint)) continue;
    if (attempts.created.size >= MOST_NEW) counts.left += 1;
    else await create(target, review, comment, attempts);
  }
  const createdBefore = [...attempts.created].filter((fingerprint) => kept.has(fingerprint)).length;
  return {
    ...counts,
    unchanged: Math.max(0, counts.unchanged - createdBefore),
    created: attempts.created.size,
    refused: attempts.refused.size,
  };
}

async function create(
  target: CommentTarget,
  { key, commit }: Review,
  comment: LineComment,
  { refused, created }: Attempts,
): Promise<void> {
  const { path, firstLine, lastLine, fingerprint } = comment;
  const start = firstLine === lastLine ? {} : { start_line: firstLine, start_side: 'RIGHT' };
  const content = {
    body: marked(key, comment),
    commit_id: commit,
    path,
    line: lastLine,
    side: 'RIGHT',
    ...start,
  };
  try {
    await request(target, 'POST', `pulls/${target.number}/comments`, content);
    created.add(fingerprint);
  } catch (error) {
    if (!(error instanceof RequestFailure) || error.status !== 422) throw error;
    refused.add(fingerprint);
  }
}

async function update(
  target: CommentTarget,
  { id, body: before }: ListedComment,
  body: string,
): Promise<'updated' | 'unchanged'> {
  // GitHub keeps text as CRLF in some answers.
  if (before.replaceAll('\r\n', '\n') === body) return 'unchanged';
  await request(target, 'PATCH', `pulls/comments/${id}`, { body });
  return 'updated';
}

function marked(key: string, { fingerprint, body }: LineComment): string {
  return `${markerOf(key, fingerprint)}${body}`;
}

function markerOf(key: string, fingerprint: string): string {
  return `<!-- lint-policies: ${key} ${fingerprint} -->\n`;
}

/** Our comments with their fingerprints, the oldest first, and the ids of comments that somebody has answered. */
async function commentsOf(target: CommentTarget, key: string) {
  const isOwn = ownership(target);
  const own: [fingerprint: string, comment: ListedComment][] = [];
  const answered = new Set<number>();
  for await (const item of listed(target, `pulls/${target.number}/comments`)) {
    const comment = readComment(item);
    if (comment === undefined) continue;
    if (comment.answers !== undefined) answered.add(comment.answers);
    const [, found, fingerprint] = /^<!-- lint-policies: ([\w.-]+) (\S+) -->/.exec(comment.body) ?? [];
    if (found === key && fingerprint !== undefined && (await isOwn(comment)))
      own.push([fingerprint, comment]);
  }
  return { own, answered };
}
