import type { RootContent } from 'mdast';
import type { LintRecord } from '../../lint/results/lint-record.js';
import { overviewOf } from '../run-overview.js';
import type { ReportInput, ReportStyle } from '../report-input.js';
import { remedySentences } from '../remedies.js';
import { caveats, hasNews, verdictSentence } from '../summary.js';
import { shownWorkloads } from '../shown-workloads.js';
import { untoldIn } from '../untold.js';
import { changeBlocks } from './markdown-changes.js';
import { findingSections } from './markdown-findings.js';
import { anchorsOf, classBlocks, policyBlocks } from './markdown-overview.js';
import { findingIndex } from './markdown-facts.js';
import { workloadBlocks } from './markdown-workload.js';
import { paragraphOf } from '../../wording/speaker.js';
import { paragraph, strong, words, writeMarkdown } from './mdast.js';

/**
 * The report for a pull request: the verdict in one line and what it is made of, what changes where that is known, a line for
 * each policy; then dangers and errors, open; what each workload lacks, with reasons; all else folded. Each fact stands once.
 * Empty where there is nothing to say.
 */
export function* renderMarkdown(input: ReportInput, style: ReportStyle): Generator<string> {
  const { record } = input;
  if (!hasNews(record)) return;
  const overview = overviewOf(input);
  const anchors = anchorsOf(overview);
  const sections = findingSections(input, anchors, style);
  const verdict = verdictSentence(record);
  const remedies = remedySentences(record, overview);
  yield writeMarkdown([
    paragraph(
      words(mark(record)),
      strong(words(verdict)),
      ...(remedies.length === 0 ? [] : [words(` ${paragraphOf(remedies)}`)]),
    ),
    ...classBlocks(overview, input),
    ...changeBlocks(record.changes),
    ...policyBlocks(overview, anchors),
  ]);
  yield* part(sections.open);
  const context = { findings: findingIndex(record), isUntold: untoldIn(record), style };
  // A workload begins with a heading, so that what stands before it does not bear on how it is written.
  for (const workload of shownWorkloads(record))
    yield* part(workloadBlocks(workload, anchors.ofWorkload(workload), context));
  yield* part([...sections.folded, ...caveats(record).map((caveat) => paragraph(words(caveat)))]);
}

function* part(blocks: readonly RootContent[]): Generator<string> {
  if (blocks.length > 0) yield `\n${writeMarkdown(blocks)}`;
}

function mark({ summary }: LintRecord): string {
  if (summary.errors > 0) return '❌ ';
  return summary.warnings > 0 ? '⚠️ ' : '✅ ';
}
