import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { writeText } from '../src/files.js';
import { cache } from './cache.js';
import { catalog } from './catalog.js';
import { expectations } from './expectations.js';
import { extraction } from './extraction.js';
import { grants } from './grants.js';
import { removeWorkFolders } from './places.js';
import { policies } from './policies.js';
import { reference } from './reference.js';
import { ratio } from './suite.js';
import type { Comparison, Suite } from './suite.js';
import { startup } from './startup.js';
import { threads } from './threads.js';

const SUITES: readonly Suite[] = [
  startup,
  policies,
  threads,
  cache,
  expectations,
  extraction,
  reference,
  catalog,
  grants,
];

const { values, positionals: wanted } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, runs: { type: 'string', default: '7' } },
  allowPositionals: true,
});
const { quick } = values;
const runs = quick ? 1 : Number(values.runs);
const chosen = SUITES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

if (!existsSync('bench/node_modules')) execFileSync('npm', ['ci', '--prefix', 'bench'], { stdio: 'inherit' });
const sections: string[] = [];
try {
  for (const suite of chosen) {
    console.error(`bench: ${suite.name}`);
    for (const comparison of await suite.run({ quick, runs })) {
      sections.push(section(comparison));
      console.log(sections.at(-1));
    }
  }
} finally {
  removeWorkFolders();
}
// Only a whole run at full scale is worth keeping.
if (!quick && chosen.length === SUITES.length)
  writeText('bench/results.md', `${heading()}\n${sections.join('\n')}`);

function heading(): string {
  const version = (name: string, folder = 'node_modules') =>
    (JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')) as { version: string }).version;
  const memory = Math.round(totalmem() / 2 ** 30);
  const [load = 0] = loadavg();
  return [
    '# Benchmark results',
    '',
    `Written by \`npm run bench -- --runs ${runs}\` (a third of that for 10,000 policies and for threads). Whole processes are run in turn; figures are medians (by the clock, and of processor time, which other work on the machine disturbs less), ratios are ours divided by the peer’s. Absolute figures depend on the machine; quote the ratios.`,
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${memory} GiB, ${process.platform} ${process.arch}, Node ${process.version}; load average at the end ${load.toFixed(1)}, of which the benchmark itself is about 1.`,
    `Peers: eslint ${version('eslint')}, @eslint/json ${version('@eslint/json')}, cheerio ${version('cheerio')}, @stoplight/spectral-cli ${version('@stoplight/spectral-cli', 'bench/node_modules')}, @cloud-copilot/iam-expand ${version('@cloud-copilot/iam-expand', 'bench/node_modules')}.`,
    '',
  ].join('\n');
}

function section({ title, timings, aims = [], note }: Comparison): string {
  const [ours] = timings;
  const number = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const blank = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(0));
  const rows = timings.map((timing) => {
    const against =
      timing === ours || ours === undefined ? '' : (ours.milliseconds / timing.milliseconds).toFixed(2);
    return `| ${timing.name} | ${number(timing.milliseconds)} | ${number(timing.spread[0])} – ${number(timing.spread[1])} | ${blank(timing.processor)} | ${blank(timing.mebibytes)} | ${against} |`;
  });
  const verdicts = aims.map((aim) => {
    const value = ratio(aim, timings);
    const processor = ratio({ ...aim, measure: 'processor' }, timings);
    const also =
      aim.measure !== 'milliseconds' || Number.isNaN(processor) ? '' : ` (CPU time ${processor.toFixed(2)})`;
    return `- ${aim.ours} ÷ ${aim.peer}${aim.measure === 'mebibytes' ? ', memory' : ''}: **${value.toFixed(2)}**${also}, aim ≤ ${aim.most}: ${value <= aim.most ? 'met' : 'not met'}`;
  });
  return [
    `## ${title}`,
    '',
    ...(note === undefined ? [] : [note, '']),
    '| | median ms | range ms | CPU ms | peak MiB | first row ÷ this |',
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    ...(verdicts.length > 0 ? [...verdicts, ''] : []),
  ].join('\n');
}
