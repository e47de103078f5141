import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { withSdkDoubts } from '../src/calls/sdk/counterparts.js';
import { withSdkCoverage } from '../src/calls/sdk/sdk-coverage.js';
import { sdkFacts } from '../src/calls/sdk/sdk-facts.js';
import { readSources } from '../src/catalog/model/sources-schema.js';
import { lossText, storedText, summaryText } from '../src/commands/extract/extract-summary.js';
import { createProgress } from '../src/commands/io/progress.js';
import { openHttp } from '../src/extract/sources/http.js';
import { refreshCatalogs } from '../src/extract/sources/refresh.js';
import type { Transcribed } from '../src/extract/transcribed/collect-transcripts.js';
import { readText } from '../src/files.js';
import { formatProblem } from '../src/problem.js';

/**
 * Makes the shipped catalogs anew: `npm run catalog` brings the pages that `catalog/sources.yaml` names by git and
 * HTTP, `npm run catalog -- --from FOLDER` takes them from a folder that holds them.
 */
const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    out: { type: 'string', default: 'catalog' },
    sources: { type: 'string', default: join('catalog', 'sources.yaml') },
    cache: { type: 'string', default: join('node_modules', '.cache', 'lint-policies') },
    'accept-loss': { type: 'boolean', default: false },
  },
});
/** A run that broke off goes on where it was if it is started again within so many milliseconds. */
const RESUME_WITHIN = 12 * 60 * 60 * 1000;
const { stderr, stdout } = process;
const progress = createProgress(
  {
    stderr: {
      write: (text) => stderr.write(text),
      isTTY: stderr.isTTY,
      columns: stderr.columns,
      color: false,
    },
  },
  (count, page) => `reading page ${count}  ${page}`,
);
const note = (text: string) => stderr.write(`${text}\n`);

const clouds = await refreshCatalogs({
  sources: readSources(readText(values.sources), values.sources),
  supply:
    values.from === undefined
      ? {
          kind: 'network',
          cache: values.cache,
          http: openHttp({ cache: join(values.cache, 'http'), freshFor: RESUME_WITHIN, onNote: note }),
        }
      : { kind: 'folder', root: values.from },
  transcripts: dirname(values.sources),
  out: values.out,
  acceptLoss: values['accept-loss'],
  review: (services) => withSdkCoverage(withSdkDoubts(services, sdkFacts()), sdkFacts()),
  onPage: (cloud, page) => {
    progress.at(`${cloud}: ${page}`);
  },
});
progress.done();
for (const { cloud, tally, assembly, transcribed, problems, stored } of clouds) {
  stdout.write(`\n${cloud}\n${summaryText(tally, assembly)}\n${transcribedText(transcribed)}`);
  for (const problem of problems) note(formatProblem(problem));
  if (stored.losses.length > 0) note(lossText(stored.losses, cloud));
  else stdout.write(storedText(stored, join(values.out, cloud)));
  if (stored.losses.length > 0 || problems.length > 0) process.exitCode = 1;
}

/** How many transcribed rows the catalogs rest on; why the others do not. */
function transcribedText({ all, used, superseded, leftOut }: Transcribed): string {
  if (all === 0) return '';
  return [
    `Transcribed rows: ${used} of ${all} taken`,
    ...superseded.map(
      ({ page, rows }) => `  ${page} was read itself: ${rows} rows of it are not needed any more`,
    ),
    ...leftOut.map(
      ({ url, endpoints, actions }) =>
        `  in doubt, and nothing else says it: ${[...endpoints, ...actions].join(' ')} (${url})`,
    ),
    '',
    '',
  ].join('\n');
}
