import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Coverage } from '../../src/catalog/model/model.js';
import { loadCatalog } from '../../src/catalog/yaml/load.js';
import type { Generated } from '../generate.js';

const FILE = 'catalog/README.md';
const BEGIN = '<!-- coverage: generated -->';
const END = '<!-- /coverage -->';

/** How much of the SDK each service of a catalog covers, and what it rests on: the table in the README of the catalogs. */
export async function coverageTable(): Promise<Generated> {
  const readme = readFileSync(FILE, 'utf8');
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`${FILE} has no place for the table, ${BEGIN} … ${END}`);
  const catalog = await loadCatalog('huaweicloud');
  const rows = catalog.services.flatMap((service) => {
    const coverage = catalog.coverage(service);
    return coverage === undefined ? [] : [rowOf(service, coverage)];
  });
  const all = catalog.services.flatMap((service) => catalog.coverage(service)?.sdk ?? []);
  const sum = (count: (sdk: (typeof all)[number]) => number) =>
    all.reduce((total, sdk) => total + count(sdk), 0);
  const operations = sum((sdk) => sdk.operations);
  const total = [
    'all',
    String(operations),
    share(
      sum(({ actions }) => actions),
      operations,
    ),
    share(
      sum(({ identity }) => identity),
      operations,
    ),
    '',
    '',
    '',
  ];
  const table = [HEAD, HEAD.map(() => '-'), ...rows, total]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
  const text = `${readme.slice(0, from)}${BEGIN}\n\n${table}\n\n${readme.slice(to)}`;
  const options = await resolveConfig(FILE);
  return { files: new Map([[FILE, await format(text, { ...options, filepath: FILE })]]) };
}

const HEAD = [
  'service',
  'SDK operations',
  'with actions',
  'with identity actions',
  'pages',
  'transcribed',
  'dates on them',
];

function rowOf(service: string, { sdk, pages, transcribed, updated }: Coverage): string[] {
  return [
    service,
    sdk === undefined ? '' : String(sdk.operations),
    sdk === undefined ? '' : share(sdk.actions, sdk.operations),
    sdk === undefined ? '' : share(sdk.identity, sdk.operations),
    String(pages),
    String(transcribed),
    datesOf(updated),
  ];
}

function share(part: number, whole: number): string {
  return `${part} (${Math.round((100 * part) / whole)} %)`;
}

function datesOf(updated: Coverage['updated']): string {
  if (updated === undefined) return '';
  return updated.from === updated.to ? updated.to : `${updated.from} to ${updated.to}`;
}
