import type { Catalog } from '../../catalog/catalog.js';
import { defined } from '../../defined.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { isGranting } from '../../policy/grants/grant.js';
import { compareAccess } from '../../requests/compare-access.js';
import { accessBeyond } from '../../requests/access-beyond.js';
import type { Access } from '../../requests/access-beyond.js';
import type { AccessRecord, WitnessRecord } from './change-record.js';
import { realActions, requestRecord } from './witness-record.js';

/**
 * How the requests that two states allow differ.
 * @param accepted patterns of actions that may be newly allowed.
 */
export function accessRecord(
  then: readonly NamedPolicy[],
  now: readonly NamedPolicy[],
  catalog: Catalog,
  accepted: readonly string[],
): AccessRecord | undefined {
  if (![...then, ...now].some(({ policy }) => isGranting(policy))) return undefined;
  const { direction, gained, lost } = compareAccess(then, now, { actionsOf: realActions(catalog) });
  const beyond = accepted.length === 0 ? gained : accessBeyond(now, then, { except: accepted });
  return {
    direction,
    ...defined({ gained: witnessRecord(gained, catalog), lost: witnessRecord(lost, catalog) }),
    undecided: defined({ gained: stopOf(gained), lost: stopOf(lost) }),
    newAccess: beyond.kind !== 'none',
  };
}

function witnessRecord(access: Access, catalog: Catalog): WitnessRecord | undefined {
  if (access.kind !== 'witness') return undefined;
  const { request, by } = access;
  return {
    ...requestRecord(request, by.statement, catalog),
    policy: by.policy.id,
    line: by.statement.node.loc.start.line,
  };
}

function stopOf(access: Access): string | undefined {
  return access.kind === 'unknown' ? access.stop : undefined;
}
