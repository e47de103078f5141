import { createHash } from 'node:crypto';
import type { Element, ElementContent, RootContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { FileRecord, Finding, WorkloadRecord } from '../../lint/results/lint-record.js';
import { originsOf, reasonSentence, reasonsIn } from '../because-chain.js';
import type { Reason, Reasons } from '../because-chain.js';
import { codeFrame } from '../text/code-frame.js';
import { changesSection } from './html-changes.js';
import { STYLESHEET } from './html-style.js';
import { webLink } from '../web-link.js';
import { printable } from '../printable.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { caveats, count, shortfalls, shownWorkloads, verdictSentence } from '../summary.js';

/** One page that needs nothing else: no script, no request, and a content security policy that allows neither. */
export function* renderHtml(input: ReportInput, style: ReportStyle): Generator<string> {
  const { record } = input;
  const reasons = reasonsIn(record);
  const title = `${record.tool.name} ${record.tool.version}`;
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}'; base-uri 'none'; form-action 'none'`;
  const page = h('html', { lang: 'en' }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('title', title),
      h('style', STYLESHEET),
    ]),
    h('body', [
      h('main', [
        h('h1', 'IAM policy report'),
        ...changesSection(record.changes),
        h(
          'p',
          {
            className: [
              'verdict',
              record.summary.errors > 0 ? 'error' : record.summary.warnings > 0 ? 'warning' : 'clean',
            ],
          },
          verdictSentence(record),
        ),
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

function workloadSection(workload: WorkloadRecord): Element {
  const short = shortfalls(workload);
  const rows = workload.judged.map((call) =>
    h('tr', [
      h('td', [
        h('code', printable(call.call)),
        ...(call.title === undefined ? [] : [h('br'), printable(call.title)]),
      ]),
      h(
        'td',
        call.needs.flatMap((need, index) => [
          ...(index === 0 ? [] : [h('br')]),
          h('code', { className: need.status === 'granted' ? [] : ['short'] }, printable(need.action)),
        ]),
      ),
      h(
        'td',
        {
          className: [
            'status',
            call.status === 'granted' || call.status === 'no-permission' ? 'clean' : 'short',
          ],
        },
        printable(call.status),
      ),
    ]),
  );
  return h('section', [
    h('h2', h('code', printable(workload.manifest))),
    h('p', [
      `${count(workload.calls, 'call')} judged against `,
      ...workload.policies.flatMap((policy, index) => [
        ...(index === 0 ? [] : [', ']),
        h('code', printable(policy)),
      ]),
      short.length === 0 ? ': all granted, nothing in excess.' : `: ${short.join(', ')}.`,
    ]),
    ...(rows.length === 0
      ? []
      : [
          h('table', [
            h(
              'thead',
              h(
                'tr',
                ['Call', 'Needs', 'Status'].map((name) => h('th', { scope: 'col' }, name)),
              ),
            ),
            h('tbody', rows),
          ]),
        ]),
    ...(workload.unproven.length === 0
      ? []
      : [
          h('h3', 'Unproven'),
          h(
            'ul',
            workload.unproven.map(({ subject, reason, candidates }) =>
              h('li', [
                h('code', printable(subject)),
                `: ${printable(reason)}`,
                ...(candidates === undefined || candidates.length === 0
                  ? []
                  : [
                      h(
                        'ul',
                        candidates.map((name) => h('li', h('code', printable(name)))),
                      ),
                    ]),
              ]),
            ),
          ),
        ]),
  ]);
}

function fileSection(file: FileRecord, input: ReportInput, style: ReportStyle, reasons: Reasons): Element {
  const lines = input.textOf(file.path)?.split(/\r\n|\n|\r/) ?? [];
  return h('section', [
    h('h2', h('code', printable(file.path))),
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
  const plain = (text: string): string => text;
  const frame = codeFrame(lines, finding, { columns: 110, dim: plain, mark: plain });
  const where = `${path}:${finding.line}:${finding.column}`;
  const because = reasons(path, finding).map((reason) =>
    h('li', [
      `because ${printable(reasonSentence(reason))}`,
      ...(reason.manifest === undefined || reason.line === undefined
        ? []
        : [
            ', declared in ',
            place(reason.manifest, reason.line, `${reason.manifest}:${reason.line}`, style),
          ]),
      ...found(reason, style),
    ]),
  );
  const related = finding.related.map((at) =>
    h('li', [
      place(at.path, at.line, `${at.path}:${at.line}:${at.column}`, style),
      `: ${printable(at.message)}`,
    ]),
  );
  return h('article', { className: [finding.severity] }, [
    h('h3', [
      anchor(finding.url, finding.rule),
      ` ${finding.severity}`,
      ...(finding.confidence === 'certain' ? [] : [h('small', ` (${finding.confidence})`)]),
    ]),
    h('p', printable(finding.message)),
    h('p', { className: ['where'] }, [
      place(path, finding.line, where, style),
      ...(finding.fix ? [' · has a fix'] : []),
    ]),
    ...(frame.length === 0 ? [] : [h('pre', { tabIndex: 0 }, h('code', frame.join('\n')))]),
    ...(because.length + related.length === 0 ? [] : [h('ul', [...because, ...related])]),
  ]);
}

/** The lines that the call was found in. */
function found(reason: Reason, style: ReportStyle): ElementContent[] {
  const { listed, more } = originsOf(reason);
  const places = listed.flatMap(({ file, line, label }): ElementContent[] => [
    { type: 'text', value: ', found at ' },
    line === undefined ? h('code', printable(label)) : place(file, line, label, style),
  ]);
  return more === 0 ? places : [...places, { type: 'text', value: ` and at ${more} more` }];
}

function skippedSection(files: readonly FileRecord[]): Element[] {
  const skipped = files.filter((file) => !file.checked && file.findings.length === 0);
  if (skipped.length === 0) return [];
  return [
    h('details', [
      h('summary', `${count(skipped.length, 'file')} skipped`),
      h(
        'ul',
        skipped.map((file) =>
          h('li', [h('code', printable(file.path)), `: ${printable(file.reason ?? 'no policy')}`]),
        ),
      ),
    ]),
  ];
}

function place(path: string, line: number, label: string, style: ReportStyle): ElementContent {
  return anchor(style.linkTo?.(path, line), label);
}

function anchor(address: string | undefined, label: string): ElementContent {
  const url = address === undefined ? undefined : webLink(address);
  return url === undefined
    ? h('code', printable(label))
    : h('a', { href: url, rel: ['noreferrer'] }, printable(label));
}
