import { parentPort, workerData } from 'node:worker_threads';
import { packWorkload } from '../../lint/results/shelf.js';
import { createGroupLinter } from '../../lint/run/runner.js';
import { Problem } from '../../problem.js';
import { workloadJson } from '../../report/machine/json.js';
import { speakIn } from '../../wording/language-choice.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import { readIfThere } from '../discovery/lint-input.js';
import type { Batch, BatchResult, ThreadJob, ThreadProblem } from './lint-threads.js';

/** What a thread runs: it lints the batches that it is sent, one after the other, until there are no more. */
const { cwd, catalog, config, keepsCalls, language } = workerData as ThreadJob;
await speakIn(language);
const lint = createGroupLinter(
  {
    config,
    loadCatalog: catalogLoader({ cwd }, catalog, config.catalogs),
    read: (path) => readIfThere(path, cwd),
  },
  () => false,
);

let before: Promise<void> = Promise.resolve();
parentPort?.on('message', (batch: Batch) => {
  before = before.then(async () => {
    parentPort?.postMessage(await lintBatch(batch));
  });
});

async function lintBatch({ from, groups }: Batch): Promise<BatchResult> {
  const results: BatchResult['results'][number][] = [];
  for (const group of groups) {
    try {
      const result = await lint(group);
      results.push({
        ...result,
        workloads: result.workloads.map((workload) =>
          packWorkload(workload, keepsCalls ? workloadJson : undefined),
        ),
        problems: result.problems.map(toPlain),
        errors: result.errors.map(({ path, error }) => ({ path, error: toCloneable(error) })),
      });
    } catch (error) {
      return {
        from,
        results,
        failure: error instanceof Problem ? { problem: toPlain(error) } : { error: toCloneable(error) },
      };
    }
  }
  return { from, results };
}

function toPlain({ code, message, where }: Problem): ThreadProblem {
  return { code, message, where };
}

/** An error may hold what cannot leave a thread; its message and stack can. */
function toCloneable(error: unknown): Error {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return Object.assign(new Error(message), { stack });
}
