import { pathOf } from '../../../lint/language/source-code.js';
import type { PolicySourceCode } from '../../../lint/language/source-code.js';
import { namedPolicies } from '../../../lint/run/workload.js';
import type { NamedPolicy } from '../../../policy/grants/decision.js';
import { isGranting } from '../../../policy/grants/grant.js';
import { decideRequest } from '../../../policy/requests/decide-request.js';
import type { DecidingStatement, RequestDecision } from '../../../policy/requests/decide-request.js';
import { foldKey } from '../../../policy/requests/request.js';
import type { Request } from '../../../policy/requests/request.js';
import { Problem } from '../../../problem.js';
import { en } from '../../../wording/en/explain-request.js';
import { speaker } from '../../../wording/speaker.js';

const say = speaker('explain-request', en);

export interface RequestAnswer {
  readonly request: Request;
  /** What all the policies make of it together. */
  readonly together: PolicyAnswer;
  /** What each makes of it by itself; those that say nothing of it are only counted. */
  readonly policies: readonly (PolicyAnswer & { readonly policy: string })[];
  readonly silent: number;
}

export interface PolicyAnswer {
  readonly outcome: RequestDecision['outcome'];
  /** The statement that decides it; of `unknown` the one that nobody can read. */
  readonly by: { readonly policy: string; readonly file: string; readonly line: number } | undefined;
}

/**
 * The request that words ask about: an action, a resource, and `key=value`s, or all of that as the JSON of a finding's
 * witness; undefined where they ask something else.
 * @throws Problem for JSON that is no request, and for values without a resource.
 */
export function requestAsked(queries: readonly string[]): Request | undefined {
  const [first = '', second = '', ...rest] = queries;
  if (queries.length === 1 && first.trimStart().startsWith('{')) return requestOfJson(first);
  if (!ACTION.test(first)) return undefined;
  if (isResource(second)) return { action: first, resource: second, context: contextOf(rest) };
  const values = queries.slice(1).filter((word) => VALUE.test(word));
  if (values.length > 0) throw new Problem('usage', say('noResource', { action: first, values }));
  return undefined;
}

const ACTION = /^[\w-]+:[\w-]*:[\w-]+$/;
const VALUE = /^([\w-]+:[^=]+)=(.*)$/s;

function isResource(word: string): boolean {
  return word.startsWith('/iam/agencies/') || word.split(':').length >= 5;
}

function contextOf(words: readonly string[]): Request['context'] {
  const context = new Map<string, readonly string[]>();
  for (const word of words) {
    const [, key, value] = VALUE.exec(word) ?? [];
    if (key === undefined || value === undefined) throw new Problem('usage', say('noValue', { word }));
    const folded = foldKey(key);
    context.set(folded, [...(context.get(folded) ?? []), value]);
  }
  return context;
}

function requestOfJson(text: string): Request {
  const value = jsonOf(text);
  const { action, resource, context = {} } = value;
  if (typeof action !== 'string' || typeof resource !== 'string' || !isObject(context))
    throw new Problem('usage', say('noRequest'));
  const entries = Object.entries(context).map(([key, values]) => {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    if (!list.every((one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean'))
      throw new Problem('usage', say('noRequest'));
    return [foldKey(key), list.map(String)] as const;
  });
  return { action, resource, context: new Map(entries) };
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return isObject(value['witness']) ? value['witness'] : value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Problem('usage', say('noRequest'));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the policies of identities in some files make of a request. */
export function answerRequest(request: Request, sources: readonly PolicySourceCode[]): RequestAnswer {
  const policies = sources
    .flatMap((source) => namedPolicies(source))
    .filter(({ policy }) => isGranting(policy));
  const answers = policies.map((policy) => ({ policy: policy.id, ...answerOf([policy], request) }));
  const telling = answers.filter(({ outcome }) => outcome !== 'not-granted');
  return {
    request,
    together: answerOf(policies, request),
    policies: telling,
    silent: answers.length - telling.length,
  };
}

function answerOf(policies: readonly NamedPolicy[], request: Request): PolicyAnswer {
  const decision = decideRequest(policies, request);
  const by = decision.outcome === 'not-granted' ? undefined : decision.by;
  return { outcome: decision.outcome, by: by === undefined ? undefined : placeOf(by) };
}

function placeOf({ policy, statement }: DecidingStatement) {
  return { policy: policy.id, file: pathOf(policy.policy), line: statement.node.loc.start.line };
}
