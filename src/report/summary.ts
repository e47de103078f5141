import { printable } from './printable.js';
import type { LintRecord, WorkloadRecord } from '../lint/results/lint-record.js';
import { en } from '../wording/en/report.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('report', en);

/** Whether there is anything to tell a reviewer: a finding, or a verdict that is less than clean. */
export function hasNews(record: LintRecord): boolean {
  return (
    record.changes !== undefined ||
    record.files.some((file) => file.findings.length > 0) ||
    record.workloads.some((workload) => shortfalls(workload).length > 0)
  );
}

/** `2 errors and 1 warning in 1 file: 1 action missing, 1 grant in excess and 1 unproven.` */
export function verdictSentence(record: LintRecord): string {
  const { errors, warnings, checked: files } = record.summary;
  if (files === 0 && errors + warnings === 0) return say('nothingChecked');
  const isNewOnly = record.changes?.newOnly === true;
  const places = {
    files,
    kind: isNewOnly ? 'new' : 'all',
    short: isNewOnly ? [] : totals(record),
  } as const;
  if (errors > 0 && warnings > 0) return say('errorsAndWarnings', { ...places, errors, warnings });
  if (errors > 0) return say('errorsOnly', { ...places, errors });
  return warnings > 0 ? say('warningsOnly', { ...places, warnings }) : say('noFindings', places);
}

/**
 * What the verdict did not look at: skipped files, suppressed findings, policies whose calls nobody declares,
 * cases of calls that nobody says whether they arise.
 * @param tellsWhy whether the report tells why files were skipped, or at least could not be asked to.
 */
export function caveats(record: LintRecord, tellsWhy = true): readonly string[] {
  const { summary, changes } = record;
  const known = changes?.newOnly === true ? changes.findings.known : 0;
  return [
    ...partlyKnown(record),
    ...counted('moreInCases', sum(record.workloads.map(({ moreInCases = 0 }) => moreInCases))),
    ...counted('uncovered', summary.uncovered),
    ...counted(tellsWhy ? 'skipped' : 'skippedSilently', summary.skipped),
    ...counted('known', known),
    ...counted('suppressed', summary.suppressed),
  ];
}

/** `1 file known only in part: main.tf:4:9 is only known when Terraform runs (and 2 more holes).` */
function partlyKnown({ files, summary: { partly = 0 } }: LintRecord): readonly string[] {
  if (partly === 0) return [];
  const holes = files.flatMap(({ path, holes: own = [] }) => own.map((hole) => ({ path, ...hole })));
  const [first, ...others] = holes;
  if (first === undefined) return [say('partlyKnown', { count: partly })];
  const { path, line, column, why } = first;
  const place = `${printable(path)}:${String(line)}:${String(column)}`;
  return [say('partlyKnownAt', { count: partly, place, why: printable(why), more: others.length })];
}

/** `1 action missing`, `2 denied` …: what is less than clean in one workload; empty where all is well. */
export function shortfalls(
  workload: Pick<WorkloadRecord, 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven'>,
): readonly string[] {
  return [
    ...counted('actionsMissing', workload.missing.length),
    ...counted('actionsDenied', workload.denied.length),
    ...counted('actionsConditional', workload.conditional.length),
    ...counted('grantsInExcess', workload.excess.length),
    ...counted('factsUnproven', workload.unproven.length),
  ];
}

/** All workloads, or those that a change touches where it alone matters. */
export function shownWorkloads({ workloads, changes }: LintRecord): readonly WorkloadRecord[] {
  if (changes?.newOnly !== true) return workloads;
  const touched = new Set(changes.entries.map(({ name }) => name));
  return workloads.filter(({ manifest }) => touched.has(manifest));
}

/** The sentences that only count something. */
type Counting =
  | 'moreInCases'
  | 'uncovered'
  | 'skipped'
  | 'skippedSilently'
  | 'known'
  | 'suppressed'
  | 'actionsMissing'
  | 'actionsDenied'
  | 'actionsConditional'
  | 'grantsInExcess'
  | 'factsUnproven';

/** A sentence where there is something to count. */
function counted(key: Counting, count: number): readonly string[] {
  return count > 0 ? [say(key, { count })] : [];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function totals({ workloads }: LintRecord): readonly string[] {
  return shortfalls({
    missing: workloads.flatMap((workload) => workload.missing),
    denied: workloads.flatMap((workload) => workload.denied),
    conditional: workloads.flatMap((workload) => workload.conditional),
    excess: workloads.flatMap((workload) => workload.excess),
    unproven: workloads.flatMap((workload) => workload.unproven),
  });
}
