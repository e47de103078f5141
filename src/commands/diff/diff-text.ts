import { createColors } from 'picocolors';
import { isEmptyDiff } from '../../catalog/change/catalog-diff.js';
import type { CatalogDiff, Change } from '../../catalog/change/catalog-diff.js';
import type { Operation } from '../../catalog/model/model.js';
import { printable } from '../../report/printable.js';
import { count } from '../../report/summary.js';
import type { ImpactChange, ImpactResult } from './diff-impact.js';

type Colors = ReturnType<typeof createColors>;

/** A difference for a terminal: `+` came, `-` went, `~` changed. */
export function diffText(
  diffs: readonly CatalogDiff[],
  impact: ImpactResult | undefined,
  color: boolean,
): string {
  const colors = createColors(color);
  const changed = diffs.filter((diff) => !isEmptyDiff(diff));
  const sections = changed.map((diff) => cloudSection(diff, colors));
  if (changed.length === 0) sections.push('The catalogs say the same.\n');
  if (impact) sections.push(impactSection(impact, colors));
  return sections.join('\n');
}

function cloudSection(diff: CatalogDiff, colors: Colors): string {
  const added = (text: string) => `  ${colors.green('+')} ${printable(text)}`;
  const removed = (text: string) => `  ${colors.red('-')} ${printable(text)}`;
  const changed = (text: string) => `  ${colors.yellow('~')} ${printable(text)}`;
  const part = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [colors.bold(heading), ...lines, ''];
  const { operations, actions, endpoints, services } = diff;
  return [
    colors.cyan(diff.cloud),
    '',
    ...part('Services', [...services.added.map(added), ...services.removed.map(removed)]),
    ...part('Operations', [
      ...operations.added.map((operation) => added(operationLine(operation))),
      ...operations.removed.map((operation) => removed(operationLine(operation))),
      ...operations.changed.flatMap(({ operation, renamedFrom, changes }) => [
        changed(`${renamedFrom === undefined ? '' : `${renamedFrom} → `}${operationLine(operation)}`),
        ...changes.flatMap((change) => changeLines(change, colors)),
      ]),
    ]),
    ...part('Endpoints', [...endpoints.added.map(added), ...endpoints.removed.map(removed)]),
    ...part('Actions', [
      ...actions.added.map(added),
      ...actions.removed.map(removed),
      ...actions.renamed.map(({ from, to }) => changed(`${from} → ${to.join(', ')}`)),
      ...actions.changed.flatMap(({ name, changes }) => [
        changed(name),
        ...changes.flatMap((change) => changeLines(change, colors)),
      ]),
    ]),
    summaryLine(diff),
    '',
  ].join('\n');
}

function changeLines({ what, removed, added, requires }: Change, colors: Colors): string[] {
  const label = requires ? colors.bold(what) : what;
  return [
    ...removed.map((text) => `      ${label}: ${colors.red(`- ${printable(text)}`)}`),
    ...added.map((text) => `      ${label}: ${colors.green(`+ ${printable(text)}`)}`),
  ];
}

function impactSection({ impacts, judged, problems }: ImpactResult, colors: Colors): string {
  if (impacts.length === 0) {
    const all = count(judged, 'policy or manifest', 'policies and manifests');
    const outcome = problems.length > 0 ? 'no change in what could be read' : 'no verdict changes';
    return `${all} judged with both catalogs: ${outcome}.\n`;
  }
  const lines = impacts.flatMap((impact) => [
    `${impact.breaks ? colors.red('✗') : colors.yellow('~')} ${colors.bold(printable(impact.path))}`,
    ...impact.changes.map((change) => impactLine(change, colors)),
  ]);
  const broken = impacts.filter(({ breaks }) => breaks).length;
  return [
    colors.bold('Verdicts'),
    ...lines,
    '',
    `${impacts.length} of ${judged} policies and manifests change${broken > 0 ? `, ${broken} of them for the worse` : ''}.`,
    '',
  ].join('\n');
}

function impactLine(change: ImpactChange, colors: Colors): string {
  const { subject, because } = change;
  const why = because.length > 0 ? colors.dim(` — ${printable(because.join('; '))}`) : '';
  return `  ${changeWords(change)}: ${printable(subject)}${why}`;
}

/** `now missing`, `no longer reported` */
export function changeWords({ kind, change }: ImpactChange): string {
  return `${change === 'new' ? 'now' : 'no longer'} ${kind === 'finding' ? 'reported' : kind}`;
}

/** `12 operations added, 3 removed, …` */
export function summaryLine({ operations, actions, endpoints }: CatalogDiff): string {
  const needs = operations.changed.filter(({ changes }) => changes.some(({ requires }) => requires)).length;
  const renamed = operations.changed.filter(({ renamedFrom }) => renamedFrom !== undefined).length;
  const parts = [
    [operations.added.length, 'added'],
    [operations.removed.length, 'removed'],
    [renamed, 'renamed'],
    [operations.changed.length, 'changed'],
    [needs, 'of them in what they need'],
  ] as const;
  const list = (numbers: readonly (readonly [number, string])[]) =>
    numbers
      .filter(([number]) => number > 0)
      .map(([number, word]) => `${number} ${word}`)
      .join(', ') || 'unchanged';
  return [
    `Operations: ${list(parts)}`,
    `endpoints: ${list([
      [endpoints.added.length, 'added'],
      [endpoints.removed.length, 'removed'],
    ])}`,
    `actions: ${list([
      [actions.added.length, 'added'],
      [actions.removed.length, 'removed'],
      [actions.renamed.length, 'renamed'],
      [actions.changed.length, 'changed'],
    ])}`,
  ].join('; ');
}

export function operationLine(operation: Operation): string {
  return [operation.id, operation.endpoints.join(', '), operation.title.en ?? operation.title['zh-cn'] ?? '']
    .filter((part) => part !== '')
    .join('  ');
}
