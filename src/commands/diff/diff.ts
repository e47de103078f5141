import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { diffCatalogs, isEmptyDiff } from '../../catalog/change/catalog-diff.js';
import type { CatalogDiff } from '../../catalog/change/catalog-diff.js';
import type { OperationChange } from '../../catalog/change/diff-operations.js';
import { createCatalog } from '../../catalog/index/memory.js';
import type { Operation, ServiceCatalog } from '../../catalog/model/model.js';
import { readCatalogs } from '../../catalog/yaml/read-path.js';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import { reportProblem } from '../io/failure.js';
import type { ExitCode, Io } from '../io/io.js';
import { settleLanguage } from '../io/settle-language.js';
import type { DiffOptions } from './diff-options.js';
import { diffText } from './diff-text.js';
import { say } from './diff-wording.js';
import type { ImpactResult } from './impact.js';

/**
 * Compares two policies; else two catalogs and, where policies or manifests are given, what that changes for them.
 * Exit 1 where a manifest's calls would lack a permission that they have, or are not known to lack, with the old one.
 */
export async function run(io: Io, options: DiffOptions): Promise<ExitCode> {
  const { runPolicyDiff } = await import('./run-policy-diff.js');
  const ofPolicies = await runPolicyDiff(io, options);
  if (ofPolicies !== undefined) return ofPolicies;
  const [before, after] = [
    readCatalogs(resolve(io.cwd, options.old)),
    readCatalogs(resolve(io.cwd, options.new)),
  ];
  const clouds = [...new Set([...before.keys(), ...after.keys()])].sort();
  const diffs = clouds.map((cloud) => diffCatalogs(cloud, before.get(cloud) ?? [], after.get(cloud) ?? []));
  const impact =
    options.paths.length + (options.manifest?.length ?? 0) > 0
      ? await judgeWithBoth(io, options, before, after)
      : undefined;
  for (const problem of impact?.problems ?? []) reportProblem(io, problem);
  io.stdout.write(await render(diffs, impact, options.format, io.stdout.color));
  return impact?.impacts.some(({ breaks }) => breaks) === true ? 1 : 0;
}

async function render(
  diffs: readonly CatalogDiff[],
  impact: ImpactResult | undefined,
  format: DiffOptions['format'],
  color: boolean,
): Promise<string> {
  if (format === 'text') return diffText(diffs, impact, color);
  if (format === 'markdown') return (await import('./diff-markdown.js')).diffMarkdown(diffs, impact);
  return printableJson({
    version: 1,
    clouds: diffs.filter((diff) => !isEmptyDiff(diff)).map(toRecord),
    ...defined({ judged: impact?.judged, impacts: impact?.impacts }),
  });
}

type Models = ReadonlyMap<string, readonly ServiceCatalog[]>;

async function judgeWithBoth(
  io: Io,
  options: DiffOptions,
  before: Models,
  after: Models,
): Promise<ImpactResult> {
  const [{ findImpact }, { gatherInput, readIfThere }, { loadConfig }] = await Promise.all([
    import('./diff-impact.js'),
    import('../discovery/lint-input.js'),
    import('../../lint/config/config-file.js'),
  ]);
  const config = await loadConfig(io.cwd, options.config);
  await settleLanguage(io, config);
  const input = await gatherInput(
    io,
    { paths: options.paths, manifest: options.manifest ?? [], config },
    undefined,
  );
  return findImpact(
    input,
    config,
    (path) => readIfThere(path, io.cwd),
    loader(before, options.old),
    loader(after, options.new),
  );
}

function loader(models: Models, place: string): (cloud: string) => Promise<Catalog> {
  const made = new Map([...models].map(([cloud, services]) => [cloud, createCatalog(cloud, services)]));
  return async (cloud) => {
    const catalog = made.get(cloud);
    if (catalog !== undefined) return Promise.resolve(catalog);
    throw new Problem('catalog', say('noCatalogOfCloud', { cloud, clouds: [...made.keys()] }), {
      file: place,
    });
  };
}

function toRecord({ operations, ...diff }: CatalogDiff) {
  const short = ({ id, title, endpoints }: Operation) => ({ id, title, endpoints });
  const changed = ({ operation, ...change }: OperationChange) => ({
    ...change,
    endpoints: operation.endpoints,
  });
  return {
    ...diff,
    operations: {
      added: operations.added.map(short),
      removed: operations.removed.map(short),
      changed: operations.changed.map(changed),
    },
  };
}
