import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileProblem } from '../../file-problem.js';
import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import { escapeData } from '../../report/machine/github.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';
import type { ExitCode, Io } from '../io/io.js';
import { putComment } from './github-comment.js';
import type { CommentTarget, GivenUp } from './github-request.js';
import { readFindings } from './review-findings.js';
import type { NamedFinding } from './review-findings.js';
import { truncateMarkdown } from './truncate-markdown.js';

const say = speaker('commands-setup', en);

export interface PublishOptions {
  /** A report that `--format markdown=FILE` wrote; an empty one says that there is nothing to tell. */
  readonly report: string;
  readonly comment?: boolean | undefined;
  /** A report that `--format json=FILE` wrote in the same run: its fixes become suggestions on the lines of the pull request. */
  readonly review?: string | undefined;
  /** Tells comments of several runs on one pull request apart. */
  readonly key: string;
}

/** Characters of a comment that GitHub takes ("Body is too long (maximum is 65536 characters)"). */
const COMMENT_LIMIT = 65_536;
/**
 * Characters of a job summary, which may have 1 MiB (docs.github.com, "Workflow commands for GitHub Actions", step isolation
 * and limits): one takes three bytes at most.
 */
const SUMMARY_LIMIT = Math.floor((1024 * 1024) / 3);

/**
 * Puts a report where GitHub Actions shows it: into the summary of the job and, where asked for, on the pull request as
 * one comment that each run updates, and fixes as suggestions on its lines. A comment that cannot be written (the token of a fork's pull request may only read)
 * is told of and fails nothing: the summary has the report.
 */
export async function run(io: Io, { report, comment, review, key }: PublishOptions): Promise<ExitCode> {
  if (!/^[\w.-]+$/.test(key)) throw new Problem('usage', say('keyOfOtherSigns'));
  const text = readText(resolve(io.cwd, report));
  const isShown = appendSummary(io, text === '' ? nothing() : text);
  if (comment !== true && review === undefined) {
    if (!isShown) throw new Problem('usage', say('noSummary'));
    return 0;
  }
  const findings = review === undefined ? undefined : readFindings(resolve(io.cwd, review));
  const target = targetOf(io);
  if (typeof target === 'string') {
    tell(io, 'notice', target);
    return 0;
  }
  if (comment === true) await commentOn(io, target, text, key);
  if (findings !== undefined) await reviewOn(io, target, findings, key);
  return 0;
}

function nothing(): string {
  return `${say('nothingToReport')}\n`;
}

/** False outside a job of GitHub Actions, which has no summary. */
function appendSummary({ env }: Io, text: string): boolean {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '') return false;
  try {
    appendFileSync(file, `${truncateMarkdown(text, SUMMARY_LIMIT)}\n`);
  } catch (error) {
    throw fileProblem(file, error);
  }
  return true;
}

async function commentOn(io: Io, target: CommentTarget, text: string, key: string): Promise<void> {
  const marker = `<!-- lint-policies: ${key} -->\n`;
  const outcome = await putComment(target, {
    marker,
    body: marker + truncateMarkdown(text === '' ? nothing() : text, COMMENT_LIMIT - marker.length),
    // A pull request that needs no word is left alone, but what was said before is taken back.
    create: text !== '',
  });
  if (outcome.done) io.stderr.write(`${say('commented', { number: target.number, what: outcome.what })}\n`);
  else tellGivenUp(io, outcome);
}

/** Fixes of the findings, on the lines that the pull request shows. */
async function reviewOn(
  io: Io,
  target: PullRequest,
  findings: readonly NamedFinding[],
  key: string,
): Promise<void> {
  const [{ headOf, lineComments }, { putReview }, { withTries }] = await Promise.all([
    import('./line-comments.js'),
    import('./review.js'),
    import('./github-request.js'),
  ]);
  const root = resolve(io.cwd, io.env['GITHUB_WORKSPACE'] ?? '.');
  const wanted = await withTries(async () => ({
    ...(await lineComments(target, findings, { cwd: io.cwd, root })),
    head: target.head === '' ? await headOf(target) : target.head,
  }));
  if ('done' in wanted) {
    tellGivenUp(io, wanted);
    return;
  }
  if (wanted.differing.length > 0) tell(io, 'notice', say('otherCommit', { files: wanted.differing }));
  const outcome = await putReview(target, {
    key,
    commit: wanted.head,
    comments: wanted.comments,
    standing: new Set(findings.map(({ finding }) => finding.fingerprint)),
    resolved: say('reviewResolved'),
  });
  if (!outcome.done) {
    tellGivenUp(io, outcome);
    return;
  }
  const { counts } = outcome;
  io.stderr.write(`${say('reviewed', { number: target.number, ...counts })}\n`);
  if (counts.refused > 0) tell(io, 'notice', say('linesRefused', { count: counts.refused }));
  if (counts.left > 0) tell(io, 'notice', say('suggestionsLeft', { count: counts.left }));
}

function tellGivenUp(io: Io, { readOnly, message }: GivenUp): void {
  tell(io, readOnly ? 'notice' : 'warning', message);
}

interface PullRequest extends CommentTarget {
  /** Its last commit; empty where the event does not tell it, as that of a comment. */
  readonly head: string;
}

/** The pull request that the workflow runs for, or why there is none. */
function targetOf({ env }: Io): PullRequest | string {
  const {
    GITHUB_TOKEN: token,
    GITHUB_REPOSITORY: repository,
    GITHUB_EVENT_PATH: event,
    GITHUB_API_URL: api,
  } = env;
  const pull = event === undefined || event === '' ? undefined : pullRequestOf(readText(event), event);
  if (pull === undefined) return say('noPullRequest');
  if (token === undefined || token === '') return say('noToken');
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new Problem('usage', say('noRepository'));
  return { api: api ?? 'https://api.github.com', repository, token, ...pull };
}

/** Payloads of `pull_request` and of `issue_comment` (docs.github.com, "Webhook events and payloads"). */
function pullRequestOf(
  payload: string,
  file: string,
): { readonly number: number; readonly head: string } | undefined {
  const event = readEvent(payload, file) as {
    readonly pull_request?: { readonly number?: unknown; readonly head?: { readonly sha?: unknown } };
    readonly issue?: { readonly number?: unknown; readonly pull_request?: unknown };
  } | null;
  const number =
    event?.pull_request?.number ??
    (event?.issue?.pull_request === undefined ? undefined : event.issue.number);
  const head = event?.pull_request?.head?.sha;
  return typeof number === 'number' && Number.isInteger(number)
    ? { number, head: typeof head === 'string' ? head : '' }
    : undefined;
}

function readEvent(payload: string, file: string): unknown {
  try {
    return JSON.parse(payload);
  } catch (error) {
    throw new Problem('usage', say('eventUnreadable'), { file }, { cause: error });
  }
}

function tell(io: Io, level: 'notice' | 'warning', message: string): void {
  io.stdout.write(`::${level} title=lint-policies::${escapeData(printable(message))}\n`);
}
