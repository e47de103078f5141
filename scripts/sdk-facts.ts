import { join } from 'node:path';
import { OBS_NAMES_OF_SDK_V3 } from '../src/calls/obs/other-names.js';
import { readText, writeText } from '../src/files.js';

/*
 * Compiles tables of what SDKs, their older siblings and the Terraform providers call into the project's own form:
 *
 *     npx tsx scripts/sdk-facts.ts FOLDER
 *
 * FOLDER holds the tables below, tab-separated, each with the head that `rows` is given here. NOTICE names where the facts
 * come from.
 */
const folder = process.argv[2];
if (folder === undefined)
  throw new Error('name the folder of the tables: npx tsx scripts/sdk-facts.ts FOLDER');

const obs = rows('obs-sdk.tsv', 'language package class method http path api action');
writeSdkOperations();
writeObs();
writeTerraform();
writeGo();
writePython();

/** A file a service: a version, and below it `ListServersDetails GET /v1/…` for each operation. */
function writeSdkOperations(): void {
  const all = rows('sdk-operations.tsv', 'service version operation method path');
  const written = [...all.filter(({ service }) => service !== 'obs'), ...obsOperations(all)];
  for (const [service, ofService] of groupBy(written, (row) => cell(row, 'service'))) {
    const text = blocks(ofService, ['version'], ['operation', 'method', 'path']);
    writeText(join('src/calls/sdk/operations', `${service}.txt`), text);
  }
}

/** By their names in the OBS SDKs, and by those that the SDK of all services gives them: with bucket, object and sub-resource. */
function obsOperations(all: readonly Row[]): Row[] {
  const known = obs.map((row) => ({
    service: 'obs',
    version: 'v1',
    operation: cell(row, 'api'),
    method: cell(row, 'http'),
    path: cell(row, 'path'),
  }));
  const others = all.flatMap((row) => {
    const name = OBS_NAMES_OF_SDK_V3.get(cell(row, 'operation'));
    const same = known.find(({ operation }) => operation === name);
    return cell(row, 'service') === 'obs' && same !== undefined
      ? [{ ...same, operation: cell(row, 'operation') }]
      : [];
  });
  return [...known, ...others];
}

/** The actions of each operation of OBS; and what each method of its SDKs calls. */
function writeObs(): void {
  const needing = obs.filter((row) => cell(row, 'action') !== '');
  writeText('src/calls/obs/actions.txt', blocks(needing, ['api'], ['action']));
  writeText('src/calls/obs/methods.txt', blocks(obs, ['language'], ['method', 'api']));
}

/** A resource or data source, and below it what its provider may call. */
function writeTerraform(): void {
  const columns = 'kind type method path service';
  const types = [...rows('terraform-apis.tsv', columns), ...rows('terraform-otc.tsv', columns)];
  const spelt = types.map((row) => ({ ...row, path: pathOf(row) }));
  writeText('src/calls/terraform/types.txt', blocks(spelt, ['kind', 'type'], ['service', 'method', 'path']));
}

/** Requests to the host of a bucket, as requests to a bucket. */
function pathOf(row: Row): string {
  const path = cell(row, 'path');
  if (cell(row, 'service') !== 'obs' || path.startsWith('/{bucket}')) return path;
  // What lists buckets is the only request to the service itself.
  if (cell(row, 'type').endsWith('_obs_buckets') && cell(row, 'method') === 'GET') return path;
  return `/{bucket}${path.replace('{ObjectName}', '{object}').replace(/^\/(?=$|\?)/, '')}`;
}

/** A package below `openstack/`, and below it what each of its functions calls. */
function writeGo(): void {
  const columns = 'package function method path service client';
  const libraries = [
    ...rows('gophertelekomcloud.tsv', columns).map((row) => ({ ...row, library: 'gophertelekomcloud' })),
    ...rows('golangsdk.tsv', columns).map((row) => ({
      ...row,
      library: cell(row, 'package').includes('chnsz') ? 'chnsz-golangsdk' : 'golangsdk',
    })),
  ];
  for (const [library, ofLibrary] of groupBy(libraries, ({ library: name }) => name)) {
    const spelt = ofLibrary.map((row) => ({
      ...row,
      package: cell(row, 'package').replace(/^.*?\bopenstack\//, ''),
    }));
    const text = blocks(spelt, ['package'], ['function', 'service', 'method', 'path']);
    writeText(join('src/calls/openstack', `${library}.txt`), text);
  }
}

/** An attribute of a connection, and below it what each of its methods calls; `cloud` is the connection itself. */
function writePython(): void {
  const all = rows('otc-python.tsv', 'package attribute version method http path service');
  const spelt = all.map((row) => ({ ...row, attribute: cell(row, 'attribute').replace('(cloud)', 'cloud') }));
  const text = blocks(spelt, ['attribute'], ['method', 'service', 'http', 'path']);
  writeText('src/calls/openstack/openstacksdk.txt', text);
}

type Row = Readonly<Record<string, string>>;

function cell(row: Row, column: string): string {
  return row[column] ?? '';
}

/** @param head the columns, with a blank between them. */
function rows(name: string, head: string): Row[] {
  const columns = head.split(' ');
  const [first, ...lines] = readText(join(folder ?? '', name))
    .trimEnd()
    .split('\n');
  if (first !== columns.join('\t')) throw new Error(`${name}: expected the columns ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`${name}:${String(index + 2)}: expected ${String(columns.length)} cells`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
  });
}

/** Lines of the heads' cells, each with the members below it, two blanks further in: all in the order of the alphabet. */
function blocks(all: readonly Row[], heads: readonly string[], members: readonly string[]): string {
  const line = (row: Row, columns: readonly string[]): string =>
    columns.map((column) => cell(row, column)).join(' ');
  const groups = groupBy(all, (row) => line(row, heads));
  const lines = groups.flatMap(([head, group]) => [
    head,
    ...new Set(group.map((row) => `  ${line(row, members)}`).sort()),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Groups in the order of the alphabet. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups].sort(([first], [second]) => (first < second ? -1 : 1));
}
