import { defined } from '../../defined.js';
import type { Decision, Site } from '../../policy/grants/decision.js';
import type { Grants } from '../../policy/grants/grant.js';
import type { Statement } from '../../policy/model/policy.js';
import type { DecidingStatement, NamingStatement } from '../../policy/requests/decide-request.js';
import { decideAsked } from '../../requests/decide-asked.js';
import type { AskedDecision } from '../../requests/decide-asked.js';
import type { Narrower } from '../../requests/region.js';
import type { Conditional } from '../verdict.js';
import type { AskedNeed } from './asked.js';
import type { Standing } from './outcome.js';

/** How an action that depends on the request stands, for the requests that a call says it makes. */
export function decideForAsked(
  decision: Decision,
  asked: AskedNeed,
  narrower: Narrower,
  { isUnread }: Pick<Grants, 'isUnread'>,
): Standing {
  const sites = [...decision.allows, ...decision.denies];
  const decided = decideAsked(namingOf(sites), asked, narrower, { isUnread });
  return { ...standingOf(decided, decision), certainty: asked.confidence };
}

function standingOf(decided: AskedDecision, { allows, denies }: Decision): Standing {
  const none = { sites: [], why: [], limitedDenies: [], isGuess: false };
  switch (decided.outcome) {
    case 'granted':
      return { ...none, status: 'granted' };
    case 'denied':
      return {
        ...none,
        status: 'denied',
        sites: sitesOf([decided.by], denies),
        request: decided.request,
      };
    case 'missing':
      return { ...none, status: 'missing', request: decided.request, elsewhere: allows };
    case 'open':
      return {
        ...none,
        status: allows.length === 0 && decided.allows.length === 0 ? 'missing' : 'conditional',
        sites: [...sitesOf(decided.allows, allows), ...sitesOf(decided.denies, denies)],
        why: whyOf(decided),
        limitedDenies: sitesOf(decided.denies, denies),
        ...defined({ keys: decided.keys }),
      };
  }
}

function whyOf({ keys, onResource, stop, allows, denies }: Extract<AskedDecision, { outcome: 'open' }>) {
  const why: Conditional['why'][number][] = [];
  if (stop !== undefined) why.push('unknown-part');
  if (allows.length > 0 && keys.length > 0) why.push('condition');
  if (allows.length > 0 && onResource) why.push('resource');
  if (denies.length > 0) why.push('conditional-deny');
  return why;
}

/** Each statement once, however many of its elements name the action. */
function namingOf(sites: readonly Site[]): readonly NamingStatement[] {
  const naming = new Map<Statement, NamingStatement>();
  for (const site of sites) {
    const { policy, statement, unknown } = site;
    const before = naming.get(statement);
    naming.set(statement, {
      by: { policy, statement },
      named: unknown === undefined || before?.named === 'yes' ? 'yes' : 'unknown',
      anyResource: leavesAnyResource(site) || before?.anyResource === true,
    });
  }
  return [...naming.values()];
}

function leavesAnyResource({ limits, statement: { resource, notResource } }: Site): boolean {
  const unknown = (resource?.unknown.length ?? 0) + (notResource?.unknown.length ?? 0);
  return !limits.includes('resource') && (unknown === 0 || !limits.includes('unknown-part'));
}

function sitesOf(statements: readonly DecidingStatement[], sites: readonly Site[]): readonly Site[] {
  const wanted = new Set(statements.map(({ statement }) => statement));
  return sites.filter(({ statement }) => wanted.has(statement));
}
