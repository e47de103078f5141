import { Worker } from 'node:worker_threads';
import { MAX_LENGTH } from './mutate.js';
import { HEAD } from './work.js';
import type { News, Work } from './work.js';

/** What came of the inputs of one target. */
export interface Campaign {
  readonly target: string;
  readonly inputs: number;
  /** How many different things the program was seen to do. */
  readonly features: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly target: string;
  /** A stack, or what was too much. */
  readonly what: string;
  readonly input: Uint8Array;
}

/** More failures of one target are most likely the same one again. */
const MAX_FAILURES = 10;

/** Tries inputs of one target until the time (in milliseconds) is up, or too many fail. */
export async function runCampaign(target: string, seed: number, time: number): Promise<Campaign> {
  const end = performance.now() + time;
  let total: Campaign = { target, inputs: 0, features: 0, failures: [] };
  while (performance.now() < end && total.failures.length < MAX_FAILURES) {
    const { inputs, features, failures } = await runThread({
      targets: [target],
      seed: seed + total.inputs,
      inputs: Infinity,
      time: end - performance.now(),
    });
    total = {
      target,
      inputs: total.inputs + inputs,
      features: Math.max(total.features, features),
      failures: [...total.failures, ...failures],
    };
  }
  return total;
}

/** An input that is not done after so many milliseconds hangs. */
const MAX_WAIT = 60_000;

/** Far more than any input needs, in megabytes: whoever asks for more is a bomb. */
const MAX_HEAP = 1024;

/** UTF-16 needs two bytes for what is one unit long, UTF-8 three at most. */
const SPACE = HEAD + 3 * MAX_LENGTH + 4;

/** A thread knows no TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(new URL('worker.ts', import.meta.url).href)}); });`;

/** What came of one thread. */
export interface ThreadResult {
  readonly inputs: number;
  readonly features: number;
  /** One at most: the thread ends with it. */
  readonly failures: readonly Failure[];
}

/** Runs one thread, and ends it where it hangs or takes too much memory. */
export function runThread(work: Omit<Work, 'current'>): Promise<ThreadResult> {
  const current = new SharedArrayBuffer(SPACE);
  const head = new Int32Array(current, 0, HEAD / Int32Array.BYTES_PER_ELEMENT);
  const open = [...work.targets];
  const before = { inputs: 0, features: 0 };
  return new Promise((resolve, reject) => {
    const worker = new Worker(START, {
      eval: true,
      workerData: { ...work, current },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP },
    });
    let last = { index: 0, since: performance.now() };
    const watch = setInterval(() => {
      const index = Atomics.load(head, 0);
      if (index !== last.index || index === 0) last = { index, since: performance.now() };
      else if (performance.now() - last.since > MAX_WAIT) fail(`hangs: not done after ${MAX_WAIT / 1000} s`);
    }, 500);
    const end = (): void => {
      clearInterval(watch);
      void worker.terminate();
    };
    const fail = (
      what: string,
      input = new Uint8Array(current).slice(HEAD, HEAD + Atomics.load(head, 1)),
    ): void => {
      end();
      resolve({
        inputs: before.inputs + Atomics.load(head, 0),
        features: before.features,
        failures: [{ target: open[0] ?? '', what, input }],
      });
    };
    worker.on('message', (news: News) => {
      switch (news.kind) {
        case 'failure':
          fail(news.what, new Uint8Array(news.input));
          break;
        case 'target':
          open.shift();
          before.inputs += news.inputs;
          before.features += news.features;
          break;
        case 'end':
          end();
          resolve({ ...before, failures: [] });
      }
    });
    worker.on('error', (error) => {
      if (Atomics.load(head, 0) > 0) fail(String(error));
      else {
        end();
        reject(error);
      }
    });
  });
}
