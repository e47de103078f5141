import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../../lint/config/config-file.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import { catalogLoader } from '../catalogs/catalogs.js';
import type { ExitCode, Io } from '../io/io.js';
import { settleLanguage } from '../io/settle-language.js';
import type { DiffOptions } from './diff-options.js';
import { say } from './diff-wording.js';
import { allowsMore, diffPolicies, noPolicyIn, policiesIn } from './policy-diff.js';
import type { PolicyDiff } from './policy-diff.js';

/**
 * Compares two policies by the requests that they allow; undefined where what is named are no policies. Exit 1 where the new
 * one allows, or may allow, what the old one does not.
 * @throws Problem where one of them is a policy, and the other is none.
 */
export async function runPolicyDiff(io: Io, options: DiffOptions): Promise<ExitCode | undefined> {
  const { cwd } = io;
  if (!isFile(options.old, cwd) || !isFile(options.new, cwd)) return undefined;
  const [old, now] = [await policiesIn(options.old, cwd), await policiesIn(options.new, cwd)];
  if (old === undefined && now === undefined) return undefined;
  if (old === undefined) throw noPolicyIn(options.old);
  if (now === undefined) throw noPolicyIn(options.new);
  if (options.paths.length + (options.manifest?.length ?? 0) > 0)
    throw new Problem('usage', say('policiesAndMore'));
  const config = await loadConfig(cwd, options.config);
  await settleLanguage(io, config);
  const catalog = await catalogLoader(io, undefined, config.catalogs)(config.cloud);
  const diffs = diffPolicies(old, now, catalog);
  io.stdout.write(await render(diffs, options.format, io.stdout.color));
  return diffs.some(allowsMore) ? 1 : 0;
}

async function render(
  diffs: readonly PolicyDiff[],
  format: DiffOptions['format'],
  color: boolean,
): Promise<string> {
  if (format === 'json')
    return printableJson({
      version: 1,
      policies: diffs.map(({ access, ...names }) => ({
        ...names,
        ...(access ?? { direction: 'not-compared', undecided: {} }),
      })),
    });
  const { policyDiffMarkdown, policyDiffText } = await import('./policy-diff-report.js');
  return format === 'markdown' ? policyDiffMarkdown(diffs) : policyDiffText(diffs, color);
}

/** A policy, with the address behind it or without. */
function isFile(path: string, cwd: string): boolean {
  const [file = path] = path.split('#');
  return [path, file].some(
    (one) => statSync(resolve(cwd, one), { throwIfNoEntry: false })?.isFile() === true,
  );
}
