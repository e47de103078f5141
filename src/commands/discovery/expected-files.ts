import { dirname } from 'node:path';
import { isExpectationName } from '../../expectations/expectation.js';
import type { Glob } from '../../lint/config/glob.js';
import { readExpectationSource } from '../../lint/expectations/expectation-source.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { policyGlobs } from '../../lint/expectations/expectation-group.js';
import { discover, mayHoldPolicy } from './discover.js';

/** The paths of an expectation's policies, from a folder, that a search of the disk finds. */
export async function policiesExpected(
  files: readonly SourceFile[],
  cwd: string,
  ignore: Glob,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const file of files.filter(({ path }) => isExpectationName(path))) {
    const reading = await readExpectationSource(file);
    if (!reading.ok || reading.source.expectations === undefined) continue;
    const { path, policies } = reading.source.expectations.file;
    const patterns = policies === undefined ? [dirname(path)] : policyGlobs({ path, policies });
    // What a pattern does not match is complained about where the expectations are judged.
    const { files: paths } = discover(patterns, { cwd, accept: mayHoldPolicy, ignore });
    for (const one of paths) if (!isExpectationName(one.path)) found.add(one.path);
  }
  return [...found];
}
