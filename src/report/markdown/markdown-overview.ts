import type { PhrasingContent, RootContent } from 'mdast';
import type { WorkloadRecord } from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report-overview.js';
import { speaker } from '../../wording/speaker.js';
import { classesOf } from '../finding-classes.js';
import type { FindingClass } from '../finding-classes.js';
import { isTroubled, POLICY_COLUMNS, policyNumbers } from '../run-overview.js';
import type { Overview, PolicyRow } from '../run-overview.js';
import type { ReportInput } from '../report-input.js';
import { code, folded, link, list, OPEN, paragraph, sentence, table, words } from './mdast.js';

const say = speaker('report-overview', en);

/** Where in the report each policy stands. */
export interface Anchors {
  readonly ofWorkload: (workload: WorkloadRecord) => string | undefined;
  /** Of a file that no manifest covers: where its first finding stands. */
  readonly ofFile: (path: string) => string | undefined;
}

export function anchorsOf({ policies }: Overview): Anchors {
  const names = new Map<WorkloadRecord | string, string>();
  for (const [index, { workload, files }] of shownRows(policies).entries())
    names.set(workload ?? files[0] ?? '', `lint-policies-${String(index + 1)}`);
  return { ofWorkload: (workload) => names.get(workload), ofFile: (path) => names.get(path) };
}

/** A line for dangers, one for errors, one for warnings: each rule with how often it found something. */
export function classBlocks({ rules }: Overview, input: ReportInput): RootContent[] {
  const lines = classesOf(input).flatMap((one) => {
    const counts = rules.flatMap((row) => {
      const count = one.countOf(row);
      return count === 0 ? [] : [{ ...row, count }];
    });
    return counts.length === 0
      ? []
      : [
          [
            paragraph(
              ...sentence((place) =>
                say(CLASS_LINES[one.name], {
                  rules: counts.map(({ rule, url, count }) =>
                    place(...link(url, code(rule)), words(` ${String(count)}`)),
                  ),
                }),
              ),
            ),
          ],
        ];
  });
  return lines.length === 0 ? [] : [list(lines)];
}

const CLASS_LINES = {
  dangers: 'dangersAre',
  errors: 'errorsAre',
  warnings: 'warningsAre',
} as const satisfies Readonly<Record<FindingClass['name'], keyof typeof en>>;

/** One line a policy, those that fall short first; many are folded. */
export function policyBlocks({ policies }: Overview, anchors: Anchors): RootContent[] {
  const rows = shownRows(policies);
  if (rows.length === 0) return [];
  const open = policyTable(rows.slice(0, SHOWN), anchors);
  const rest = rows.slice(SHOWN);
  return rest.length === 0
    ? [open]
    : [open, ...folded(say('andPolicies', { count: rest.length }), [policyTable(rest, anchors)])];
}

/** Policies that stand open. */
const SHOWN = OPEN * 2;

/** Judged ones, and those of which there is something to say. */
function shownRows(policies: readonly PolicyRow[]): readonly PolicyRow[] {
  return policies.filter((row) => row.workload !== undefined || isTroubled(row));
}

function policyTable(rows: readonly PolicyRow[], anchors: Anchors): RootContent {
  const numbers = rows.map(policyNumbers);
  // A column of which nobody knows anything says nothing.
  const columns = POLICY_COLUMNS.map((key, index) => ({ key, index })).filter(({ index }) =>
    numbers.some((row) => row[index] !== undefined),
  );
  return table(
    [say('policy'), ...columns.map(({ key }) => say(key))],
    rows.map((row, at) => [
      policyCell(row, anchors),
      ...columns.map(({ index }) => [words(shown(numbers[at]?.[index]))]),
    ]),
  );
}

function policyCell(row: PolicyRow, anchors: Anchors): PhrasingContent[] {
  const { policies, workload, files } = row;
  const names = policies.length === 0 ? files : policies;
  const anchor = workload === undefined ? anchors.ofFile(files[0] ?? '') : anchors.ofWorkload(workload);
  const cell = names.flatMap((name, index) => (index === 0 ? [code(name)] : [words(', '), code(name)]));
  return anchor === undefined ? cell : [{ type: 'link', url: `#${anchor}`, children: cell }];
}

function shown(number: number | undefined): string {
  return number === undefined ? '–' : String(number);
}
