import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { LintConfig } from '../../lint/config/config.js';
import type { PackedWorkload, Shelf } from '../../lint/results/shelf.js';
import type { FileGroup } from '../../lint/run/group.js';
import type { FileError, GroupResult } from '../../lint/run/lint-group.js';
import type { LintInput, Spread } from '../../lint/run/runner.js';
import { Problem } from '../../problem.js';
import type { ProblemCode, Where } from '../../problem.js';
import { packageRoot } from '../../project.js';
import type { Language } from '../../wording/language-choice.js';
import { spokenLanguage } from '../../wording/speaker.js';

/** `--concurrency`: `off` lints in one thread, a number in so many, `auto` in as many as pay. */
export type Concurrency = 'auto' | 'off' | number;

/** What a thread is told when it starts. */
export interface ThreadJob {
  readonly cwd: string;
  /** A catalog folder in place of the shipped one. */
  readonly catalog: string | undefined;
  /** Without rules of its own. */
  readonly config: LintConfig;
  /** Whether a report shows the calls of workloads. */
  readonly keepsCalls: boolean;
  readonly language: Language;
}

/** Groups in a row, and where in the list of all groups they begin. */
export interface Batch {
  readonly from: number;
  readonly groups: readonly FileGroup[];
}

/** A result for each group, up to the one that failed. */
export interface BatchResult {
  readonly from: number;
  readonly results: readonly ThreadResult[];
  readonly failure?: { readonly problem: ThreadProblem } | { readonly error: Error };
}

interface ThreadResult extends Omit<GroupResult, 'problems' | 'errors' | 'workloads'> {
  readonly workloads: readonly PackedWorkload[];
  readonly problems: readonly ThreadProblem[];
  readonly errors: readonly FileError[];
}

/** A Problem as it passes between threads, which keep no classes. */
export interface ThreadProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly where: Where | undefined;
}

/** Small enough that threads end together, large enough that messages do not count. */
const BATCH = 16;

/**
 * A thread is worth its start and its warming up from so many groups on. By `bench/threads.ts` a second one costs 28 % more
 * processor time over 1,000 policies, which two processors that others use as well did not make up for, and 13 % over 4,000.
 */
const GROUPS_A_THREAD = 2_000;

/** More threads than these only wait for the first one, which collects and prints. */
const MOST_THREADS = 8;

/**
 * How to lint groups in several threads, of which this one is the first; undefined where one is all there may be: fixes
 * and comparisons look at the trees themselves, and rules of a configuration are functions, which no thread can be sent.
 */
export function spreadOver(
  concurrency: Concurrency,
  { config, fix, observe, shelf }: Pick<LintInput, 'config' | 'fix' | 'observe'> & { readonly shelf: Shelf },
  place: Pick<ThreadJob, 'cwd' | 'catalog'>,
): Spread | undefined {
  if (
    concurrency === 'off' ||
    concurrency === 1 ||
    fix === true ||
    observe !== undefined ||
    config.localRules.length > 0
  )
    return undefined;
  return async (groups, lintHere) => {
    const most =
      concurrency === 'auto'
        ? Math.min(availableParallelism(), MOST_THREADS, 1 + Math.floor(groups.length / GROUPS_A_THREAD))
        : concurrency;
    return lintInThreads(
      groups,
      lintHere,
      Math.min(most, Math.ceil(groups.length / BATCH)) - 1,
      { ...place, config, keepsCalls: shelf.textOf !== undefined, language: spokenLanguage() },
      shelf,
    );
  };
}

async function lintInThreads(
  groups: readonly FileGroup[],
  lintHere: (group: FileGroup) => Promise<GroupResult>,
  helpers: number,
  job: ThreadJob,
  shelf: Shelf,
): Promise<readonly GroupResult[]> {
  const results: GroupResult[] = [];
  const failures: { readonly index: number; readonly error: unknown }[] = [];
  let next = 0;
  const take = (): Batch | undefined => {
    if (next >= groups.length || failures.length > 0) return undefined;
    const from = next;
    next += BATCH;
    return { from, groups: groups.slice(from, next) };
  };
  const keep = ({ from, results: batch, failure }: BatchResult): void => {
    for (const [index, result] of batch.entries())
      results[from + index] = {
        ...result,
        workloads: result.workloads.map(shelf.put),
        problems: result.problems.map(toProblem),
      };
    if (failure !== undefined)
      failures.push({
        index: from + batch.length,
        error: 'problem' in failure ? toProblem(failure.problem) : failure.error,
      });
  };
  const threads = helpers < 1 ? [] : await startThreads(helpers, job);
  try {
    await Promise.all([...threads.map((thread) => drive(thread, take, keep)), lintMyself()]);
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  // Batches are taken in order and finished, so that the first failure is the one that a single thread would meet.
  const [first] = failures.sort((a, b) => a.index - b.index);
  if (first !== undefined) throw first.error;
  return results;

  async function lintMyself(): Promise<void> {
    for (let batch = take(); batch !== undefined; batch = take()) {
      for (const [index, group] of batch.groups.entries()) {
        try {
          results[batch.from + index] = await lintHere(group);
        } catch (error) {
          failures.push({ index: batch.from + index, error });
          return;
        }
      }
      // Lets the answers of the other threads in.
      await setImmediate();
    }
  }
}

async function startThreads(count: number, job: ThreadJob): Promise<readonly Worker[]> {
  const { Worker } = await import('node:worker_threads');
  const file = join(packageRoot(), 'dist', 'lint-thread.js');
  return Array.from({ length: count }, () => new Worker(file, { workerData: job }));
}

/** Keeps a thread busy: it always has a batch in hand and the next one waiting. Rejects where the thread dies. */
function drive(
  thread: Worker,
  take: () => Batch | undefined,
  keep: (result: BatchResult) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    const give = (): void => {
      const batch = take();
      if (batch !== undefined) {
        waiting += 1;
        thread.postMessage(batch);
      }
    };
    thread.on('message', (result: BatchResult) => {
      waiting -= 1;
      keep(result);
      give();
      if (waiting === 0) resolve();
    });
    thread.on('error', reject);
    thread.on('exit', () => {
      if (waiting > 0) reject(new Error('a thread ended before its work did'));
    });
    give();
    give();
    if (waiting === 0) resolve();
  });
}

function toProblem({ code, message, where }: ThreadProblem): Problem {
  return new Problem(code, message, where);
}
