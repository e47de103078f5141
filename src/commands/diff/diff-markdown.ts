import type { PhrasingContent, RootContent } from 'mdast';
import { isEmptyDiff } from '../../catalog/change/catalog-diff.js';
import type { CatalogDiff } from '../../catalog/change/catalog-diff.js';
import type { Change } from '../../catalog/change/diff-fields.js';
import type { OperationChange } from '../../catalog/change/diff-operations.js';
import type { Operation } from '../../catalog/model/model.js';
import { spokenTitle } from '../../catalog/model/spoken-title.js';
import { append } from '../../long-lists.js';
import {
  code,
  folded,
  heading,
  list,
  OPEN,
  paragraph,
  prose,
  sentence,
  strong,
  table,
  words,
  writeMarkdown,
} from '../../report/markdown/mdast.js';
import { impactSummary, say, subjectOf, summaryOf } from './diff-wording.js';
import type { Impact, ImpactChange, ImpactResult } from './impact.js';

/** A difference for a changelog or a pull request: what changes in what is needed first, long parts folded. */
export function diffMarkdown(diffs: readonly CatalogDiff[], impact: ImpactResult | undefined): string {
  const changed = diffs.filter((diff) => !isEmptyDiff(diff));
  const blocks = changed.flatMap((diff) => [
    heading(2, ...sentence((place) => say('catalogOf', { cloud: place(code(diff.cloud)) }))),
    paragraph(words(`${summaryOf(diff)}.`)),
    ...cloudBlocks(diff),
  ]);
  if (changed.length === 0) blocks.push(paragraph(words(say('sameCatalogs'))));
  if (impact) append(blocks, impactBlocks(impact));
  return writeMarkdown(blocks);
}

function cloudBlocks({ services, operations, endpoints, actions }: CatalogDiff): RootContent[] {
  const needs = operations.changed.filter(({ changes }) => changes.some(({ requires }) => requires));
  const others = operations.changed.filter((change) => !needs.includes(change));
  return [
    ...section(say('services'), [
      ...services.added.map((name) =>
        sentence((place) => say('serviceAdded', { service: place(code(name)) })),
      ),
      ...services.removed.map((name) =>
        sentence((place) => say('serviceRemoved', { service: place(code(name)) })),
      ),
    ]),
    ...needsTable(needs),
    ...operationTable(say('newOperations'), operations.added),
    ...operationTable(say('goneOperations'), operations.removed),
    ...section(
      say('describedOperations'),
      others.map(({ id, renamedFrom, changes }) => [
        ...(renamedFrom === undefined ? [code(id)] : nowCalled(renamedFrom, [id])),
        ...changes.flatMap(describe),
      ]),
    ),
    ...section(
      say('renamedActions'),
      actions.renamed.map(({ from, to }) => nowCalled(from, to)),
    ),
    ...names(say('newActions'), actions.added),
    ...names(say('goneActions'), actions.removed),
    ...section(
      say('describedActions'),
      actions.changed.map(({ name, changes }) => [code(name), ...changes.flatMap(describe)]),
    ),
    ...names(say('newEndpoints'), endpoints.added),
    ...names(say('goneEndpoints'), endpoints.removed),
  ];
}

function needsTable(operations: readonly OperationChange[]): RootContent[] {
  if (operations.length === 0) return [];
  const rows = operations.map(({ operation, changes }) => {
    const needs = changes.filter(({ requires }) => requires);
    return [
      [code(operation.id)],
      codes(operation.endpoints),
      changeCell(needs, 'removed'),
      changeCell(needs, 'added'),
    ];
  });
  const head = [say('operation'), say('endpoint'), say('noLonger'), say('now')];
  return [heading(3, words(say('needs'))), ...longTable(head, rows)];
}

function operationTable(title: string, operations: readonly Operation[]): RootContent[] {
  if (operations.length === 0) return [];
  const rows = operations.map((operation) => [
    [code(operation.id)],
    codes(operation.endpoints),
    prose(spokenTitle(operation.title) ?? ''),
  ]);
  const head = [say('operation'), say('endpoint'), say('title')];
  return [heading(3, words(title)), ...longTable(head, rows)];
}

/** @param rows one for each operation. */
function longTable(head: readonly string[], rows: readonly PhrasingContent[][][]): RootContent[] {
  const whole = table(head, [...rows]);
  return rows.length <= OPEN ? [whole] : folded(say('countOfOperations', { count: rows.length }), [whole]);
}

function names(title: string, items: readonly string[]): RootContent[] {
  return section(
    title,
    items.map((name) => [code(name)]),
  );
}

function section(title: string, items: readonly (readonly PhrasingContent[])[]): RootContent[] {
  if (items.length === 0) return [];
  const all = list(items.map((item) => [paragraph(...item)]));
  return [heading(3, words(title)), ...(items.length <= OPEN ? [all] : folded(String(items.length), [all]))];
}

function changeCell(changes: readonly Change[], side: 'added' | 'removed'): PhrasingContent[] {
  return joined(
    changes.flatMap((change) =>
      change[side].map((text) =>
        change.what === 'action' ? [code(text)] : [code(text), words(` (${subjectOf(change)})`)],
      ),
    ),
  );
}

function nowCalled(before: string, after: readonly string[]): PhrasingContent[] {
  return sentence((place) =>
    say('nowCalled', { before: place(code(before)), after: place(...codes(after)) }),
  );
}

function describe(change: Change): PhrasingContent[] {
  const texts = (side: readonly string[]) => (side.length > 0 ? codes(side) : [words(say('nothing'))]);
  return [
    words('; '),
    ...sentence((place) =>
      say('changedFromTo', {
        subject: subjectOf(change),
        before: place(...texts(change.removed)),
        after: place(...texts(change.added)),
      }),
    ),
  ];
}

function codes(texts: readonly string[]): PhrasingContent[] {
  return joined(texts.map((text) => [code(text)]));
}

function joined(parts: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [words(', '), ...part]));
}

function impactBlocks(result: ImpactResult): RootContent[] {
  return [
    heading(2, words(say('verdicts'))),
    paragraph(words(impactSummary(result))),
    ...result.impacts.flatMap((impact) => [
      paragraph(...impactHead(impact)),
      list(impact.changes.map((change) => [paragraph(...verdictItem(change))])),
    ]),
  ];
}

function impactHead({ path, breaks }: Impact): PhrasingContent[] {
  if (!breaks) return [code(path)];
  const warning = strong(words(say('lacksPermissions')));
  return sentence((place) => say('nowLacking', { path: place(code(path)), warning: place(warning) }));
}

function verdictItem({ kind, change, subject, because }: ImpactChange): PhrasingContent[] {
  const about = kind === 'finding' ? prose(subject) : [code(subject)];
  const verdict = sentence((place) => say('verdictChange', { kind, change, subject: place(...about) }));
  return because.length === 0 ? verdict : [...verdict, words(' — '), ...prose(because.join('; '))];
}
