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
  const naming = granting.flatMap((policy) =>
    policy.policy.statements.map((statement) => ({
      by: { policy, statement },
      named: namedBy(statement.action, statement.notAction, (pattern) => matches(pattern, request.action)),
      anyResource: false,
    })),
  );
  return decideNamed(naming, request, { isUnread: granting.some(({ policy }) => policy.unknown.length > 0) });
}

/** A statement, and whether it is about the action of a request. */
export interface NamingStatement {
  readonly by: DecidingStatement;
  readonly named: Applies;
  /** It is known to leave out no resource that the action can be about. */
  readonly anyResource: boolean;
}

/**
 * As `decideRequest`, where somebody else has told which statements name the action.
 * @param isUnread whether there are statements besides that only a run knows.
 */
export function decideNamed(
  naming: readonly NamingStatement[],
  request: Pick<Request, 'resource' | 'context'>,
  { isUnread: unread }: { readonly isUnread: boolean },
): RequestDecision {
  const applying = naming.map((one) => ({
    effect: effectOf(one.by.statement),
    by: one.by,
    applies: applies(one, request),
  }));
  const first = (effect: 'Allow' | 'Deny'): DecidingStatement | undefined =>
    applying.find((one) => one.effect === effect && one.applies === 'yes')?.by;
  const doubtful = (effect: 'Allow' | 'Deny'): DecidingStatement | undefined =>
    applying.find(({ effect: own, applies: does }) => {
      if (own === 'unknown') return does !== 'no';
      return own === effect && does === 'unknown';
    })?.by;
  const denied = first('Deny');
  if (denied !== undefined) return { outcome: 'denied', by: denied };
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

/** Whether a statement is about a request. */
export type Applies = 'yes' | 'no' | 'unknown';

function effectOf({ effect, effectMember }: Statement): 'Allow' | 'Deny' | 'unknown' | undefined {
  return effectMember?.value.type === 'Unknown' ? 'unknown' : effect;
}

function applies(
  { by: { statement }, named, anyResource }: NamingStatement,
  request: Pick<Request, 'resource' | 'context'>,
): Applies {
  return every([
    named,
    anyResource || (statement.resource === undefined && statement.notResource === undefined)
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
