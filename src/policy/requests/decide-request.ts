import type { NamedPolicy } from '../grants/decision.js';
import { isGranting } from '../grants/grant.js';
import { matches } from '../grants/pattern.js';
import { matchesResource } from '../grants/resource.js';
import type { Elements, Statement } from '../model/policy.js';
import { conditionTests, holds } from './condition-test.js';
import type { Request } from './request.js';

/** Which statement decides a request, and how. */
export type RequestDecision =
  | { readonly outcome: 'allowed' | 'denied'; readonly by: DecidingStatement }
  | { readonly outcome: 'not-granted' }
  /** A part that decides is only known at run time; `by` is the statement that it stands in, if it stands in one. */
  | { readonly outcome: 'unknown'; readonly by: DecidingStatement | undefined };

export interface DecidingStatement {
  readonly policy: NamedPolicy;
  readonly statement: Statement;
}

/**
 * What policies say of one request, by the letter of each statement: a Deny that applies ends it, else an Allow that
 * applies is enough (user guide 策略鉴权规则). Names count as written, whatever the generation of the policy.
 */
export function decideRequest(policies: readonly NamedPolicy[], request: Request): RequestDecision {
  const granting = policies.filter(({ policy }) => isGranting(policy));
  const applying = granting.flatMap((policy) =>
    policy.policy.statements.map((statement) => ({
      effect: effectOf(statement),
      by: { policy, statement },
      applies: applies(statement, request),
    })),
  );
  const first = (effect: 'Allow' | 'Deny'): DecidingStatement | undefined =>
    applying.find((one) => one.effect === effect && one.applies === 'yes')?.by;
  const doubtful = (effect: 'Allow' | 'Deny'): DecidingStatement | undefined =>
    applying.find(({ effect: own, applies: does }) => {
      if (own === 'unknown') return does !== 'no';
      return own === effect && does === 'unknown';
    })?.by;
  const denied = first('Deny');
  if (denied !== undefined) return { outcome: 'denied', by: denied };
  const unread = granting.some(({ policy }) => policy.unknown.length > 0);
  const mayDeny = doubtful('Deny');
  const allowed = first('Allow');
  const mayAllow = doubtful('Allow');
  if (
    unread ||
    (allowed !== undefined && mayDeny !== undefined) ||
    (allowed === undefined && mayAllow !== undefined)
  )
    return { outcome: 'unknown', by: (allowed === undefined ? mayAllow : mayDeny) ?? mayDeny };
  return allowed === undefined ? { outcome: 'not-granted' } : { outcome: 'allowed', by: allowed };
}

type Applies = 'yes' | 'no' | 'unknown';

function effectOf({ effect, effectMember }: Statement): 'Allow' | 'Deny' | 'unknown' | undefined {
  return effectMember?.value.type === 'Unknown' ? 'unknown' : effect;
}

function applies(statement: Statement, request: Request): Applies {
  return every([
    namedBy(statement.action, statement.notAction, (pattern) => matches(pattern, request.action)),
    statement.resource === undefined && statement.notResource === undefined
      ? 'yes'
      : namedBy(statement.resource, statement.notResource, (pattern) =>
          matchesResource(pattern, request.resource),
        ),
    ...conditionTests(statement).map((test): Applies => {
      if (test.kind === 'opaque') return 'unknown';
      return holds(test, request.context.get(test.key)) ? 'yes' : 'no';
    }),
  ]);
}

/** Of an element and its negation; `no` where neither stands. */
function namedBy(
  positive: Elements | undefined,
  negative: Elements | undefined,
  fits: (pattern: string) => boolean,
): Applies {
  if (positive !== undefined) return namedIn(positive, fits);
  if (negative === undefined) return 'no';
  const named = namedIn(negative, fits);
  if (named === 'unknown') return 'unknown';
  return named === 'yes' ? 'no' : 'yes';
}

function namedIn({ items, unknown }: Elements, fits: (pattern: string) => boolean): Applies {
  if (items.some(({ value }) => fits(value))) return 'yes';
  return unknown.length > 0 ? 'unknown' : 'no';
}

function every(parts: readonly Applies[]): Applies {
  if (parts.includes('no')) return 'no';
  return parts.includes('unknown') ? 'unknown' : 'yes';
}
