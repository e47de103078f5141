import type { RootContent } from 'mdast';
import type { Doubt, Source } from '../../catalog/model/model.js';
import { en } from '../../wording/en/reference-pages.js';
import { speaker } from '../../wording/speaker.js';
import { groupBy } from '../cloud-facts.js';
import type { CloudFacts } from '../cloud-facts.js';
import { code, heading, linkTo, paragraph, table, text, titleText } from '../markdown/build-page.js';
import type { Inline } from '../markdown/build-page.js';
import type { Page } from '../page.js';
import { actionPlace, cloudPage, doubtsPage, operationPlace } from '../places.js';
import type { Reference, SkippedRows } from '../reference-facts.js';
import { Citations } from '../citations.js';

const say = speaker('reference-pages', en);

/** What is known to be less than certain in a cloud's catalog, kind by kind, and what was left out of it. */
export function doubtsPageOf(reference: Reference, facts: CloudFacts): Page {
  const path = doubtsPage(facts.cloud);
  const citations = new Citations(reference.urlsOf(facts.cloud));
  const kinds = groupBy(doubtsOf(facts, path), ({ doubt }) => doubt.kind);
  const body = KINDS.flatMap((kind) => kindBlocks(kind, kinds.get(kind) ?? [], citations));
  const skipped = skippedRows(reference.skipped(facts.cloud), citations);
  const nothing = body.length + skipped.length === 0 ? [paragraph(say('noDoubts'))] : [];
  return {
    path,
    title: say('doubtfulFactsOf', { cloud: facts.name }),
    tree: {
      type: 'root',
      children: [
        heading(1, undefined, say('doubtfulFacts')),
        paragraph(linkTo(path, { page: cloudPage(facts.cloud) }, facts.name)),
        paragraph(say('aboutDoubts')),
        ...nothing,
        ...body,
        ...skipped,
        ...citations.list(),
      ],
    },
  };
}

type Kind = Doubt['kind'];

/** Kinds of doubts with their weight: the lighter, the further down. */
const WEIGHTS: Readonly<Record<Kind, number>> = {
  conflict: 7,
  override: 6,
  'near-name': 5,
  mismatch: 4,
  guessed: 3,
  repaired: 2,
  transcribed: 1,
};
const KINDS = (Object.keys(WEIGHTS) as Kind[]).sort((a, b) => WEIGHTS[b] - WEIGHTS[a]);

function kindBlocks(kind: Kind, found: readonly DoubtfulFact[], citations: Citations): RootContent[] {
  if (found.length === 0) return [];
  const rows = found.map(({ where, doubt, sources }): (Inline | Inline[])[] => [
    where,
    text(doubt.note),
    doubt.was === undefined ? '' : code(doubt.was),
    citations.cite(doubt.source === undefined ? sources.slice(0, 1) : [doubt.source]),
  ]);
  const was = say(kind === 'mismatch' ? 'elsewhere' : 'onThePage');
  return [
    heading(2, `kind:${kind}`, say(kind)),
    paragraph(say('doubtCount', { about: say(`about ${kind}`), count: found.length })),
    table([say('where'), say('what'), was, say('source')], rows),
  ];
}

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
    heading(2, 'skipped:', say('skippedRows')),
    paragraph(say('aboutSkipped')),
    table([say('where'), say('why'), say('rows')], rows, [2]),
  ];
}
