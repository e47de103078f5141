import type { Generation } from '../../analysis/generation.js';
import { packPolicies } from '../../analysis/synthesis/pack.js';
import { printPolicy } from '../../policy/edit/print-policy.js';

/** What allows these actions and nothing else: one policy, or a list where the language demands several. */
export function policyText(actions: readonly string[], generation: Generation): string {
  const documents = packPolicies([...actions].sort(), generation).map(({ document }) => document);
  const [only, second] = documents;
  return printPolicy(only !== undefined && second === undefined ? only : documents, 'json');
}
