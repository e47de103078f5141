import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { cloudName } from '../../catalog/model/catalog-schema.js';
import type { ServiceCatalog } from '../../catalog/model/model.js';
import { storeServices, storedServices } from '../../catalog/yaml/store.js';
import { defined } from '../../defined.js';
import { assembleCatalog } from '../../extract/assemble/assemble.js';
import type { SourcePage } from '../../extract/assemble/source-page.js';
import { extractPage } from '../../extract/extract-page.js';
import type { ExtractionSummary, PageRecord } from '../../extract/extraction-record.js';
import { createTally } from '../../extract/extraction-summary.js';
import type { Tally } from '../../extract/extraction-summary.js';
import { httpReader } from '../../extract/sources/http.js';
import { pageFiles } from '../../extract/sources/page-files.js';
import { saysSomething, trimmed } from '../../extract/sources/refresh.js';
import { readBytes } from '../../files.js';
import { Problem, formatProblem } from '../../problem.js';
import { printable, printableJson } from '../../report/printable.js';
import { en } from '../../wording/en/commands-catalog.js';
import { speaker } from '../../wording/speaker.js';
import { reportBug } from '../io/failure.js';
import { givenPath } from '../io/given-path.js';
import type { ExitCode, Io } from '../io/io.js';
import { createProgress } from '../io/progress.js';
import { lossText, storedText, summaryText } from './extract-summary.js';

const say = speaker('commands-catalog', en);

export interface ExtractOptions {
  /** Files, folders and URLs. */
  readonly pages: readonly string[];
  readonly cloud: string;
  /** Root of the YAML catalogs to write: `<out>/<cloud>/<service>.yaml`. */
  readonly out?: string | undefined;
  /** `json` prints the extraction record, `text` the summary. */
  readonly format: 'text' | 'json';
  /** Write a catalog even though it would lose suspiciously much of the one that is there. */
  readonly acceptLoss?: boolean | undefined;
  /** Services to write, where not all of them; every other one stays as it is. */
  readonly only?: readonly string[] | undefined;
  /** Where pages that come over HTTP are kept between runs. */
  readonly cache?: string | undefined;
}

/**
 * Extracts pages, one after another: what cannot be read is reported and the others go on.
 * Exit 0: all read and written. 1: a page could not be read, or the catalog would lose too much. 2: nothing was read.
 */
export async function run(io: Io, options: ExtractOptions): Promise<ExitCode> {
  if (options.pages.length === 0) throw new Problem('usage', say('nothingToExtract'));
  const cloud = checkedCloud(options.cloud);
  const progress = createProgress(io, (count, page) => say('readingPage', { count, page }));
  const { add, tally } = createTally();
  const record = options.format === 'json' ? recordWriter(io) : undefined;
  const keepFacts = record === undefined || options.out !== undefined;
  const kept: SourcePage[] = [];
  const failures = { problems: 0, bugs: 0 };
  const fail = (message: string) => {
    progress.done();
    failures.problems += 1;
    io.stderr.write(`${printable(message)}\n`);
  };

  for await (const { name, read } of inputs(io, options, fail)) {
    progress.at(name);
    const page = await readPage(name, read, io, failures);
    if (page.error !== undefined) fail(`${name}: ${page.error}`);
    add(page);
    record?.page(page);
    if (keepFacts && page.tables.some(saysSomething)) kept.push(trimmed(asSource(page)));
  }
  progress.done();

  const result = tally();
  record?.end(summaryOf(result));
  if (result.pages === 0 && failures.problems === 0)
    throw new Problem('page', say('noPage'), { file: options.pages.join(', ') });
  const refused = keepFacts && !finish(io, options, cloud, kept, result);
  if (failures.bugs > 0) return 3;
  if (result.pages === result.unread) return 2;
  return refused || failures.problems > 0 ? 1 : 0;
}

