import { posix } from 'node:path';
import { defined } from '../../defined.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import type { Because, GrantSite, JudgedCall, Stop, Unproven } from '../../analysis/verdict.js';
import type { Call, Resolution } from '../../calls/call.js';
import type { Source } from '../../catalog/model/model.js';
import { spokenTitle } from '../../catalog/model/spoken-title.js';
import { spelledKey } from '../../policy/facts/condition-keys.js';
import type { Request } from '../../policy/requests/request.js';
import type {
  BecauseRecord,
  JudgedCallRecord,
  NeedRecord,
  PlaceRecord,
  RequestRecord,
  UnprovenRecord,
  WorkloadRecord,
} from './lint-record.js';
import { pathOf } from '../language/source-code.js';
import type { JudgedWorkload } from '../run/workload.js';

const say = speaker('lint', en);

/** A judged workload as the lint record states it. */
export function toWorkloadRecord({ manifest, workload, verdict }: JudgedWorkload): WorkloadRecord {
  return {
    manifest: manifest.file,
    policies: workload.policies.map((policy) => policy.id),
    calls: manifest.calls.length,
    ...defined({
      boundaries: boundariesOf(workload),
      moreInCases: moreInCases(verdict.calls),
      unread: unreadOf(workload),
    }),
    judged: verdict.calls.map(({ resolution, status, scenario, needs, cases }) => ({
      call: callText(resolution.call),
      ...operationOf(resolution),
      status,
      ...defined({ scenario }),
      ...askedRecord(resolution.call),
      needs,
      ...defined({ cases: cases.length === 0 ? undefined : cases }),
      line: resolution.call.span.start.line,
    })),
    missing: verdict.missing.map(({ action, as, possible, request, confidence, because, elsewhere }) => ({
      action,
      as,
      possible,
      ...defined({ request: requestRecord(action, request) }),
      confidence,
      because: because.map(toBecause),
      ...defined({ at: elsewhere?.map(placeOf) }),
    })),
    denied: verdict.denied.map(({ action, by, stops, request, confidence, because }): NeedRecord => ({
      action,
      ...defined({ request: requestRecord(action, request) }),
      confidence,
      because: because.map(toBecause),
      at: [...by.map(placeOf), ...(stops ?? []).flatMap(boundaryPlace)],
      ...defined({ stops: stops?.map(({ boundary, how }) => ({ boundary: boundary.id, how })) }),
    })),
    conditional: verdict.conditional.map(({ action, why, keys, sites, confidence, because }): NeedRecord => ({
      action,
      why,
      ...defined({ keys: keys?.map(spelledKey) }),
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

/** What a call says of its requests. */
function askedRecord({ resources, context }: Call): Pick<JudgedCallRecord, 'resources' | 'context'> {
  return defined({
    resources: resources?.map(({ urn }) => urn),
    context: context && Object.fromEntries(context.map(({ key, values }) => [key, values])),
  });
}

/** One concrete request, as `explain` and other tools can be asked of it. */
export function requestRecord(action: string, request: Request | undefined): RequestRecord | undefined {
  if (request === undefined) return undefined;
  const context = Object.fromEntries([...request.context].map(([key, values]) => [spelledKey(key), values]));
  return { action, resource: request.resource, context };
}

/** How many calls lack something of a case that may arise; undefined where none does. */
function moreInCases(calls: readonly JudgedCall[]): number | undefined {
  const count = calls.filter(({ cases }) =>
    cases.some(({ needs }) => needs.some(({ status }) => status === 'missing' || status === 'denied')),
  ).length;
  return count === 0 ? undefined : count;
}

function boundariesOf({ boundaries = [] }: JudgedWorkload['workload']): WorkloadRecord['boundaries'] {
  return boundaries.length === 0 ? undefined : boundaries.map(({ id }) => id);
}

/** Of a boundary that allows other things only, where its statements begin; a Deny of it is a place already. */
function boundaryPlace({ boundary: { policy }, how }: Stop): PlaceRecord | [] {
  if (how === 'denied') return [];
  const { start } = (policy.statementMember?.name ?? policy.node).loc;
  return { path: pathOf(policy), line: start.line, column: start.column };
}

function unreadOf({ unread = [] }: JudgedWorkload['workload']): WorkloadRecord['unread'] {
  if (unread.length === 0) return undefined;
  return unread.map(({ client, service }) => ({ client, ...defined({ service }) }));
}

/** `page, table 1, row 7 (line 63)`. */
export function formatSource({ page, table, row, line }: Source): string {
  return say('source', { page, table, row, line });
}

/** A call as the manifest writes it. */
export function callText(call: Call): string {
  return [call.api, call.operation].filter((part) => part !== undefined).join(' · ');
}

function operationOf(resolution: Resolution): Pick<JudgedCallRecord, 'operation' | 'title'> {
  if (resolution.status !== 'resolved') return {};
  const { operation } = resolution;
  return { operation: operation.id, ...defined({ title: spokenTitle(operation.title) }) };
}

function toBecause({ call, operation, scenario, source }: Because): BecauseRecord {
  return {
    call: callText(call),
    ...defined({ api: call.api }),
    operation: operation.id,
    ...defined({ scenario }),
    source: source === undefined ? '' : formatSource(source),
    line: call.span.start.line,
    ...defined({ origins: originsOf(call) }),
  };
}

function originsOf({ file: manifest, origins }: Call): BecauseRecord['origins'] {
  if (origins.length === 0) return undefined;
  return origins.map(({ file, line }) => ({ file: originPath(manifest, file), ...defined({ line }) }));
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
  const { call } = resolution;
  return {
    kind,
    subject: callText(call),
    reason,
    ...defined({ candidates: candidatesOf(resolution) }),
    at: { path: call.file, line: call.span.start.line, column: call.span.start.column },
  };
}

/** The operations that a call may mean; undefined where none is known. */
function candidatesOf(resolution: Resolution): UnprovenRecord['candidates'] {
  if (resolution.status === 'ambiguous') return resolution.candidates.map((operation) => operation.id);
  return resolution.status === 'unknown' && resolution.near.length > 0 ? resolution.near : undefined;
}

function placeOf({ policy, statement, element, unknown }: GrantSite): PlaceRecord {
  const { start } = (element?.node ?? unknown ?? statement.node).loc;
  return { path: pathOf(policy.policy), line: start.line, column: start.column };
}
