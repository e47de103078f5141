import { createHash } from 'node:crypto';
import type { Element, RootContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { FileRecord, LintSummary } from '../../lint/results/lint-record.js';
import { en as overviewEn } from '../../wording/en/report-overview.js';
import { en } from '../../wording/en/report.js';
import { speaker, spokenLanguage } from '../../wording/speaker.js';
import { overviewOf } from '../run-overview.js';
import { printable } from '../printable.js';
import { remedySentences } from '../remedies.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { shownWorkloads } from '../shown-workloads.js';
import { caveats, verdictSentence } from '../summary.js';
import { untoldIn } from '../untold.js';
import { changesSection } from './html-changes.js';
import { findingSections } from './html-findings.js';
import { anchorsOf, classList, contents, filterBar, policySection } from './html-overview.js';
import { code, sentence, words } from './html-parts.js';
import { SCRIPT } from './html-script.js';
import { STYLESHEET } from './html-style.js';
import { workloadSection } from './html-workload.js';

const say = speaker('report', en);
const sayOfRun = speaker('report-overview', overviewEn);

/**
 * One page that needs nothing else: no request, and a content security policy that allows only its own style and the script
 * that filters. Verdict and overview first, then what is dangerous or wrong, the rest folded.
 */
export function* renderHtml(input: ReportInput, style: ReportStyle): Generator<string> {
  const { record } = input;
  const title = `${record.tool.name} ${record.tool.version}`;
  const overview = overviewOf(input);
  const anchors = anchorsOf(overview);
  const page = h('html', { lang: spokenLanguage() === 'zh' ? 'zh-CN' : 'en' }, [
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
        h('p', { className: ['verdict', verdictClass(record.summary)] }, verdictSentence(record)),
        ...classList(overview, input),
        ...[...remedySentences(record, overview), ...caveats(record)].map((told) => h('p', told)),
        ...contents(overview, input),
        ...changesSection(record.changes),
        ...policySection(overview, anchors),
        ...filterBar(overview, record),
      ]),
      h('footer', h('p', title)),
      h('script', SCRIPT),
    ]),
  ]);
  // What is untrusted is escaped in it, so that this is the tag.
  const shell = write([{ type: 'doctype' }, page]);
  const end = shell.lastIndexOf('</main>');
  yield shell.slice(0, end);
  for (const section of findingSections(input, overview, anchors, style)) yield write([section]);
  const isUntold = untoldIn(record);
  const workloads = shownWorkloads(record);
  if (workloads.length > 0) yield write([h('h2', { id: 'workloads' }, sayOfRun('workloadsTitle'))]);
  for (const workload of workloads)
    yield write([workloadSection(workload, anchors.ofWorkload(workload), isUntold)]);
  yield write(skippedSection(record.files));
  yield `${shell.slice(end)}\n`;
}

function write(children: RootContent[]): string {
  return unified().use(rehypeStringify).stringify({ type: 'root', children });
}

function contentPolicy(): string {
  const [style, script] = [STYLESHEET, SCRIPT].map((text) =>
    createHash('sha256').update(text).digest('base64'),
  );
  return `default-src 'none'; style-src 'sha256-${style ?? ''}'; script-src 'sha256-${script ?? ''}'; base-uri 'none'; form-action 'none'`;
}

function verdictClass({ errors, warnings }: LintSummary): string {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'clean';
}

function skippedSection(files: readonly FileRecord[]): Element[] {
  const skipped = files.filter((file) => file.checked === false && file.findings.length === 0);
  if (skipped.length === 0) return [];
  const items = skipped.map(({ path, reason = say('noPolicy') }) =>
    h(
      'li',
      sentence((mark) =>
        say('skippedFor', { path: mark(code(path)), reason: mark(words(printable(reason))) }),
      ),
    ),
  );
  return [
    h('details', { id: 'skipped' }, [
      h('summary', say('filesSkipped', { count: skipped.length })),
      h('ul', items),
    ]),
  ];
}
