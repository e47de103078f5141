import { rules } from '../../../rules/registry.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { LintConfig } from '../../lint/config/config.js';
import type { FileRecord, LintRecord, WorkloadRecord } from '../../lint/results/lint-record.js';
import { lintFiles } from '../../lint/run/runner.js';
import type { GatheredInput } from '../discovery/lint-input.js';
import { say } from './diff-wording.js';
import type { Impact, ImpactChange, ImpactResult } from './impact.js';

type LoadCatalog = (cloud: string) => Promise<Catalog>;

/** Judges the same policies and manifests with both catalogs and tells what is different. */
export async function findImpact(
  input: GatheredInput,
  config: LintConfig,
  read: (path: string) => string | undefined,
  before: LoadCatalog,
  after: LoadCatalog,
): Promise<ImpactResult> {
  const lint = (loadCatalog: LoadCatalog) =>
    lintFiles({ ...input, config, read, loadCatalog, partial: true });
  const [old, now] = [await lint(before), await lint(after)];
  const impacts = [
    ...compareWorkloads(old.record, now.record),
    ...compareFiles(old.record, now.record),
  ].filter((impact) => impact.changes.length > 0);
  const judged = now.record.workloads.length + now.record.files.filter((file) => file.checked).length;
  return { impacts, judged, problems: [...input.problems, ...now.problems] };
}

function compareWorkloads(old: LintRecord, now: LintRecord): Impact[] {
  const before = new Map(old.workloads.map((workload) => [workload.manifest, workload]));
  return now.workloads.map((workload) => {
    const was = before.get(workload.manifest);
    const changes = KINDS.flatMap((kind) =>
      changesBetween(was ? partsOf(was, kind) : [], partsOf(workload, kind), kind),
    );
    return {
      path: workload.manifest,
      breaks: changes.some(
        ({ kind, change }) => change === 'new' && (kind === 'missing' || kind === 'denied'),
      ),
      changes,
    };
  });
}

const KINDS = ['missing', 'denied', 'conditional', 'excess', 'unproven'] as const;

interface Part {
  readonly subject: string;
  readonly because: readonly string[];
}

function partsOf(workload: WorkloadRecord, kind: (typeof KINDS)[number]): Part[] {
  switch (kind) {
    case 'missing':
    case 'denied':
    case 'conditional':
      return workload[kind].map(({ action, because }) => ({
        subject: action,
        because: [
          ...new Set(
            because.map(({ operation, call }) => (operation === call ? call : `${call} (${operation})`)),
          ),
        ],
      }));
    case 'excess':
      return workload.excess.map(({ pattern, grants, needed }) => ({
        subject: pattern,
        because: [say('grantsMore', { grants, needed: needed.length })],
      }));
    case 'unproven':
      return workload.unproven.map(({ subject, reason }) => ({ subject, because: [reason] }));
  }
}

/** Findings that are not about a workload: unknown and former actions, and the like. */
function compareFiles(old: LintRecord, now: LintRecord): Impact[] {
  const ofWorkloads = new Set(
    now.workloads.flatMap(({ manifest, policies }) => [
      manifest,
      ...policies.map((policy) => policy.replace(/#.*$/s, '')),
    ]),
  );
  const before = new Map(old.files.map((file) => [file.path, file]));
  return now.files.map((file) => {
    const was = before.get(file.path);
    const changes = changesBetween(
      was ? findingsOf(was, ofWorkloads) : [],
      findingsOf(file, ofWorkloads),
      'finding',
    );
    return { path: file.path, breaks: false, changes };
  });
}

/**
 * Rules that put a workload's verdict into words: the verdict itself is compared already. Whether an action is known is
 * not part of it.
 */
const VERDICT_RULES: ReadonlySet<string> = new Set(
  rules.filter(({ id, docs }) => docs.category === 'calls' && id !== 'unknown-action').map(({ id }) => id),
);

function findingsOf(file: FileRecord, ofWorkloads: ReadonlySet<string>): Part[] {
  return file.findings
    .filter(({ rule }) => !(ofWorkloads.has(file.path) && VERDICT_RULES.has(rule)))
    .map(({ rule, message, line, column }) => ({
      subject: message,
      because: [say('foundAt', { rule, line, column })],
    }));
}

function changesBetween(
  before: readonly Part[],
  after: readonly Part[],
  kind: ImpactChange['kind'],
): ImpactChange[] {
  const key = ({ subject, because }: Part) =>
    JSON.stringify(kind === 'excess' || kind === 'finding' ? [subject, because] : [subject.toLowerCase()]);
  const [old, now] = [new Set(before.map(key)), new Set(after.map(key))];
  return [
    ...after
      .filter((part) => !old.has(key(part)))
      .map((part): ImpactChange => ({ kind, change: 'new', ...part })),
    ...before
      .filter((part) => !now.has(key(part)))
      .map((part): ImpactChange => ({ kind, change: 'gone', ...part })),
  ];
}
