import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../src/problem.js';
import { gaveUp } from '../../src/tree-sitter.js';
import { mutate } from './mutate.js';
import { createRandom } from './random.js';
import { readSeeds } from './seeds.js';
import { createTargets } from './targets.js';
import type { Target } from './targets.js';
import { HEAD } from './work.js';
import type { News, Work } from './work.js';

/** An input of this size (60,000 units) may take so long, in milliseconds of processor time. */
const MAX_CPU = 5_000;

/** Inputs that are kept to be changed further, and their size in bytes. */
const MAX_FOUND = 400;
const MAX_FOUND_SIZE = 20_000;

/** Nothing that an input says may add to what all objects have. */
const SHARED: readonly object[] = [
  Object.prototype,
  Array.prototype,
  String.prototype,
  Function.prototype,
  Map.prototype,
  Promise.prototype,
];

await work(workerData as Work);

async function work({ targets, seed, inputs, time, input, current }: Work): Promise<void> {
  const shapes = SHARED.map(shapeOf);
  const head = new Int32Array(current, 0, HEAD / Int32Array.BYTES_PER_ELEMENT);
  const body = new Uint8Array(current, HEAD);
  const known = createTargets(readSeeds());
  for (const name of targets) {
    const target = known.find((candidate) => candidate.name === name);
    if (target === undefined)
      throw new Error(`there is no target "${name}"; there are ${known.map((one) => one.name).join(', ')}`);
    const random = createRandom(seed);
    const features = new Set<string>();
    const found: string[] = [];
    const seeds = target.seeds.map((text) => Buffer.from(text));
    const end = performance.now() + time;
    let index = 0;
    for (; index < inputs && performance.now() < end; index += 1) {
      const bytes = input ?? seeds[index] ?? mutate(random, target, found);
      body.set(bytes);
      Atomics.store(head, 1, bytes.length);
      Atomics.store(head, 0, index + 1);
      const { shown, failure } = await attempt(target, bytes, shapes);
      if (failure !== undefined) {
        tell({ kind: 'failure', what: failure, input: bytes });
        return;
      }
      // A thread whose parsers gave up reads no more code: what it would be given is not tried.
      if (shown.includes(gaveUp()) && targets.length === 1) {
        index += 1;
        break;
      }
      // Numbers and names that the input brought along are no new behaviour.
      const fresh = shown
        .map((feature) => feature.replace(/\d+|"[^"]*"|“[^”]*”/g, '#').slice(0, 160))
        .filter((feature) => !features.has(feature));
      for (const feature of fresh) features.add(feature);
      if (fresh.length > 0 && bytes.length < MAX_FOUND_SIZE)
        found[found.length < MAX_FOUND ? found.length : random.below(MAX_FOUND)] =
          Buffer.from(bytes).toString();
    }
    tell({ kind: 'target', target: name, inputs: index, features: features.size });
  }
  tell({ kind: 'end' });
}

async function attempt(
  target: Target,
  bytes: Uint8Array,
  shapes: readonly string[],
): Promise<{ readonly shown: readonly string[]; readonly failure: string | undefined }> {
  const before = process.cpuUsage();
  let shown: readonly string[] = [];
  let failure: string | undefined;
  try {
    shown = await target.run(bytes);
  } catch (error) {
    if (error instanceof Problem) shown = [error.message];
    else failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(before);
  if (user + system > MAX_CPU * 1000) failure ??= `slow: ${Math.round((user + system) / 1000)} ms`;
  for (const [at, shape] of SHARED.entries())
    if (shapeOf(shape) !== shapes[at]) failure = `a prototype was changed: ${shapeOf(shape)}`;
  return { shown, failure };
}

function shapeOf(value: object): string {
  return Reflect.ownKeys(value).map(String).join();
}

function tell(news: News): void {
  parentPort?.postMessage(news);
}
