import { defined } from '../defined.js';
import { en } from '../wording/en/report.js';
import { speaker } from '../wording/speaker.js';
import type { BecauseRecord, Finding, LintRecord, WorkloadRecord } from '../lint/results/lint-record.js';

const say = speaker('report', en);

/** One step of a because-chain: a call of a manifest needs it, and a row of the documentation says so. */
export interface Reason extends Omit<BecauseRecord, 'line'> {
  /** Where the call is declared, where that is known. */
  readonly manifest?: string;
  readonly line?: number;
}

/** Finds the because-chain of a finding: the record holds it once for each needed action of each workload. */
export type Reasons = (path: string, finding: Finding) => readonly Reason[];

export function reasonsIn(record: LintRecord): Reasons {
  const byPlace = new Map<string, (readonly Reason[])[]>();
  for (const workload of record.workloads) {
    const paths = new Set([
      workload.manifest,
      ...workload.policies.map((policy) => policy.replace(/#.*$/s, '')),
    ]);
    for (const need of [...workload.missing, ...workload.denied, ...workload.conditional]) {
      const reasons = need.because.map((because) => declaredIn(workload, because));
      for (const path of paths) add(byPlace, key(path, need.action), reasons);
    }
  }
  return (path, finding) => {
    const { action } = finding.data;
    const workloads = typeof action === 'string' ? (byPlace.get(key(path, action)) ?? []) : [];
    // One file may hold policies of several workloads: the calls that the finding points to tell which of them it is about.
    const called = new Set(finding.related.map(({ path: file, line }) => `${file}:${line}`));
    const own = workloads.filter((reasons) => reasons.some((reason) => isCalledAt(reason, called))).flat();
    return own.length > 0 ? own : ownReason(finding);
  };
}

/** A manifest that stands in no file declares nothing that could be looked up: what its call was found in remains. */
function declaredIn({ manifest, deduced }: WorkloadRecord, { line, ...because }: BecauseRecord): Reason {
  return deduced === true ? because : { ...because, line, manifest };
}

function isCalledAt({ manifest, line, origins = [] }: Reason, called: ReadonlySet<string>): boolean {
  return (
    called.has(`${manifest ?? ''}:${String(line ?? 0)}`) ||
    (manifest === undefined && origins.some(({ file, line: at = 1 }) => called.has(`${file}:${String(at)}`)))
  );
}

/** `GET /v1/{project_id}/things (ecs/show-thing): page.md, table 1, row 7 (line 63)` */
export function reasonSentence(reason: Reason): string {
  const operation = [reason.operation, reason.scenario]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  const call = reason.api ?? reason.call;
  const head = operation === '' || operation === call ? call : `${call} (${operation})`;
  return reason.source === '' ? head : `${head}: ${reason.source}`;
}

/** A line that a call was found in. */
type Origin = NonNullable<Reason['origins']>[number];

/** Places that are listed before the rest is only counted. */
const LISTED = 4;

/** The end of the chain: the lines of code, Terraform or a specification that the call was found in, as far as they are listed. */
export function originsOf({ origins = [] }: Pick<Reason, 'origins'>): {
  readonly listed: readonly (Origin & { readonly label: string })[];
  readonly more: number;
} {
  const listed = origins.slice(0, LISTED).map((origin) => ({
    ...origin,
    label: labelOf(origin),
  }));
  return { listed, more: origins.length - listed.length };
}

/** `src/app.ts:12` */
export function labelOf({ file, line }: Origin): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** `reasonSentence` with what its call was found in, for formats of plain text. */
export function reasonWithOrigins(reason: Reason): string {
  const { origins = [] } = reason;
  const sentence = reasonSentence(reason);
  return origins.length === 0 ? sentence : say('foundAt', { reason: sentence, places: origins.map(labelOf) });
}

/** A finding that stands alone carries its one reason in its data. */
function ownReason({ data }: Finding): readonly Reason[] {
  const { api, call, operation, source, scenario } = data;
  const name = [api, call, operation].find((part) => typeof part === 'string');
  if (typeof name !== 'string' || typeof source !== 'string') return [];
  return [
    {
      call: name,
      operation: typeof operation === 'string' ? operation : '',
      source,
      ...defined({ scenario: typeof scenario === 'string' ? scenario : undefined }),
    },
  ];
}

function add(map: Map<string, (readonly Reason[])[]>, key: string, reasons: readonly Reason[]): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [reasons]);
  else known.push(reasons);
}

function key(path: string, action: string): string {
  return `${path}\0${action.toLowerCase()}`;
}
