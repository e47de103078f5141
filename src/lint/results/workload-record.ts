import { posix } from 'node:path';
import type { Because, GrantSite, Unproven } from '../../analysis/verdict.js';
import type { Call } from '../../calls/call.js';
import type { Operation, Source } from '../../catalog/model/model.js';
import type {
  BecauseRecord,
  NeedRecord,
  PlaceRecord,
  UnprovenRecord,
  WorkloadRecord,
} from './lint-record.js';
import { pathOf } from '../language/source-code.js';
import type { JudgedWorkload } from '../run/workload.js';

/** A judged workload as the lint record states it. */
export function toWorkloadRecord({ manifest, workload, verdict }: JudgedWorkload): WorkloadRecord {
  return {
    manifest: manifest.file,
    policies: workload.policies.map((policy) => policy.id),
    calls: manifest.calls.length,
    judged: verdict.calls.map(({ resolution, status, scenario, needs }) => ({
      call: callText(resolution.call),
      ...(resolution.status === 'resolved'
        ? { operation: resolution.operation.id, ...optional('title', titleOf(resolution.operation)) }
        : {}),
      status,
      ...optional('scenario', scenario),
      needs,
      line: resolution.call.span.start.line,
    })),
    missing: verdict.missing.map(({ action, as, possible, confidence, because }) => ({
      action,
      as,
      possible,
      confidence,
      because: because.map(toBecause),
    })),
    denied: verdict.denied.map(({ action, by, confidence, because }): NeedRecord => ({
      action,
      confidence,
      because: because.map(toBecause),
      at: by.map(placeOf),
    })),
    conditional: verdict.conditional.map(({ action, why, sites, confidence, because }): NeedRecord => ({
      action,
      why,
      confidence,
      because: because.map(toBecause),
      at: sites.map(placeOf),
    })),
    excess: verdict.excess.map(({ site, pattern, kind, grants, needed, confidence }) => ({
      pattern,
      kind,
      grants: grants.length,
      needed,
      confidence,
      at: placeOf(site),
    })),
    unproven: verdict.unproven.map(toUnproven),
  };
}

/** `page, table 1, row 7 (line 63)`. */
export function formatSource({ page, table, row, line }: Source): string {
  return `${page}, table ${table}, row ${row} (line ${line})`;
}

/** A call as the manifest writes it. */
export function callText(call: Call): string {
  return [call.api, call.operation].filter((part) => part !== undefined).join(' · ');
}

export function titleOf(operation: Operation): string | undefined {
  return operation.title.en ?? operation.title['zh-cn'];
}

function toBecause({ call, operation, scenario, source }: Because): BecauseRecord {
  return {
    call: callText(call),
    ...optional('api', call.api),
    operation: operation.id,
    ...optional('scenario', scenario),
    source: source === undefined ? '' : formatSource(source),
    line: call.span.start.line,
    ...(call.origins.length === 0
      ? {}
      : {
          origins: call.origins.map(({ file, line }) => ({
            file: originPath(call.file, file),
            ...optional('line', line),
          })),
        }),
  };
}

/** A manifest names files by their path from its folder; a report from the working directory. */
function originPath(manifest: string, file: string): string {
  return posix.isAbsolute(file) ? file : posix.join(posix.dirname(manifest), file);
}

function toUnproven(unproven: Unproven): UnprovenRecord {
  if ('site' in unproven)
    return {
      kind: unproven.kind,
      subject: unproven.pattern,
      reason: unproven.reason,
      at: placeOf(unproven.site),
    };
  const { resolution, kind, reason } = unproven;
  const candidates =
    resolution.status === 'ambiguous'
      ? resolution.candidates.map((operation) => operation.id)
      : resolution.status === 'unknown'
        ? resolution.near
        : [];
  const { call } = resolution;
  return {
    kind,
    subject: callText(call),
    reason,
    ...(candidates.length === 0 ? {} : { candidates }),
    at: { path: call.file, line: call.span.start.line, column: call.span.start.column },
  };
}

function placeOf({ policy, statement, element, unknown }: GrantSite): PlaceRecord {
  const { start } = (element?.node ?? unknown ?? statement.node).loc;
  return { path: pathOf(policy.policy), line: start.line, column: start.column };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
