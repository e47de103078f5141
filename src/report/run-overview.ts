import type { Finding, LintRecord, WorkloadRecord } from '../lint/results/lint-record.js';
import { grantedCalls } from '../lint/results/shelf.js';
import type { ReportInput } from './report-input.js';
import { fileOf, shownWorkloads } from './shown-workloads.js';

/** What a report says of a run as a whole, before (or after) its findings. Every format counts by it. */
export interface Overview {
  /** Rules that found something: those with errors first, then dangers, each by how much they found. */
  readonly rules: readonly RuleRow[];
  /** Policies that were judged together, or a file of policies that no manifest covers; the worst first. */
  readonly policies: readonly PolicyRow[];
  /** What `--fix` would mend. */
  readonly fixable: { readonly findings: number; readonly files: number };
}

export interface RuleRow {
  readonly rule: string;
  /** The rule's own page, where that is known. */
  readonly url: string | undefined;
  readonly dangerous: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly files: number;
  readonly fixable: number;
}

export interface PolicyRow {
  /** `app.json`, `main.tf#huaweicloud_identity_role.ops` */
  readonly policies: readonly string[];
  /** Undefined for a file that no manifest covers: nobody knows what it is to grant. */
  readonly workload: WorkloadRecord | undefined;
  /** The files whose findings count, the manifest among them. */
  readonly files: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  readonly dangerous: number;
  /** Clients whose calls nobody read, and parts of the policies that are only known at run time. */
  readonly unread: number;
}

/** Whether a rule is about what a policy lets happen: more permissions for oneself, any agency, a wildcard on everything. */
export type IsDangerous = (rule: string) => boolean;

export function dangersOf({ rules }: Pick<ReportInput, 'rules'>): IsDangerous {
  const dangers = new Set(rules.filter(({ category }) => category === 'danger').map(({ id }) => id));
  return (rule) => dangers.has(rule);
}

export function overviewOf(input: ReportInput): Overview {
  const { record } = input;
  const isDangerous = dangersOf(input);
  const fixable = record.files.map(({ findings }) => findings.filter(({ fix }) => fix).length);
  return {
    rules: rulesIn(input, isDangerous),
    policies: policiesIn(record, isDangerous),
    fixable: {
      findings: fixable.reduce((sum, count) => sum + count, 0),
      files: fixable.filter((count) => count > 0).length,
    },
  };
}

/** How grave a finding is: 0 an error, 1 a danger, 2 any other warning. */
export function gravityOf({ severity, rule }: Finding, isDangerous: IsDangerous): 0 | 1 | 2 {
  if (severity === 'error') return 0;
  return isDangerous(rule) ? 1 : 2;
}

/** The columns of the table of policies; `policyNumbers` gives the number in each. */
export const POLICY_COLUMNS = [
  'calls',
  'granted',
  'missing',
  'denied',
  'excess',
  'dangerous',
  'unproven',
  'unread',
  'findings',
] as const;

/** What stands in the line of a policy; undefined for what nobody knows, as its calls are declared nowhere. */
export function policyNumbers(row: PolicyRow): readonly (number | undefined)[] {
  const { workload, dangerous, unread, errors, warnings } = row;
  return [
    workload?.calls,
    grantedIn(row),
    workload?.missing.length,
    workload?.denied.length,
    workload?.excess.length,
    dangerous,
    workload?.unproven.length,
    unread,
    errors + warnings,
  ];
}

/** Whether a row says anything but that all is well. */
export function isTroubled({ workload, errors, warnings, unread }: PolicyRow): boolean {
  const shortfalls =
    workload === undefined
      ? 0
      : workload.missing.length +
        workload.denied.length +
        workload.conditional.length +
        workload.excess.length +
        workload.unproven.length;
  return errors + warnings + unread + shortfalls > 0;
}

function rulesIn({ record, rules }: ReportInput, isDangerous: IsDangerous): readonly RuleRow[] {
  const urls = new Map(rules.map(({ id, url }) => [id, url]));
  const rows = new Map<string, { -readonly [Key in keyof RuleRow]: RuleRow[Key] }>();
  for (const { findings } of record.files) {
    const seen = new Set<string>();
    for (const { rule, severity, fix } of findings) {
      const row = rows.get(rule) ?? {
        rule,
        url: urls.get(rule),
        dangerous: isDangerous(rule),
        errors: 0,
        warnings: 0,
        files: 0,
        fixable: 0,
      };
      if (severity === 'error') row.errors += 1;
      else row.warnings += 1;
      if (fix) row.fixable += 1;
      if (!seen.has(rule)) row.files += 1;
      seen.add(rule);
      rows.set(rule, row);
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      Number(b.errors > 0) - Number(a.errors > 0) ||
      Number(b.dangerous) - Number(a.dangerous) ||
      b.errors - a.errors ||
      b.warnings - a.warnings ||
      compare(a.rule, b.rule),
  );
}

function policiesIn(record: LintRecord, isDangerous: IsDangerous): readonly PolicyRow[] {
  const byPath = new Map(record.files.map((file) => [file.path, file]));
  const judged = shownWorkloads(record).map((workload) =>
    rowOf(workload.policies, [...workload.policies.map(fileOf), workload.manifest], workload),
  );
  const covered = new Set(
    record.workloads.flatMap(({ manifest, policies }) => [manifest, ...policies.map(fileOf)]),
  );
  const expecting = new Set((record.expectations ?? []).map(({ file }) => file));
  const alone = record.files
    .filter(({ path }) => !expecting.has(path))
    .filter(({ path, checked, findings }) => !covered.has(path) && (checked !== false || findings.length > 0))
    .map(({ path }) => rowOf([path], [path], undefined));
  return [...judged, ...alone].sort(byGravity);

  function rowOf(
    policies: readonly string[],
    named: readonly string[],
    workload: WorkloadRecord | undefined,
  ): PolicyRow {
    const files = [...new Set(named)];
    const records = files.flatMap((path) => byPath.get(path) ?? []);
    const findings = records.flatMap((file) => file.findings);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const holes = records.reduce((sum, file) => sum + (file.holes?.length ?? 0), 0);
    return {
      policies,
      workload,
      files,
      errors,
      warnings: findings.length - errors,
      dangerous: findings.filter(({ rule }) => isDangerous(rule)).length,
      unread: holes + (workload?.unread?.length ?? 0),
    };
  }
}

/** The calls of a workload that are granted, or need no permission. */
export function grantedIn({ workload }: PolicyRow): number | undefined {
  return workload === undefined ? undefined : grantedCalls(workload);
}

function byGravity(a: PolicyRow, b: PolicyRow): number {
  return (
    lacking(b) - lacking(a) ||
    b.errors - a.errors ||
    b.dangerous - a.dangerous ||
    b.warnings - a.warnings ||
    Number(isTroubled(b)) - Number(isTroubled(a))
  );
}

function lacking({ workload }: PolicyRow): number {
  return workload === undefined ? 0 : workload.missing.length + workload.denied.length;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
