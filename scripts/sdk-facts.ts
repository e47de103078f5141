import { join } from 'node:path';
import { readText, writeText } from '../src/files.js';

/*
 * Compiles the tables of SDK operations and of Terraform types into the project's own form:
 *
 *     npx tsx scripts/sdk-facts.ts FOLDER
 *
 * FOLDER holds `sdk-operations.tsv` (service, version, operation, method, path) and `terraform-apis.tsv` (kind, type,
 * method, path, service). NOTICE names where the facts come from.
 */
const folder = process.argv[2];
if (folder === undefined)
  throw new Error('name the folder of the tables: npx tsx scripts/sdk-facts.ts FOLDER');

const operations = groupBy(
  rows('sdk-operations.tsv', ['service', 'version', 'operation', 'method', 'path']),
  ([service]) => service,
);
for (const [service, ofService] of operations) {
  const versions = groupBy(ofService, ([, version]) => version).map(([version, members]) => [
    version,
    ...unique(members.map(([, , name, method, path]) => `  ${name} ${method} ${path}`)),
  ]);
  writeText(join('src/calls/sdk/operations', `${service}.txt`), `${versions.flat().join('\n')}\n`);
}

const types = groupBy(
  rows('terraform-apis.tsv', ['kind', 'type', 'method', 'path', 'service']),
  ([kind, type]) => `${kind} ${type}`,
);
const text = types.flatMap(([type, members]) => [
  type,
  ...unique(members.map(([, , method, path]) => `  ${method} ${path}`)),
]);
writeText('src/calls/terraform/types.txt', `${text.join('\n')}\n`);

type Row = readonly [string, string, string, string, string];

function rows(name: string, columns: readonly string[]): Row[] {
  const [head, ...lines] = readText(join(folder ?? '', name))
    .trimEnd()
    .split('\n');
  if (head !== columns.join('\t')) throw new Error(`${name}: expected the columns ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const [first, second, third, fourth, fifth, ...rest] = line.split('\t');
    if (!first || !second || !third || !fourth || !fifth || rest.length > 0)
      throw new Error(
        `${name}:${String(index + 2)}: expected ${String(columns.length)} cells, none of them empty`,
      );
    return [first, second, third, fourth, fifth];
  });
}

/** Groups in the order of the alphabet. */
function groupBy(items: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([first], [second]) => (first < second ? -1 : 1));
}

/** In the order of the alphabet. */
function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}
