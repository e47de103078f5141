import { listed, ownership, readComment, request, withTries } from './github-request.js';
import type { CommentTarget, GivenUp, ListedComment } from './github-request.js';

export interface Comment {
  /** How the comment begins, and is found again by. */
  readonly marker: string;
  readonly body: string;
  /** Whether it is written where there is none yet. */
  readonly create: boolean;
}

export type CommentOutcome =
  { readonly done: true; readonly what: 'created' | 'updated' | 'unchanged' | 'unneeded' } | GivenUp;

/** Writes one comment on a pull request: the one of an earlier run is updated. */
export function putComment(target: CommentTarget, comment: Comment): Promise<CommentOutcome> {
  return withTries(async () => ({ done: true, what: await put(target, comment) }));
}

type Done = Extract<CommentOutcome, { readonly done: true }>['what'];

async function put(target: CommentTarget, { marker, body, create }: Comment): Promise<Done> {
  const found = await findComment(target, marker);
  if (found === undefined && !create) return 'unneeded';
  if (found === undefined) {
    await request(target, 'POST', `issues/${target.number}/comments`, { body });
    return 'created';
  }
  // GitHub keeps text as CRLF in some answers.
  if (found.body.replaceAll('\r\n', '\n') === body) return 'unchanged';
  await request(target, 'PATCH', `issues/comments/${found.id}`, { body });
  return 'updated';
}

/** The first comment that begins with the marker and is our own. */
async function findComment(target: CommentTarget, marker: string): Promise<ListedComment | undefined> {
  const isOwn = ownership(target);
  for await (const item of listed(target, `issues/${target.number}/comments`)) {
    const comment = readComment(item);
    if (comment?.body.startsWith(marker.trimEnd()) === true && (await isOwn(comment))) return comment;
  }
  return undefined;
}
