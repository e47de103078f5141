import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFacts } from './catalog-facts.js';
import { writePolicies } from './generated-policies.js';
import { CLI, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Suite } from './suite.js';

const ALL_KNOWN = 'with a cache, nothing changed';
const WITHOUT = 'without a cache';
const FILLED = 'with a cache that is empty, and filled';

/** What a cache saves, and what it costs the first time. */
export const cache: Suite = {
  name: 'cache',
  async run({ runs, quick }) {
    const facts = await catalogFacts();
    return (quick ? [100] : [1_000, 10_000]).map((size) => {
      const folder = workFolder(`cache-${size}`);
      writePolicies(folder, size, facts);
      const location = workFolder(`cache-results-${size}`);
      const lint = (name: string, ...args: readonly string[]) => ({
        name,
        argv: [CLI, folder, '--format', 'json', '--fail-on', 'never', ...args],
      });
      const change = (): void => {
        appendFileSync(join(folder, 'policy-00000.json'), '\n');
      };
      const timings = timeProcesses(
        [
          lint(ALL_KNOWN, '--cache', '--cache-location', location),
          {
            ...lint('with a cache, one policy changed', '--cache', '--cache-location', location),
            before: change,
          },
          lint(WITHOUT),
          {
            ...lint(FILLED, '--cache', '--cache-location', `${location}-new`),
            before: () => {
              rmSync(`${location}-new`, { recursive: true, force: true });
            },
          },
        ],
        size > 5_000 ? Math.ceil(runs / 3) : runs,
      );
      return {
        title: `A cache of results, ${size} policies with manifests`,
        timings,
        aims: [
          { ours: ALL_KNOWN, peer: WITHOUT, measure: 'milliseconds' as const, most: 0.5 },
          { ours: FILLED, peer: WITHOUT, measure: 'milliseconds' as const, most: 1.3 },
        ],
      };
    });
  },
};
