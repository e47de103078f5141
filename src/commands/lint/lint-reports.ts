import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rules as allRules } from '../../../rules/registry.js';
import { defined } from '../../defined.js';
import { writeText } from '../../files.js';
import type { FailOn, LintConfig } from '../../lint/config/config.js';
import { severityIn } from '../../lint/config/rule-settings.js';
import { INTERNAL_ERROR_RULE, SYNTAX_RULE, UNUSED_SUPPRESSION_RULE } from '../../lint/results/findings.js';
import type { LintRecord } from '../../lint/results/lint-record.js';
import { descriptionOf, ruleUrl } from '../../lint/policy-rule.js';
import { inBlocks } from '../../pieces.js';
import type { Piece } from '../../pieces.js';
import { attempt } from '../../problem.js';
import type { Problem } from '../../problem.js';
import { packageRoot } from '../../project.js';
import { reportPieces } from '../../report/report.js';
import type { ReportFormat } from '../../report/report.js';
import type { ReportInput, ReportStyle, RuleDescription } from '../../report/report-input.js';
import { en } from '../../wording/en/commands-lint.js';
import { speaker } from '../../wording/speaker.js';
import type { Io } from '../io/io.js';
import { webView } from '../io/web-view.js';
import type { FormatTarget, LintOptions } from './lint-options.js';

const say = speaker('commands-lint', en);

/**
 * Renders the record in each format asked for: into files first, then to stdout.
 * @returns what could not be written; everything else was.
 */
export async function writeReports(
  io: Io,
  options: LintOptions,
  { localRules, failOn }: Pick<LintConfig, 'localRules' | 'failOn'>,
  record: LintRecord,
  textOf: ReportInput['textOf'],
): Promise<readonly Problem[]> {
  const targets: readonly FormatTarget[] =
    options.format.length === 0 ? [{ format: 'text', file: undefined }] : options.format;
  const loose = targets.filter(({ file }) => file === undefined);
  const input: ReportInput = {
    record,
    rules: describeRules(targets, localRules),
    failsFrom: failsFrom(options.failOn ?? failOn),
    textOf,
  };
  const link = webView(io);
  const problems: Problem[] = [];
  for (const { format, file = options.output } of [
    ...targets.filter((target) => target.file !== undefined),
    ...loose,
  ]) {
    const toStdout = file === undefined;
    const style: ReportStyle = {
      color: toStdout && io.stdout.color,
      columns: toStdout ? io.stdout.columns : 100,
      wraps: toStdout && io.stdout.isTTY,
      detail: detailOf(options),
      ...defined({ linkTo: link }),
    };
    const pieces = await reportPieces(format, input, style);
    if (file === undefined) await print(io.stdout, pieces);
    else
      attempt(() => {
        writeText(resolve(io.cwd, file), pieces);
      }, problems);
  }
  return problems;
}

function failsFrom(failOn: FailOn): 'error' | 'warning' | 'never' {
  return failOn === 'error' || failOn === 'warning' ? failOn : 'never';
}

function detailOf({ quiet, verbose }: LintOptions): ReportStyle['detail'] {
  if (quiet === true) return 'quiet';
  return verbose === true ? 'verbose' : 'normal';
}

/** Whether a format shows the calls of a workload one by one. */
export function showsCalls({ format }: FormatTarget): boolean {
  return SHOW_CALLS.has(format);
}

const SHOW_CALLS: ReadonlySet<ReportFormat> = new Set(['json', 'sarif', 'markdown', 'html']);

async function print(stdout: Io['stdout'], pieces: Iterable<Piece>): Promise<void> {
  for (const block of inBlocks(pieces)) {
    if (stdout.closed === true) return;
    // The stream may keep it, and the next block takes its place.
    stdout.write(Buffer.from(block));
    await stdout.settled?.();
  }
}

/** What the engine itself reports, besides the rules. */
const ENGINE_RULES = [
  [SYNTAX_RULE, 'syntaxRule'],
  [UNUSED_SUPPRESSION_RULE, 'unusedSuppressionRule'],
  [INTERNAL_ERROR_RULE, 'internalErrorRule'],
] as const;

/** Our own rules, those of the configuration, and what the engine reports. Only SARIF carries the pages of rules. */
function describeRules(
  targets: readonly FormatTarget[],
  localRules: LintConfig['localRules'],
): readonly RuleDescription[] {
  const hasPages = targets.some(({ format }) => format === 'sarif');
  const ofEngine = ENGINE_RULES.map(([id, description]): RuleDescription => ({
    id,
    severity: 'error',
    description: say(description),
    url: ruleUrl(id),
  }));
  const described = [...allRules, ...localRules].map((rule): RuleDescription => ({
    id: rule.id,
    severity: severityIn('strict', rule) ?? 'warning',
    description: descriptionOf(rule),
    url: rule.meta.docs.url,
    category: rule.docs.category,
    ...defined({ help: hasPages ? pageOf(rule.id) : undefined }),
  }));
  return [...described, ...ofEngine];
}

function pageOf(id: string): string | undefined {
  try {
    return readFileSync(join(packageRoot(), 'dist', 'rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
