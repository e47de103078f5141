import type { RootContent } from 'mdast';
import type { Doubt, Source } from '../../catalog/model/model.js';
import { groupBy } from '../cloud-facts.js';
import type { CloudFacts } from '../cloud-facts.js';
import { code, heading, linkTo, paragraph, table, text, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionPlace, cloudPage, doubtsPage, operationPlace } from '../places.js';
import type { Reference, SkippedRows } from '../reference-facts.js';
import { Citations } from '../citations.js';
import { DOUBT_LABELS } from './apis-page.js';
import { counted } from './trail.js';

/** What is known to be less than certain in a cloud's catalog, kind by kind, and what was left out of it. */
export function doubtsPageOf(reference: Reference, facts: CloudFacts): Page {
  const path = doubtsPage(facts.cloud);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const kinds = groupBy(doubtsOf(facts, path), ({ doubt }) => doubt.kind);
  const body = KINDS.flatMap(({ kind, about }): RootContent[] => {
    const found = kinds.get(kind) ?? [];
    if (found.length === 0) return [];
    const rows = found.map(({ where, doubt, sources }): (Inline | Inline[])[] => [
      where,
      text(doubt.note),
      doubt.was === undefined ? '' : code(doubt.was),
      citations.cite(doubt.source === undefined ? sources.slice(0, 1) : [doubt.source]),
    ]);
    return [
      heading(2, `kind:${kind}`, text(DOUBT_LABELS[kind])),
      paragraph(`${about} ${counted(found.length, 'fact')}.`),
      table(['Where', 'What', kind === 'mismatch' ? 'Elsewhere' : 'On the page', 'Source'], rows),
    ];
  });
  const skipped = skippedRows(reference.skipped(facts.cloud), citations);
  const nothing = body.length + skipped.length === 0 ? [paragraph('Nothing is known to be doubtful.')] : [];
  const intro = paragraph(
    'Facts that rest on a repair, a guess or a choice between sources. Findings that rest on them say so.',
  );
  return {
    path,
    title: `Doubtful facts · ${facts.name}`,
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, 'Doubtful facts'),
        paragraph(linkTo(path, { page: cloudPage(facts.cloud) }, facts.name)),
        intro,
        ...nothing,
        ...body,
        ...skipped,
        ...citations.list(),
      ],
    },
  };
}

/** In the order of weight. */
const KINDS: readonly { readonly kind: Doubt['kind']; readonly about: string }[] = [
  { kind: 'conflict', about: 'Two documentation pages, or two rows, say different things.' },
  { kind: 'override', about: 'The documentation is wrong here and was corrected by hand, with a reason.' },
  {
    kind: 'near-name',
    about: 'The name looks like a misspelling of another; it is kept as the documentation writes it.',
  },
  { kind: 'mismatch', about: 'An independent source calls the API differently.' },
  { kind: 'guessed', about: 'The cell could be read in more than one way.' },
  { kind: 'repaired', about: 'A broken endpoint or action was mended.' },
];

interface DoubtfulFact {
  readonly where: Inline;
  readonly doubt: Doubt;
  readonly sources: readonly Source[];
}

function doubtsOf(facts: CloudFacts, path: string): DoubtfulFact[] {
  return [...facts.services.values()].flatMap((service) => [
    ...service.operations.flatMap((operation) =>
      (operation.doubts ?? []).map((doubt) => ({
        where: linkTo(
          path,
          operationPlace(facts.cloud, operation.id),
          ...titleText(operation.title, operation.id),
        ),
        doubt,
        sources: operation.sources,
      })),
    ),
    ...service.actions.flatMap((action) =>
      (action.entry?.doubts ?? []).map((doubt) => ({
        where: linkTo(path, actionPlace(facts.cloud, action.name), code(action.name)),
        doubt,
        sources: action.entry?.sources ?? [],
      })),
    ),
  ]);
}

function skippedRows(skipped: readonly SkippedRows[], citations: Citations): RootContent[] {
  if (skipped.length === 0) return [];
  const rows = skipped.map(({ source, reason, rows: count }): (Inline | Inline[])[] => [
    citations.cite([source]),
    text(reason),
    String(count),
  ]);
  return [
    heading(2, 'skipped:', 'Skipped rows'),
    paragraph('Rows of permission tables that hold no fact the catalog can carry.'),
    table(['Where', 'Why', 'Rows'], rows, [2]),
  ];
}
