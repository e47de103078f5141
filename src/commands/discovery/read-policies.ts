import { DEFAULT_CONFIG } from '../../lint/config/config.js';
import { readPolicySource } from '../../lint/language/read-source.js';
import type { PolicySourceCode } from '../../lint/language/source-code.js';
import { isGranting } from '../../policy/grants/grant.js';
import { loadSyntax, syntaxOf } from '../../policy/syntax/parse-policy.js';
import { gatherInput } from './lint-input.js';
import { reportProblem } from '../io/failure.js';
import type { Io } from '../io/io.js';

/** The policies of identities below the paths; what cannot be read is told, and stops nothing. */
export async function readPolicies(io: Io, paths: readonly string[]): Promise<readonly PolicySourceCode[]> {
  const { files, problems } = await gatherInput(
    io,
    { paths, manifest: [], config: DEFAULT_CONFIG },
    undefined,
  );
  for (const problem of problems) reportProblem(io, problem);
  await Promise.all([...new Set(files.map(({ path }) => syntaxOf(path) ?? 'json'))].map(loadSyntax));
  return files.flatMap((file) => {
    const reading = readPolicySource(file);
    return reading.ok && reading.source.kind === 'policy' && reading.source.policies.some(isGranting)
      ? [reading.source]
      : [];
  });
}
