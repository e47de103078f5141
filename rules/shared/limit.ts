import { createRule } from '../../src/lint/rule.js';
import type { PolicyRule, RuleDocs, RuleFinding } from '../../src/lint/rule-contract.js';
import { limitsOf } from '../../src/policy/facts/limits.js';
import type { Limits } from '../../src/policy/facts/limits.js';
import type { Policy, Statement } from '../../src/policy/model/policy.js';

const ERRORS =
  'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/错误码.md';
const PARAMETERS =
  'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/创建云服务自定义策略.md';

/** Something that was counted, and what a finding points at where there is too much of it. */
export interface Measured {
  readonly count: number;
  readonly at: RuleFinding['at'] | undefined;
  /** For the message. */
  readonly data?: Readonly<Record<string, string>>;
  /** Where the documentation does not say that the limit holds for this. */
  readonly confidence?: RuleFinding['confidence'];
}

export interface LimitRule {
  readonly id: string;
  readonly description: string;
  /** The cloud's code for it. */
  readonly error: string;
  readonly sources?: readonly string[];
  readonly kinds?: RuleDocs['kinds'];
  readonly limit: keyof Limits;
  /** With `{{count}}` and `{{max}}`. */
  readonly message: string;
  readonly ofPolicy?: (policy: Policy, max: number) => readonly Measured[];
  readonly ofStatement?: (statement: Statement, max: number, policy: Policy) => readonly Measured[];
}

/** The rules on how much a policy may hold differ in what they count. */
export function createLimitRule({
  id,
  description,
  error,
  sources = [],
  kinds,
  limit,
  message,
  ofPolicy,
  ofStatement,
}: LimitRule): PolicyRule {
  return createRule({
    id,
    meta: {
      type: 'problem',
      docs: {
        description,
        category: 'validity',
        recommended: 'error',
        sources: [`${ERRORS} (${error})`, PARAMETERS, ...sources],
        ...(kinds === undefined ? {} : { kinds }),
      },
      messages: { limit: message },
    },
    create(context) {
      function check(measured: readonly Measured[], max: number): void {
        for (const { count, at, data, confidence } of measured) {
          if (count > max && at !== undefined)
            context.report({
              at,
              messageId: 'limit',
              data: { ...data, count, max },
              ...(confidence === undefined ? {} : { confidence }),
            });
        }
      }
      return {
        policy(policy) {
          const max = limitsOf(policy.kind)[limit];
          if (max === undefined) return;
          if (ofPolicy !== undefined) check(ofPolicy(policy, max), max);
          if (ofStatement !== undefined)
            for (const statement of policy.statements) check(ofStatement(statement, max, policy), max);
        },
      };
    },
  });
}
