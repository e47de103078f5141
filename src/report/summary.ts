import { printable } from './printable.js';
import { untoldIn } from './untold.js';
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
  const { errors, warnings } = record.summary;
  const files = judgedFiles(record);
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

/** Files of policies, and of expectations. */
export function judgedFiles({ summary, expectations = [] }: LintRecord): number {
  return summary.checked + expectations.length;
}

/**
 * What became of expectations, and what the verdict did not look at: skipped files, suppressed findings, policies whose calls nobody declares,
 * cases of calls that nobody says whether they arise.
 * @param tellsWhy whether the report tells why files were skipped, or at least could not be asked to.
 */
export function caveats(record: LintRecord, tellsWhy = true): readonly string[] {
  const { summary, changes } = record;
  const known = changes?.newOnly === true ? changes.findings.known : 0;
  return [
    ...expectationTally(record),
    ...partlyKnown(record),
    ...leftAlone(record),
    ...counted('moreInCases', sum(record.workloads.map(({ moreInCases = 0 }) => moreInCases))),
    ...counted('uncovered', summary.uncovered),
    ...(summary.check === undefined ? [] : [say('checkThem', { command: printable(summary.check) })]),
    ...counted(tellsWhy ? 'skipped' : 'skippedSilently', summary.skipped),
    ...counted('known', known),
    ...counted('suppressed', summary.suppressed),
  ];
}

/** `3 of 5 expectations kept by 12 policies: 1 broken and 1 undecided.` */
function expectationTally({ expectations: files = [] }: LintRecord): readonly string[] {
  const all = files.flatMap(({ expectations }) => expectations);
  if (all.length === 0) return [];
  const count = (wanted: (typeof all)[number]['status']): number =>
    all.filter(({ status }) => status === wanted).length;
  return [
    say('expectations', {
      count: all.length,
      kept: count('kept'),
      policies: sum(files.map(({ policies }) => policies)),
      rest: [
        ...counted('expectationsBroken', count('broken')),
        ...counted('expectationsUndecided', count('undecided')),
        ...counted('expectationsUnjudged', count('unjudged')),
      ],
    }),
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

/** `3 policies in other languages were left alone: AWS (2) and OBS bucket policy (1).` */
function leftAlone({ files, summary: { foreign: count = 0 } }: LintRecord): readonly string[] {
  if (count === 0) return [];
  const counts = new Map<string, number>();
  for (const { language } of files.flatMap(({ foreign = [] }) => foreign))
    counts.set(language, (counts.get(language) ?? 0) + 1);
  const languages = [...counts].map(([language, one]) =>
    say('languageCount', { language: printable(language), count: one }),
  );
  return [say('foreign', { count, languages })];
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

/** The sentences that only count something. */
type Counting =
  | 'expectationsBroken'
  | 'expectationsUndecided'
  | 'expectationsUnjudged'
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

/** What all workloads fall short of, and how much of that no finding tells. */
function totals(record: LintRecord): readonly string[] {
  const { workloads } = record;
  const isUntold = untoldIn(record);
  const untold = (part: 'missing' | 'denied'): number =>
    sum(workloads.map((workload) => workload[part].filter((need) => isUntold(workload, need)).length));
  const missing = workloads.flatMap((workload) => workload.missing);
  const denied = workloads.flatMap((workload) => workload.denied);
  const [untoldMissing, untoldDenied] = [untold('missing'), untold('denied')];
  const rest = {
    missing: untoldMissing === 0 ? missing : [],
    denied: untoldDenied === 0 ? denied : [],
    conditional: workloads.flatMap((workload) => workload.conditional),
    excess: workloads.flatMap((workload) => workload.excess),
    unproven: workloads.flatMap((workload) => workload.unproven),
  };
  return [
    ...(untoldMissing > 0
      ? [say('actionsMissingUntold', { count: missing.length, untold: untoldMissing })]
      : []),
    ...(untoldDenied > 0 ? [say('actionsDeniedUntold', { count: denied.length, untold: untoldDenied })] : []),
    ...shortfalls(rest),
  ];
}
