import { existsSync, readFileSync, rmSync } from 'node:fs';
import { writeText } from '../src/files.js';
import { ruleRegistry } from './generate/rule-registry.js';

/**
 * Writes everything that is generated, or with `--check` tells what is stale and exits 1.
 * To add something: a function in `scripts/generate/` that returns files, and its name in `GENERATORS`.
 */
export interface Generated {
  /** Path from the project's folder → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Files of earlier runs that nothing generates any more. */
  readonly obsolete?: readonly string[];
}

export type Generator = () => Generated | Promise<Generated>;

/** The registry comes first and alone: what follows reads the rules through it. */
const GENERATORS: readonly (() => Promise<Generator>)[] = [
  () => Promise.resolve(ruleRegistry),
  async () => (await import('./generate/rule-pages.js')).rulePages,
  async () => (await import('./generate/rule-table.js')).ruleTable,
  async () => (await import('./generate/coverage-table.js')).coverageTable,
  async () => (await import('./generate/schemas.js')).schemas,
  // Before the guides are copied.
  async () => (await import('./generate/configuration-guide.js')).configurationGuide,
  async () => (await import('./generate/reference.js')).reference,
  async () => (await import('./generate/example-report.js')).exampleReport,
];

const check = process.argv.includes('--check');
const stale: string[] = [];
for (const load of GENERATORS) {
  const generator = await load();
  const { files, obsolete = [] } = await generator();
  for (const [file, text] of files)
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
      put(file, () => {
        writeText(file, text);
      });
  for (const file of obsolete)
    put(file, () => {
      rmSync(file);
    });
}
if (check && stale.length > 0) {
  process.stderr.write(`Stale; run npm run generate:\n${stale.map((file) => `  ${file}\n`).join('')}`);
  process.exitCode = 1;
}

function put(file: string, write: () => void): void {
  stale.push(file);
  if (!check) write();
}
