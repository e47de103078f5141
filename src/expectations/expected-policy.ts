import type { Generation, NamedPolicy } from '../policy/grants/decision.js';
import { parsePolicyText } from '../policy/syntax/parse-policy.js';
import { policyOf } from '../policy/model/view.js';
import type { ExpectedCondition } from './expectation.js';

/** What policies of a generation call the permission that an action stands for; at least one name. */
export type NamesIn = (action: string, generation: Generation) => readonly string[];

/** Requests told by their actions, resources and conditions; no resource means every one. */
export interface RequestSet {
  readonly actions: readonly { readonly text: string }[];
  readonly resources: readonly string[];
  readonly conditions: readonly ExpectedCondition[];
}

/** A policy that allows exactly the requests of some expectations. */
export function allowing(
  expected: readonly RequestSet[],
  generation: Generation,
  namesIn: NamesIn,
): NamedPolicy {
  const namesOf = (action: string): readonly string[] => namesIn(action, generation);
  return policyWith(
    generation,
    expected.map((requests) => statementText('Allow', requests, namesOf)),
  );
}

/** A policy that allows all requests but those of some expectations. */
export function allowingAllBut(
  expected: readonly RequestSet[],
  generation: Generation,
  namesIn: NamesIn,
): NamedPolicy {
  const namesOf = (action: string): readonly string[] => [
    ...new Set([action, ...namesIn(action, generation)]),
  ];
  return policyWith(generation, [
    JSON.stringify({ Effect: 'Allow', Action: ['*'] }),
    ...expected.map((requests) => statementText('Deny', requests, namesOf)),
  ]);
}

/** Written and read as any other policy is, so that expectations mean what the same words mean in a policy. */
function policyWith(generation: Generation, statements: readonly string[]): NamedPolicy {
  const text = `{"Version":"${generation}","Statement":[${statements.join(',')}]}`;
  const parsed = parsePolicyText(text, { syntax: 'json' });
  const [root] = parsed.ok ? parsed.document.body : [];
  const policy = root === undefined ? undefined : policyOf(root);
  if (policy === undefined) throw new Error(`An expectation is no policy: ${text}`);
  return { id: '', policy };
}

function statementText(
  effect: 'Allow' | 'Deny',
  { actions, resources, conditions }: RequestSet,
  namesOf: (action: string) => readonly string[],
): string {
  const members = [
    `"Effect":"${effect}"`,
    `"Action":${JSON.stringify(actions.flatMap(({ text }) => namesOf(text)))}`,
  ];
  if (resources.length > 0) members.push(`"Resource":${JSON.stringify(resources)}`);
  if (conditions.length > 0) members.push(`"Condition":{${conditions.map(conditionText).join(',')}}`);
  return `{${members.join(',')}}`;
}

/** One operator may stand several times: all of them count. */
function conditionText({ operator, key, values }: ExpectedCondition): string {
  return `${JSON.stringify(operator)}:{${JSON.stringify(key)}:${JSON.stringify(values)}}`;
}
