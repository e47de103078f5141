import { packPolicies } from '../../analysis/pack.js';
import { printPolicy } from '../../policy/print.js';

/** What allows these actions and nothing else, Version 1.1: one policy, or a list where the language demands several. */
export function policyText(actions: readonly string[]): string {
  const documents = packPolicies([...actions].sort(), '1.1').map(({ document }) => document);
  const [only, second] = documents;
  return printPolicy(only !== undefined && second === undefined ? only : documents, 'json');
}
