import { catalogClouds, loadCatalog } from '../src/catalog/yaml/load.js';
import type { Catalog } from '../src/catalog/catalog.js';
import { matchEndpoint, parseTarget } from '../src/calls/resolve/match.js';
import { resolveCall } from '../src/calls/resolve/resolve.js';
import { counterparts } from '../src/calls/sdk/counterparts.js';
import { isOperationOf, servicesDescribing } from '../src/calls/sdk/documented-in.js';
import { sdkFacts } from '../src/calls/sdk/sdk-facts.js';
import { sdkNameOf } from '../src/calls/sdk/names.js';
import type { SdkOperation } from '../src/calls/sdk/sdk-facts.js';

/*
 * How many of the catalogs' operations resolve by the name of an SDK operation, per cloud and service of the SDK:
 *
 *     npx tsx scripts/sdk-coverage.ts
 *
 * "documented" are the SDK operations that the catalog has for the same service, by their endpoint or, where the two call it
 * otherwise, by their name or a path that is alike; "covered" the catalog's operations that these are; "resolved" those of
 * them that some name leads to. The rest is ambiguous: the name does not tell it from its neighbours on the endpoint. SDK
 * operations that are not documented are on no page of the catalog. Build first.
 */
const operations = sdkFacts()
  .services()
  .flatMap((service) => sdkFacts().operations(service));
for (const cloud of catalogClouds()) report(await loadCatalog(cloud));

interface Line {
  readonly service: string;
  readonly sdk: number;
  readonly documented: number;
  readonly named: number;
  readonly covered: ReadonlySet<string>;
  readonly resolved: ReadonlySet<string>;
  readonly ambiguous: readonly string[];
  readonly otherwise: readonly string[];
}

function report(catalog: Catalog): void {
  const lines = sdkFacts()
    .services()
    .map((service) =>
      measure(
        service,
        operations.filter((operation) => operation.service === service),
        catalog,
      ),
    )
    .filter(({ documented }) => documented > 0);
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(18) : String(cell).padStart(12))).join('');
  const print = (text: string): unknown => process.stdout.write(`${text}\n`);
  print(`${catalog.cloud}\n${row(['service', 'SDK', 'documented', 'resolved', 'covered', 'resolved'])}`);
  for (const { service, sdk, documented, named, covered, resolved } of lines)
    print(row([service, sdk, documented, named, covered.size, resolved.size]));
  const covered = new Set(lines.flatMap((line) => [...line.covered]));
  const resolved = new Set(lines.flatMap((line) => [...line.resolved]));
  const sum = (count: (line: Line) => number): number =>
    lines.reduce((total, line) => total + count(line), 0);
  print(
    row([
      'all',
      sum(({ sdk }) => sdk),
      sum(({ documented }) => documented),
      sum(({ named }) => named),
      covered.size,
      resolved.size,
    ]),
  );
  print(
    `${((100 * resolved.size) / covered.size).toFixed(1)} % of the catalog's operations that an SDK covers resolve by name; ${((100 * sum(({ named }) => named)) / sum(({ documented }) => documented)).toFixed(1)} % of the documented SDK operations do.`,
  );
  const ambiguous = lines.flatMap((line) => line.ambiguous);
  print(`Ambiguous (${String(ambiguous.length)}):`);
  for (const text of ambiguous) print(`  ${text}`);
  const otherwise = lines.flatMap((line) => line.otherwise);
  print(`Called otherwise than documented (${String(otherwise.length)}):`);
  for (const text of otherwise) print(`  ${text}`);
  print('');
}

function measure(service: string, members: readonly SdkOperation[], catalog: Catalog): Line {
  const covered = new Set<string>();
  const resolved = new Set<string>();
  const ambiguous: string[] = [];
  const otherwise: string[] = [];
  const differing = new Map(
    servicesDescribing(service)
      .flatMap((name) => [...counterparts(catalog.service(name)?.model.operations ?? [], members)])
      .map(([operation, sdk]) => [sdk, operation]),
  );
  let documented = 0;
  let named = 0;
  for (const operation of members) {
    const target = parseTarget(operation.endpoint);
    const there =
      target === undefined
        ? []
        : matchEndpoint(target.endpoint, catalog)
            .flatMap(({ key }) => catalog.operationsAt(key))
            .filter(({ id }) => isOperationOf(id, service));
    const other = differing.get(operation);
    if (there.length === 0 && other === undefined) continue;
    documented += 1;
    for (const { id } of other === undefined ? there : [other]) covered.add(id);
    if (other !== undefined)
      otherwise.push(
        `${sdkNameOf(operation)} (${operation.endpoint}): ${other.id} (${other.endpoints.join(', ') || 'no endpoint'})`,
      );
    const start = { line: 1, column: 1, offset: 0 };
    const resolution = resolveCall(
      {
        api: sdkNameOf(operation),
        operation: undefined,
        file: '',
        span: { start, end: start },
        possible: false,
        origins: [],
      },
      catalog,
    );
    if (resolution.status === 'resolved') {
      named += 1;
      resolved.add(resolution.operation.id);
    } else if (resolution.status === 'ambiguous') {
      ambiguous.push(
        `${sdkNameOf(operation)} (${operation.endpoint}): ${resolution.candidates.map(({ id }) => id).join(', ')}`,
      );
    }
  }
  return { service, sdk: members.length, documented, named, covered, resolved, ambiguous, otherwise };
}