/** Writes the catalog where it is asked for, and the summary; false where the catalog was refused. */
function finish(
  io: Io,
  options: ExtractOptions,
  cloud: string,
  pages: readonly SourcePage[],
  tally: Tally,
): boolean {
  const root = givenPath(io, options.out);
  const before = root === undefined ? [] : storedServices(root, cloud);
  const fresh = assembleCatalog(cloud, pages, before);
  // The record has standard output for itself.
  const said = options.format === 'json' ? io.stderr : io.stdout;
  said.write(printableLines(summaryText(tally, fresh)));
  if (root === undefined) return true;
  const services = wantedOf(fresh.services, before, options.only ?? []);
  const stored = storeServices(root, cloud, services, before, options.acceptLoss === true);
  if (stored.losses.length > 0) io.stderr.write(printableLines(`\n${lossText(stored.losses, cloud)}`));
  else said.write(printableLines(`\n${storedText(stored, join(options.out ?? '', cloud))}`));
  return stored.losses.length === 0;
}

/** Only the services that are asked for are made anew; all where none is. */
function wantedOf(
  fresh: readonly ServiceCatalog[],
  before: readonly ServiceCatalog[],
  only: readonly string[],
): readonly ServiceCatalog[] {
  if (only.length === 0) return fresh;
  const isWanted = ({ service }: ServiceCatalog): boolean => only.includes(service);
  return [...before.filter((service) => !isWanted(service)), ...fresh.filter(isWanted)];
}

interface Input {
  /** As the record names the page. */
  readonly name: string;
  readonly read: () => Uint8Array | Promise<Uint8Array>;
}

async function* inputs(
  io: Io,
  { pages, cache }: ExtractOptions,
  fail: (message: string) => void,
): AsyncGenerator<Input> {
  const get = httpReader({
    ...defined({ cache: givenPath(io, cache) }),
    onNote: (note) => {
      io.stderr.write(`${printable(note)}\n`);
    },
  });
  for (const page of pages) {
    if (/^https?:\/\//i.test(page)) {
      yield { name: page, read: () => get(page) };
      continue;
    }
    try {
      for (const file of pageFiles(resolve(io.cwd, page), (problem) => {
        fail(formatProblem(problem));
      }))
        yield { name: asGiven(page, file, io.cwd), read: () => readBytes(file) };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fail(formatProblem(error));
    }
    await Promise.resolve();
  }
}

/** Relative where it was given so, with `/`. */
function asGiven(given: string, file: string, cwd: string): string {
  const inside = relative(resolve(cwd, given), file);
  const name = inside === '' ? given : join(given, inside);
  return (isAbsolute(given) ? file : name).split(sep).join('/');
}

async function readPage(
  name: string,
  read: Input['read'],
  io: Io,
  failures: { bugs: number },
): Promise<PageRecord> {
  try {
    return extractPage(await read(), name);
  } catch (error) {
    if (error instanceof Problem) return { file: name, sha256: '', tables: [], error: error.message };
    failures.bugs += 1;
    reportBug(io, error, say('bugIn', { page: name }));
    return { file: name, sha256: '', tables: [], error: say('unreadByBug') };
  }
}

/** What a page of a folder says of its age; a name that no page uses any more was last documented then. */
const UNDATED = 'unknown';

function asSource(record: PageRecord): SourcePage {
  return {
    record,
    page: record.file,
    group: record.file.includes('/') ? record.file.slice(0, record.file.lastIndexOf('/')) : '.',
    generation: 0,
    role: 'current',
    revision: UNDATED,
  };
}

/** Writes the extraction record page by page, so that it never stands in memory whole. */
function recordWriter(io: Io): {
  readonly page: (page: PageRecord) => void;
  readonly end: (summary: ExtractionSummary) => void;
} {
  let first = true;
  io.stdout.write('{ "version": 1, "pages": [');
  return {
    page: (page) => {
      io.stdout.write(`${first ? '' : ','}\n${printableJson(page).trimEnd()}`);
      first = false;
    },
    end: (summary) => {
      io.stdout.write(`\n], "summary": ${printableJson(summary).trimEnd()} }\n`);
    },
  };
}

/** Tables and rows are those of permission tables: the ones that entries and skipped rows account for. */
function summaryOf({ pages, tables, rows, entries, skipped }: Tally): ExtractionSummary {
  return {
    pages,
    tables: tables['api-permissions'] + tables.permissions,
    rows,
    entries,
    skipped: [...skipped.values()].reduce((sum, count) => sum + count, 0),
  };
}

function checkedCloud(cloud: string): string {
  const result = cloudName.safeParse(cloud);
  if (result.success) return result.data;
  const problem = result.error.issues[0]?.message ?? '';
  throw new Problem('usage', say('unusableCloud', { cloud, problem }));
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
