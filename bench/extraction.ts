import { join } from 'node:path';
import { writePages } from './generated-pages.js';
import { CLI, CORPUS, PEERS, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Suite } from './suite.js';

export const extraction: Suite = {
  name: 'extraction',
  run({ runs, quick }) {
    const generated = workFolder('pages');
    writePages(generated, quick ? 20 : 300);
    const folders = [
      ['pages generated in the real shapes', generated] as const,
      ...(CORPUS === undefined ? [] : [['the documentation itself', CORPUS] as const]),
    ];
    return folders.map(([what, folder]) => ({
      title: `Extraction of ${what}`,
      timings: timeProcesses(
        [
          { name: 'lint-policies extract', argv: [CLI, 'extract', folder, '--format', 'json'] },
          { name: 'cheerio, load alone', argv: [join(PEERS, 'cheerio-load.js'), folder] },
        ],
        Math.min(runs, 5),
      ),
      aims: [
        {
          ours: 'lint-policies extract',
          peer: 'cheerio, load alone',
          measure: 'milliseconds' as const,
          most: 1.5,
        },
      ],
      ...(CORPUS === undefined
        ? { note: 'Set LINT_POLICIES_CORPUS to a folder of real pages to measure those too.' }
        : {}),
    }));
  },
};
