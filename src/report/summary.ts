import { printable } from './printable.js';
import type { LintRecord, WorkloadRecord } from '../lint/results/lint-record.js';

/** Whether there is anything to tell a reviewer: a finding, or a verdict that is less than clean. */
export function hasNews(record: LintRecord): boolean {
  return (
    record.changes !== undefined ||
    record.files.some((file) => file.findings.length > 0) ||
    record.workloads.some((workload) => shortfalls(workload).length > 0)
  );
}

/** `2 errors and 1 warning in 1 policy: 1 action missing, 1 grant too wide, 1 unproven.` */
export function verdictSentence(record: LintRecord): string {
  const { errors, warnings, checked } = record.summary;
  if (checked === 0 && errors + warnings === 0) return 'Nothing was checked.';
  const only = record.changes?.newOnly === true ? 'new ' : '';
  const policies = count(checked, 'file');
  const found = [
    errors > 0 ? count(errors, `${only}error`) : '',
    warnings > 0 ? count(warnings, `${only}warning`) : '',
  ].filter((part) => part !== '');
  const verdict = totals(record);
  const head =
    found.length === 0 ? `No ${only}findings in ${policies}` : `${found.join(' and ')} in ${policies}`;
  return verdict.length === 0 || only !== '' ? `${head}.` : `${head}: ${verdict.join(', ')}.`;
}

/** What the verdict did not look at: skipped files, suppressed findings, policies whose calls nobody declares. */
export function caveats(record: LintRecord): readonly string[] {
  const { partly = 0, skipped, suppressed, uncovered } = record.summary;
  return [
    partly > 0 ? partlySentence(record, partly) : '',
    uncovered > 0
      ? `${count(uncovered, 'policy', 'policies')} without a manifest: ${uncovered === 1 ? 'its' : 'their'} calls were not judged.`
      : '',
    skipped > 0 ? `${count(skipped, 'file')} skipped.` : '',
    record.changes?.newOnly === true && record.changes.findings.known > 0
      ? `${count(record.changes.findings.known, 'finding')} that stood before ${record.changes.findings.known === 1 ? 'is' : 'are'} not shown.`
      : '',
    suppressed > 0 ? `${count(suppressed, 'finding')} suppressed.` : '',
  ].filter((sentence) => sentence !== '');
}

/** `1 file is known only in part: main.tf:4:9 “var.x” is only known when Terraform runs (and 2 more holes).` */
function partlySentence({ files }: LintRecord, partly: number): string {
  const holes = files.flatMap(({ path, holes: own = [] }) => own.map((hole) => ({ path, ...hole })));
  const [first] = holes;
  const what = `${count(partly, 'file')} known only in part`;
  if (first === undefined) return `${what}.`;
  const rest = holes.length === 1 ? '' : ` (and ${count(holes.length - 1, 'more hole')})`;
  return `${what}: ${printable(first.path)}:${first.line}:${first.column} ${printable(first.why)}${rest}.`;
}

/** `1 action missing`, `2 denied` …: what is less than clean in one workload; empty where all is well. */
export function shortfalls(
  workload: Pick<WorkloadRecord, 'missing' | 'denied' | 'conditional' | 'excess' | 'unproven'>,
): readonly string[] {
  return [
    workload.missing.length > 0 ? `${count(workload.missing.length, 'action')} missing` : '',
    workload.denied.length > 0 ? `${workload.denied.length} denied` : '',
    workload.conditional.length > 0 ? `${workload.conditional.length} conditional` : '',
    workload.excess.length > 0 ? `${count(workload.excess.length, 'grant')} in excess` : '',
    workload.unproven.length > 0 ? `${workload.unproven.length} unproven` : '',
  ].filter((part) => part !== '');
}

/** All workloads, or those that a change touches where it alone matters. */
export function shownWorkloads({ workloads, changes }: LintRecord): readonly WorkloadRecord[] {
  if (changes?.newOnly !== true) return workloads;
  const touched = new Set(changes.entries.map(({ name }) => name));
  return workloads.filter(({ manifest }) => touched.has(manifest));
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function totals(record: LintRecord): readonly string[] {
  const { workloads } = record;
  return shortfalls({
    missing: workloads.flatMap((workload) => workload.missing),
    denied: workloads.flatMap((workload) => workload.denied),
    conditional: workloads.flatMap((workload) => workload.conditional),
    excess: workloads.flatMap((workload) => workload.excess),
    unproven: workloads.flatMap((workload) => workload.unproven),
  });
}
