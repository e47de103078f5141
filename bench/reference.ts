import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CLI, PEERS, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Suite } from './suite.js';

/** The whole reference of the shipped catalogs; the floor is to read the finished pages and write them again. */
export const reference: Suite = {
  name: 'reference',
  run({ runs }) {
    const [pages, site, copy] = [workFolder('reference'), workFolder('site'), workFolder('copy')];
    execFileSync(process.execPath, [CLI, 'reference', '--out', pages], { stdio: 'ignore' });
    const timings = timeProcesses(
      [
        { name: 'lint-policies reference, Markdown', argv: [CLI, 'reference', '--out', pages] },
        { name: 'lint-policies reference --html', argv: [CLI, 'reference', '--html', '--out', site] },
        {
          name: 'reading and writing the finished Markdown',
          argv: [join(PEERS, 'copy-folder.js'), pages, copy],
        },
      ],
      Math.min(runs, 5),
    );
    return [{ title: 'Reference of both clouds', timings }];
  },
};
