import { createHash } from 'node:crypto';
import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type {
  FileRecord,
  Finding,
  JudgedCallRecord,
  LintSummary,
  Related,
  UnprovenRecord,
  WorkloadRecord,
} from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/report.js';
import { speaker } from '../../wording/speaker.js';
import { labelOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { codeFrame } from '../text/code-frame.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { caveats, shortfalls, shownWorkloads, verdictSentence } from '../summary.js';
import { changesSection } from './html-changes.js';
import { anchor, code, place, sentence, words } from './html-parts.js';
import { STYLESHEET } from './html-style.js';

const say = speaker('report', en);

/** One page that needs nothing else: no script, no request, and a content security policy that allows neither. */
export function* renderHtml(input: ReportInput, style: ReportStyle): Generator<string> {
  const { record } = input;
  const reasons = reasonsIn(record);
  const title = `${record.tool.name} ${record.tool.version}`;
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: contentPolicy() }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', title),
      h('style', STYLESHEET),
    ]),
    h('body', [
      h('main', [
        h('h1', say('reportTitle')),
        ...changesSection(record.changes),
        h('p', { className: ['verdict', verdictClass(record.summary)] }, verdictSentence(record)),
        ...caveats(record).map((caveat) => h('p', caveat)),
      ]),
      h('footer', h('p', title)),
    ]),
  ]);
  // What is untrusted is escaped in it, so that this is the tag.
  const shell = write([{ type: 'doctype' }, page]);
  const end = shell.lastIndexOf('</main>');
  yield shell.slice(0, end);
  for (const workload of shownWorkloads(record)) yield write([workloadSection(workload)]);
  for (const file of record.files)
    if (file.findings.length > 0) yield write([fileSection(file, input, style, reasons)]);
  yield write(skippedSection(record.files));
  yield `${shell.slice(end)}\n`;
}

function write(children: RootContent[]): string {
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

function contentPolicy(): string {
  const style = createHash('sha256').update(STYLESHEET).digest('base64');
  return `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`;
}

function verdictClass({ errors, warnings }: LintSummary): string {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'clean';
}

function workloadSection(workload: WorkloadRecord): Element {
  const judged = sentence((mark) =>
    say('judgedAgainst', {
      calls: workload.calls,
      policies: workload.policies.map((policy) => mark(code(policy))),
      short: shortfalls(workload),
    }),
  );
  return h('section', [
    h('h2', code(workload.manifest)),
    h('p', judged),
    ...callTable(workload.judged),
    ...unprovenList(workload.unproven),
  ]);
}

function callTable(calls: readonly JudgedCallRecord[]): Element[] {
  if (calls.length === 0) return [];
  const columns = [say('columnCall'), say('columnNeeds'), say('columnStatus')];
  const head = h(
    'tr',
    columns.map((name) => h('th', { scope: 'col' }, name)),
  );
  return [h('table', [h('thead', head), h('tbody', calls.map(callRow))])];
}

function callRow({ call, title, needs, cases = [], status }: JudgedCallRecord): Element {
  const isFine = status === 'granted' || status === 'no-permission';
  const lines = [
    ...needs.map((need) => [neededAction(need)]),
    ...cases.map(({ scenario, needs: besides }) =>
      sentence((mark) =>
        say('inCase', {
          scenario: mark(words(printable(scenario))),
          needs: besides.map((need) => mark(neededAction(need))),
        }),
      ),
    ),
  ];
  return h('tr', [
    h('td', title === undefined ? [code(call)] : [code(call), h('br'), printable(title)]),
    h(
      'td',
      lines.flatMap((line, index) => (index === 0 ? line : [h('br'), ...line])),
    ),
    h('td', { className: ['status', isFine ? 'clean' : 'short'] }, printable(status)),
  ]);
}

function neededAction({ action, status }: JudgedCallRecord['needs'][number]): Element {
  return h('code', { className: status === 'granted' ? [] : ['short'] }, printable(action));
}

function unprovenList(unproven: readonly UnprovenRecord[]): Element[] {
  if (unproven.length === 0) return [];
  return [h('h3', say('unprovenTitle')), h('ul', unproven.map(unprovenItem))];
}

function unprovenItem({ subject, reason, candidates = [] }: UnprovenRecord): Element {
  const head = sentence((mark) =>
    say('unprovenReason', { subject: mark(code(subject)), reason: mark(words(printable(reason))) }),
  );
  const items = candidates.map((name) => h('li', code(name)));
  return h('li', items.length === 0 ? head : [...head, h('ul', items)]);
}

function fileSection(file: FileRecord, input: ReportInput, style: ReportStyle, reasons: Reasons): Element {
  const lines = input.textOf(file.path)?.split(/\r\n|\n|\r/) ?? [];
  return h('section', [
    h('h2', code(file.path)),
    ...file.findings.map((finding) => findingArticle(file.path, finding, lines, style, reasons)),
  ]);
}

function findingArticle(
  path: string,
  finding: Finding,
  lines: readonly string[],
  style: ReportStyle,
  reasons: Reasons,
): Element {
  const { severity, confidence } = finding;
  const plain = (text: string): string => text;
  const frame = codeFrame(lines, finding, { columns: 110, dim: plain, mark: plain });
  const notes = [
    ...reasons(path, finding).map((reason) => reasonItem(reason, style)),
    ...finding.related.map((related) => relatedItem(related, style)),
  ];
  return h('article', { className: [severity] }, [
    h('h3', [
      anchor(finding.url, finding.rule),
      ` ${severity}`,
      ...(confidence === 'certain' ? [] : [h('small', ` (${confidence})`)]),
    ]),
    h('p', printable(finding.message)),
    h('p', { className: ['where'] }, whereOf(path, finding, style)),
    ...(frame.length === 0 ? [] : [h('pre', { tabIndex: 0 }, h('code', frame.join('\n')))]),
    ...(notes.length === 0 ? [] : [h('ul', notes)]),
  ]);
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

function skippedSection(files: readonly FileRecord[]): Element[] {
  const skipped = files.filter((file) => !file.checked && file.findings.length === 0);
  if (skipped.length === 0) return [];
  const items = skipped.map(({ path, reason = say('noPolicy') }) =>
    h(
      'li',
      sentence((mark) =>
        say('skippedFor', { path: mark(code(path)), reason: mark(words(printable(reason))) }),
      ),
    ),
  );
  return [h('details', [h('summary', say('filesSkipped', { count: skipped.length })), h('ul', items)])];
}
