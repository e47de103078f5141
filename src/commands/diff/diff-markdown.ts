import type { PhrasingContent, RootContent } from 'mdast';
import { isEmptyDiff } from '../../catalog/change/catalog-diff.js';
import type { CatalogDiff, Change, OperationChange } from '../../catalog/change/catalog-diff.js';
import type { Operation } from '../../catalog/model/model.js';
import {
  OPEN,
  code,
  folded,
  heading,
  list,
  paragraph,
  prose,
  strong,
  table,
  words,
  writeMarkdown,
} from '../../report/mdast.js';
import type { Impact, ImpactChange, ImpactResult } from './diff-impact.js';
import { changeWords, summaryLine } from './diff-text.js';

/** A difference for a changelog or a pull request: what changes in what is needed first, long parts folded. */
export function diffMarkdown(diffs: readonly CatalogDiff[], impact: ImpactResult | undefined): string {
  const changed = diffs.filter((diff) => !isEmptyDiff(diff));
  const blocks = changed.flatMap((diff) => [
    heading(2, words('Catalog of '), code(diff.cloud)),
    paragraph(words(`${summaryLine(diff)}.`)),
    ...cloudBlocks(diff),
  ]);
  if (changed.length === 0) blocks.push(paragraph(words('The catalogs say the same.')));
  if (impact) blocks.push(...impactBlocks(impact));
  return writeMarkdown(blocks);
}

function cloudBlocks({ services, operations, endpoints, actions }: CatalogDiff): RootContent[] {
  const needs = operations.changed.filter(({ changes }) => changes.some(({ requires }) => requires));
  const others = operations.changed.filter((change) => !needs.includes(change));
  return [
    ...section('Services', [
      ...services.added.map((name) => [words('added '), code(name)]),
      ...services.removed.map((name) => [words('removed '), code(name)]),
    ]),
    ...needsTable(needs),
    ...operationTable('New operations', operations.added),
    ...operationTable('Operations that are gone', operations.removed),
    ...section(
      'Operations with another name or description',
      others.map(({ id, renamedFrom, changes }) => [
        ...nowCalled(renamedFrom, id),
        ...changes.flatMap(describe),
      ]),
    ),
    ...section(
      'Actions renamed',
      actions.renamed.map(({ from, to }) => [code(from), words(' is now '), ...codes(to)]),
    ),
    ...section(
      'New actions',
      actions.added.map((name) => [code(name)]),
    ),
    ...section(
      'Actions that are gone',
      actions.removed.map((name) => [code(name)]),
    ),
    ...section(
      'Actions described otherwise',
      actions.changed.map(({ name, changes }) => [code(name), ...changes.flatMap(describe)]),
    ),
    ...section(
      'New endpoints',
      endpoints.added.map((name) => [code(name)]),
    ),
    ...section(
      'Endpoints that are gone',
      endpoints.removed.map((name) => [code(name)]),
    ),
  ];
}

function needsTable(changed: readonly OperationChange[]): RootContent[] {
  if (changed.length === 0) return [];
  const rows = changed.map(({ operation, changes }) => {
    const needs = changes.filter(({ requires }) => requires);
    return [
      [code(operation.id)],
      codes(operation.endpoints),
      changeCell(needs, 'removed'),
      changeCell(needs, 'added'),
    ];
  });
  const head = ['Operation', 'Endpoint', 'No longer', 'Now'];
  return [heading(3, words('What APIs need')), ...longTable(head, rows, 'operations')];
}

function nowCalled(before: string | undefined, now: string): PhrasingContent[] {
  return before === undefined ? [code(now)] : [code(before), words(' is now '), code(now)];
}

function operationTable(title: string, operations: readonly Operation[]): RootContent[] {
  if (operations.length === 0) return [];
  const rows = operations.map((operation) => [
    [code(operation.id)],
    codes(operation.endpoints),
    prose(operation.title.en ?? operation.title['zh-cn'] ?? ''),
  ]);
  return [heading(3, words(title)), ...longTable(['Operation', 'Endpoint', 'Title'], rows, 'operations')];
}

function longTable(
  head: readonly string[],
  rows: readonly PhrasingContent[][][],
  what: string,
): RootContent[] {
  const whole = table(head, [...rows]);
  return rows.length <= OPEN ? [whole] : folded(`${rows.length} ${what}`, [whole]);
}

function section(title: string, items: readonly (readonly PhrasingContent[])[]): RootContent[] {
  if (items.length === 0) return [];
  const all = list(items.map((item) => [paragraph(...item)]));
  const content = items.length <= OPEN ? [all] : folded(String(items.length), [all]);
  return [heading(3, words(title)), ...content];
}

function changeCell(changes: readonly Change[], side: 'added' | 'removed'): PhrasingContent[] {
  return joined(
    changes.flatMap((change) =>
      change[side].map((text) =>
        change.what === 'action' ? [code(text)] : [code(text), words(` (${change.what})`)],
      ),
    ),
  );
}

function describe({ what, removed, added }: Change): PhrasingContent[] {
  return [words(`; ${what}: `), ...codesOrNothing(removed), words(' → '), ...codesOrNothing(added)];
}

function codesOrNothing(texts: readonly string[]): PhrasingContent[] {
  return texts.length > 0 ? codes(texts) : [words('nothing')];
}

function codes(texts: readonly string[]): PhrasingContent[] {
  return joined(texts.map((text) => [code(text)]));
}

function joined(parts: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [words(', '), ...part]));
}

function impactBlocks({ impacts, judged }: ImpactResult): RootContent[] {
  if (impacts.length === 0)
    return [
      heading(2, words('Verdicts')),
      paragraph(
        words(`${judged} policies and manifests were judged with both catalogs; no verdict changes.`),
      ),
    ];
  return [
    heading(2, words('Verdicts')),
    paragraph(words(`${impacts.length} of ${judged} policies and manifests change.`)),
    ...impacts.flatMap((impact) => [
      paragraph(code(impact.path), ...verdictOf(impact)),
      list(impact.changes.map((change) => [paragraph(...impactChange(change))])),
    ]),
  ];
}

function verdictOf({ breaks }: Impact): PhrasingContent[] {
  return breaks ? [words(' — '), strong(words('now lacks permissions'))] : [];
}

function impactChange(change: ImpactChange): PhrasingContent[] {
  const { kind, subject, because } = change;
  const about = kind === 'finding' ? prose(subject) : [code(subject)];
  const why = because.length > 0 ? [words(' — '), ...prose(because.join('; '))] : [];
  return [words(`${changeWords(change)}: `), ...about, ...why];
}
