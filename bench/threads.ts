import { catalogFacts } from './catalog-facts.js';
import { writePolicies } from './generated-policies.js';
import { CLI, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Suite } from './suite.js';

/** From how many policies on a second thread pays, and that nothing is lost below that. */
export const threads: Suite = {
  name: 'threads',
  async run({ runs, quick }) {
    const facts = await catalogFacts();
    return (quick ? [100] : [250, 1_000, 4_000]).map((size) => {
      const folder = workFolder(`threads-${size}`);
      writePolicies(folder, size, facts);
      const lint = (name: string, concurrency: string) => ({
        name,
        argv: [CLI, folder, '--format', 'json', '--fail-on', 'never', '--concurrency', concurrency],
      });
      const timings = timeProcesses(
        [lint('chosen by lint-policies (auto)', 'auto'), lint('one thread', 'off'), lint('two threads', '2')],
        Math.ceil(runs / 3),
        false,
      );
      return {
        title: `Threads, ${size} policies with manifests`,
        timings,
        aims: [
          {
            ours: 'chosen by lint-policies (auto)',
            peer: 'one thread',
            measure: 'milliseconds' as const,
            most: 1.05,
          },
        ],
      };
    });
  },
};
