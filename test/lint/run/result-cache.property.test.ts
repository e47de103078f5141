import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { createSpill } from '../../../src/commands/lint/spill.js';
import { throughCache } from '../../../src/lint/run/result-cache.js';
import type { CacheStore } from '../../../src/lint/run/result-cache.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import type { LintResult } from '../../../src/lint/run/runner.js';
import { createShelf, packWorkload } from '../../../src/lint/results/shelf.js';
import { workloadJson } from '../../../src/report/machine/json.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text as lines } from '../../text.js';

const catalog = createCatalog('huaweicloud', exampleCatalog());

/** What a run finds: texts by path, the ones that it has to ask for, and what its results rest on besides. */
interface World {
  readonly files: Readonly<Record<string, string>>;
  readonly besides: Readonly<Record<string, string>>;
  readonly preset: 'recommended' | 'strict';
  readonly calls: boolean;
}

const actions = fc.subarray(
  ['ecs:cloudServers:list', 'ecs:cloudServers:get', 'ecs:*:*', 'vpc:ports:get', 'no:such:action'],
  { minLength: 1 },
);
const policy = actions.map((list) =>
  JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: list }] }),
);
const apis = fc.subarray(
  [
    'GET /v1/{project_id}/cloudservers/detail',
    'GET /v1/{project_id}/cloudservers/{server_id}',
    'GET /v9/nothing',
  ],
  { minLength: 1 },
);
const policies = fc.constantFrom(
  '',
  'policies: [b.json]\n',
  'policies: [far.json]\n',
  'policies: [a.json, far.json, b.tf]\n',
  'policies: 5\n',
);
const manifest = fc
  .tuple(policies, apis)
  .map(([named, list]) => `${named}apis:\n${list.map((api) => `  - ${api}\n`).join('')}`);
const terraform = fc.constantFrom('far.json', 'b.json', 'nowhere.json').map(
  (file) =>
    lines`
        resource "huaweicloud_identity_policy" "p" {
          name = "p"
          type = "AX"
          policy = file("${file}")
        }
      `,
);
const broken = fc.constantFrom('{ "Statement": [', 'nothing', '{}');

const world: fc.Arbitrary<World> = fc.record({
  files: fc.record(
    {
      'a.json': fc.oneof(policy, broken),
      'b.json': policy,
      'a.apis.yaml': manifest,
      'b.apis.yaml': manifest,
      'b.tf': terraform,
    },
    { requiredKeys: [] },
  ),
  besides: fc.record({ 'far.json': fc.oneof(policy, broken) }, { requiredKeys: [] }),
  preset: fc.constantFrom('recommended', 'strict'),
  calls: fc.boolean(),
});

async function lint({ files, besides, preset, calls }: World, store?: CacheStore): Promise<LintResult> {
  const shelf = createShelf(calls ? workloadJson : undefined, createSpill().keep);
  const read = (path: string): string | undefined => besides[path];
  return lintFiles({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    config: { ...DEFAULT_CONFIG, preset },
    loadCatalog: () => Promise.resolve(catalog),
    read,
    shelf,
    spread: store && throughCache({ store, basis: () => preset, read, shelf }),
  });
}

/** Everything of a result, in one text; the calls of workloads where they are kept. */
function told({ record, texts, errors, problems }: LintResult, { calls }: World): string {
  const workloads = record.workloads.map((workload) => [
    packWorkload(workload, undefined),
    calls ? workload.judged : undefined,
  ]);
  return JSON.stringify({
    ...record,
    workloads,
    texts: [...texts],
    errors,
    problems: problems.map(({ message, where }) => [message, where]),
  });
}

describe('a cache', () => {
  it('changes nothing of any result, whatever has changed since it was filled', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(world, { minLength: 2, maxLength: 4 }), async (worlds) => {
        const results = new Map<string, Uint8Array>();
        const store: CacheStore = {
          read: (name) => results.get(name),
          write: (list) => {
            for (const [name, pieces] of list) results.set(name, Buffer.concat(pieces));
          },
        };
        // Each state again, as it was and with one thing changed: it may be there, or seem to be.
        const states = worlds.flatMap((one, index) => [
          one,
          one,
          { ...one, calls: !one.calls },
          { ...one, besides: worlds[index + 1]?.besides ?? {} },
        ]);
        for (const state of states) {
          const before = new Map(results);
          expect(told(await lint(state, store), state)).toBe(told(await lint(state), state));
          if (before.size > 0 && [...results].every(([name, bytes]) => before.get(name) === bytes))
            taken += 1;
        }
      }),
      { numRuns: 40 },
    );
    // It was not the same because nothing was ever taken.
    expect(taken).toBeGreaterThan(40);
  }, 180_000);
});
