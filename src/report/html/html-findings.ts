import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { FileRecord, Finding, Related } from '../../lint/results/lint-record.js';
import { en as overviewEn } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { labelOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { mostSevereFirst } from '../file-order.js';
import { classesOf } from '../finding-classes.js';
import type { FindingClass } from '../finding-classes.js';
import { dangersOf } from '../run-overview.js';
import type { Overview } from '../run-overview.js';
import { insideOf } from '../inside.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { foldSame } from '../same-findings.js';
import type { SameElsewhere } from '../same-findings.js';
import { codeFrame } from '../text/code-frame.js';
import { ruleAnchor } from './html-overview.js';
import type { Anchors } from './html-overview.js';
import { anchor, code, place, sentence, words } from './html-parts.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overviewEn);

/** Findings of a rule that stand open. */
const SHOWN = 3;

interface Shown {
  readonly file: FileRecord;
  readonly finding: Finding;
  readonly elsewhere: SameElsewhere | undefined;
}

/** Dangers and errors open, warnings folded, each by rule; a finding that many files have stands once. */
export function* findingSections(
  input: ReportInput,
  overview: Overview,
  anchors: Anchors,
  style: ReportStyle,
): Generator<Element> {
  const reasons = reasonsIn(input.record);
  const all = shownFindings(input, reasons);
  const articleOf = articles(input, anchors, reasons, style);
  for (const one of classesOf(input)) {
    const own = all.filter(({ finding }) => one.holds(finding));
    if (own.length === 0) continue;
    yield h('section', { id: one.name }, [
      h('h2', sayOfRun(`${one.name}Title`)),
      ...overview.rules.flatMap(({ rule }) => {
        const found = own.filter(({ finding }) => finding.rule === rule);
        const id = ruleAnchor(one.name, overview, rule);
        return found.length === 0 ? [] : [ruleGroup(one.name, rule, id, found, articleOf)];
      }),
    ]);
  }
}

function shownFindings(input: ReportInput, reasons: Reasons): readonly Shown[] {
  const files = mostSevereFirst(input.record.files, dangersOf(input));
  const fold = foldSame(files, reasons);
  return files.flatMap((file) =>
    file.findings.flatMap((finding) => {
      const elsewhere = fold(finding);
      if (elsewhere === 'shown') return [];
      return { file, finding, elsewhere: elsewhere === 'alone' ? undefined : elsewhere };
    }),
  );
}

function ruleGroup(
  name: FindingClass['name'],
  rule: string,
  id: string,
  found: readonly Shown[],
  articleOf: (shown: Shown) => Element,
): Element {
  const count = found.reduce((sum, { elsewhere }) => sum + 1 + (elsewhere?.places.length ?? 0), 0);
  const title = sentence((mark) =>
    sayOfRun('ofRuleTitle', { rule: mark(anchor(found[0]?.finding.url, rule)), count }),
  );
  const made = found.map(articleOf);
  if (name === 'warnings')
    return h('details', { className: ['group'], id }, [
      h('summary', sayOfRun('ofRuleTitle', { rule: printable(rule), count })),
      ...made,
    ]);
  const rest = made.slice(SHOWN);
  return h('div', { className: ['group'], id }, [
    h('h3', title),
    ...made.slice(0, SHOWN),
    ...(rest.length === 0
      ? []
      : [h('details', [h('summary', say('moreFindings', { count: rest.length })), ...rest])]),
  ]);
}

/** Makes articles; the first of a file has the file's anchor. */
function articles(
  input: ReportInput,
  anchors: Anchors,
  reasons: Reasons,
  style: ReportStyle,
): (shown: Shown) => Element {
  const isDangerous = dangersOf(input);
  const used = new Set<string>();
  const idOf = (path: string): string | undefined => {
    const id = anchors.ofFile(path);
    if (id === undefined || used.has(id)) return undefined;
    used.add(id);
    return id;
  };
  return ({ file: { path }, finding, elsewhere }) => {
    const { severity, confidence, rule } = finding;
    const others = elsewhere?.places ?? [];
    const paths = [...new Set([path, ...others.map((other) => other.path)])];
    const ids = paths.flatMap((one) => idOf(one) ?? []);
    const lines = input.textOf(path)?.split(/\r\n|\n|\r/) ?? [];
    const plain = (text: string): string => text;
    const frame = codeFrame(lines, finding, { columns: 110, dim: plain, mark: plain });
    const notes = [
      ...reasons(path, finding).map((reason) => reasonItem(reason, style)),
      ...finding.related.map((related) => relatedItem(related, style)),
    ];
    const grades = isDangerous(rule) ? `${severity} danger` : severity;
    return h(
      'article',
      {
        className: [severity],
        'data-rule': printable(rule),
        'data-grades': grades,
        'data-files': paths.map(printable).join('\n'),
      },
      [
        ...ids.map((id) => h('span', { id })),
        h('p', { className: ['where'] }, [
          h('strong', say('severity', { severity })),
          words(say('doubt', { confidence })),
          words(' '),
          ...whereOf(path, finding, style),
        ]),
        h('p', { className: ['message'] }, printable(finding.message)),
        ...insideOf(path, finding).map((inside) => h('p', h('code', inside))),
        ...(frame.length === 0 ? [] : [h('pre', { tabIndex: 0 }, h('code', frame.join('\n')))]),
        ...(notes.length === 0 ? [] : [h('ul', notes)]),
        ...alsoAt(elsewhere, style),
      ],
    );
  };
}

function alsoAt(elsewhere: SameElsewhere | undefined, style: ReportStyle): Element[] {
  if (elsewhere === undefined) return [];
  const items = elsewhere.places.map(({ path, line, column }) =>
    h('li', place(path, line, `${path}:${String(line)}:${String(column)}`, style)),
  );
  return [h('details', [h('summary', sayOfRun('alsoAtCount', { count: items.length })), h('ul', items)])];
}

function whereOf(path: string, { line, column, fix }: Finding, style: ReportStyle): ElementContent[] {
  const where = place(path, line, `${path}:${line}:${column}`, style);
  return fix ? sentence((mark) => say('hasFix', { place: mark(where) })) : [where];
}

/** Why, where the call is declared, and the lines that it was found in. */
function reasonItem(reason: Reason, style: ReportStyle): Element {
  const { manifest, line, origins = [] } = reason;
  const found = origins.map((origin) =>
    origin.line === undefined ? code(origin.file) : place(origin.file, origin.line, labelOf(origin), style),
  );
  return h(
    'li',
    sentence((mark) =>
      say('becauseReason', {
        reason: mark(words(printable(reasonSentence(reason)))),
        declared:
          manifest === undefined || line === undefined
            ? []
            : [mark(place(manifest, line, `${manifest}:${line}`, style))],
        places: found.map((one) => mark(one)),
      }),
    ),
  );
}

function relatedItem({ path, line, column, message }: Related, style: ReportStyle): Element {
  const where = place(path, line, `${path}:${line}:${column}`, style);
  return h(
    'li',
    sentence((mark) => say('relatedPlace', { place: mark(where), message: mark(words(printable(message))) })),
  );
}
