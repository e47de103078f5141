import { createRule } from '../../../src/lint/rule.js';
import { defined } from '../../../src/defined.js';
import type { AnyPlaces, Filled } from '../../../src/wording/message-places.js';
import type { PolicyRule } from '../../../src/lint/policy-rule.js';
import type { RuleDocs, RuleFinding } from '../../../src/lint/rule-definition.js';
import { limitsOf } from '../../../src/policy/facts/limits.js';
import type { Limits } from '../../../src/policy/facts/limits.js';
import type { Policy, Statement } from '../../../src/policy/model/policy.js';
import { errorCodes, IAM_PAGES } from '../reasons/sources.js';

/** What is counted, and other values of the message. */
type Counted = AnyPlaces & { readonly count: number };

/** Something that was counted, and what a finding points at where there is too much of it. */
export interface Measured<Data extends Counted> {
  readonly at: RuleFinding['at'] | undefined;
  /** For the message, besides `max`. */
  readonly data: Data;
  /** Where the documentation does not say that the limit holds for this. */
  readonly confidence?: RuleFinding['confidence'];
}

export interface LimitRule<Message extends string, Data extends Counted> {
  readonly id: string;
  readonly description: string;
  /** The cloud's code for it. */
  readonly error: string;
  readonly sources?: readonly string[];
  readonly kinds?: RuleDocs['kinds'];
  readonly limit: keyof Limits;
  readonly message: Filled<Message, Data & { readonly max: number }>;
  readonly ofPolicy?: (policy: Policy, max: number) => readonly Measured<Data>[];
  readonly ofStatement?: (statement: Statement, max: number) => readonly Measured<Data>[];
}

/** The rules on how much a policy may hold differ in what they count. */
export function createLimitRule<const Message extends string, const Data extends Counted>({
  id,
  description,
  error,
  sources = [],
  kinds,
  limit,
  message,
  ofPolicy,
  ofStatement,
}: LimitRule<Message, Data>): PolicyRule {
  // Its places were checked where the rule is made; here they are whatever data holds.
  const text: string = message;
  return createRule({
    id,
    meta: {
      type: 'problem',
      docs: {
        description,
        category: 'validity',
        recommended: 'error',
        sources: [errorCodes(error), IAM_PAGES.createPolicy, ...sources],
        ...defined({ kinds }),
      },
      messages: { limit: text },
    },
    create(context) {
      function check(measured: readonly Measured<Data>[], max: number): void {
        for (const { at, data, confidence } of measured) {
          if (data.count > max && at !== undefined)
            context.report({ at, messageId: 'limit', data: { ...data, max }, confidence });
        }
      }
      return {
        policy(policy) {
          const max = limitsOf(policy.kind)[limit];
          if (max === undefined) return;
          if (ofPolicy !== undefined) check(ofPolicy(policy, max), max);
          if (ofStatement !== undefined)
            for (const statement of policy.statements) check(ofStatement(statement, max), max);
        },
      };
    },
  });
}
