import { createColors } from 'picocolors';
import { isEmptyDiff } from '../../catalog/change/catalog-diff.js';
import type { CatalogDiff } from '../../catalog/change/catalog-diff.js';
import type { Change } from '../../catalog/change/diff-fields.js';
import type { Operation } from '../../catalog/model/model.js';
import { printable } from '../../report/printable.js';
import { impactSummary, say, subjectOf, summaryOf } from './diff-wording.js';
import type { Impact, ImpactChange, ImpactResult } from './impact.js';

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
  if (changed.length === 0) sections.push(`${say('sameCatalogs')}\n`);
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
    ...part(say('services'), [...services.added.map(added), ...services.removed.map(removed)]),
    ...part(say('operations'), [
      ...operations.added.map((operation) => added(operationLine(operation))),
      ...operations.removed.map((operation) => removed(operationLine(operation))),
      ...operations.changed.flatMap(({ operation, renamedFrom, changes }) => [
        changed([renamedFrom ?? [], operationLine(operation)].flat().join(' → ')),
        ...changes.flatMap((change) => changeLines(change, colors)),
      ]),
    ]),
    ...part(say('endpoints'), [...endpoints.added.map(added), ...endpoints.removed.map(removed)]),
    ...part(say('actions'), [
      ...actions.added.map(added),
      ...actions.removed.map(removed),
      ...actions.renamed.map(({ from, to }) => changed(`${from} → ${to.join(', ')}`)),
      ...actions.changed.flatMap(({ name, changes }) => [
        changed(name),
        ...changes.flatMap((change) => changeLines(change, colors)),
      ]),
    ]),
    summaryOf(diff),
    '',
  ].join('\n');
}

function operationLine({ id, endpoints, title }: Operation): string {
  return [id, endpoints.join(', '), title.en ?? title['zh-cn'] ?? '']
    .filter((part) => part !== '')
    .join('  ');
}

function changeLines(change: Change, colors: Colors): string[] {
  const subject = subjectOf(change);
  const label = change.requires ? colors.bold(subject) : subject;
  return [
    ...change.removed.map((text) => `      ${label}: ${colors.red(`- ${printable(text)}`)}`),
    ...change.added.map((text) => `      ${label}: ${colors.green(`+ ${printable(text)}`)}`),
  ];
}

function impactSection(result: ImpactResult, colors: Colors): string {
  const summary = `${impactSummary(result)}\n`;
  if (result.impacts.length === 0) return summary;
  const lines = result.impacts.flatMap((impact) => impactLines(impact, colors));
  return [colors.bold(say('verdicts')), ...lines, '', summary].join('\n');
}

function impactLines({ path, breaks, changes }: Impact, colors: Colors): string[] {
  const mark = breaks ? colors.red('✗') : colors.yellow('~');
  return [
    `${mark} ${colors.bold(printable(path))}`,
    ...changes.map((change) => `  ${verdictLine(change, colors)}`),
  ];
}

function verdictLine({ kind, change, subject, because }: ImpactChange, colors: Colors): string {
  const verdict = say('verdictChange', { kind, change, subject: printable(subject) });
  return because.length === 0 ? verdict : `${verdict}${colors.dim(` — ${printable(because.join('; '))}`)}`;
}
