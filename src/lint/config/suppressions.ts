import type { Baseline } from './baseline.js';
import type { ConfigSuppression } from './config.js';
import { INTERNAL_ERROR_RULE, UNUSED_SUPPRESSION_RULE } from '../results/findings.js';
import { createGlob } from './glob.js';
import type { FileRecord, Finding, JsonValue, Severity } from '../results/lint-record.js';
import { ruleUrl } from '../policy-rule.js';
import type { Span } from '../../span.js';
import { en } from '../../wording/en/unused-suppression.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('unused-suppression', en);

/** Suppressions outside the files: those of the configuration, and the baseline. */
export interface Suppressor {
  /** Whether a finding is suppressed; nothing is counted. */
  matches(path: string, finding: Finding): boolean;
  /** As `matches`, negated; remembers which entry was of use. */
  keeps(path: string, finding: Finding): boolean;
  /** How many findings were not kept. */
  suppressed(): number;
  /** Adds what is to be said of entries that suppressed nothing or have expired. */
  finish(files: readonly FileRecord[]): readonly FileRecord[];
}

export interface SuppressorInput {
  readonly suppressions: readonly ConfigSuppression[];
  readonly baseline?: Baseline | undefined;
  /** `2026-07-31`; left out, nothing expires. */
  readonly today?: string | undefined;
  /** Only some of the files were linted: an entry for others as well is not called unused. */
  readonly partial?: boolean | undefined;
  /** Of what is said about idle entries; left out: nothing is said. */
  readonly severity?: Severity | undefined;
}

export function createSuppressor({
  suppressions,
  baseline,
  today,
  partial = false,
  severity,
}: SuppressorInput): Suppressor {
  const entries = [...suppressions.map(fromConfig), ...fromBaseline(baseline)];
  const byRule = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const rule of entry.rules) byRule.set(rule, [...(byRule.get(rule) ?? []), entry]);
  const isExpired = ({ expires }: Entry): boolean =>
    today !== undefined && expires !== undefined && expires < today;
  const used = new Set<Entry>();
  let count = 0;

  const find = (path: string, finding: Finding): Entry | undefined =>
    finding.rule === INTERNAL_ERROR_RULE
      ? undefined
      : byRule.get(finding.rule)?.find((entry) => !isExpired(entry) && entry.covers(path, finding));

  return {
    matches: (path, finding) => find(path, finding) !== undefined,
    keeps(path, finding) {
      const entry = find(path, finding);
      if (entry === undefined) return true;
      used.add(entry);
      count += 1;
      return false;
    },
    suppressed: () => count,
    finish(files) {
      if (severity === undefined) return files;
      const asked = (entry: Entry): boolean =>
        (!partial || entry.exact) && files.some((file) => entry.covers(file.path));
      const idle = entries.flatMap((entry): (readonly [string, Finding])[] => {
        if (isExpired(entry)) return [[entry.file, idleFinding(entry, severity, 'expired')]];
        return used.has(entry) || !asked(entry) ? [] : [[entry.file, idleFinding(entry, severity, 'idle')]];
      });
      return withFindings(files, idle);
    },
  };
}

interface Entry {
  readonly rules: readonly string[];
  /** Whether it is for a file, and for a finding in it. */
  readonly covers: (path: string, finding?: Finding) => boolean;
  /** It names its files one by one. */
  readonly exact: boolean;
  readonly expires: string | undefined;
  readonly where: 'config' | 'baseline';
  /** The file that a baseline entry is for. */
  readonly path: string;
  /** The file that it stands in, and where. */
  readonly file: string;
  readonly span: Span;
}

function fromConfig({
  rules,
  files,
  elsewhere = [],
  base,
  where,
  expires,
  file,
  span,
}: ConfigSuppression): Entry {
  const glob = createGlob(files, base);
  return {
    rules,
    covers: (path, finding) =>
      glob(path) &&
      !elsewhere.some((folder) => path.startsWith(`${folder}/`)) &&
      (finding === undefined ||
        Object.entries(where).every(([name, value]) => same(finding.data[name], value))),
    exact: files.every((pattern) => !/[*?[{!]/.test(pattern)),
    expires,
    where: 'config',
    path: '',
    file,
    span,
  };
}

function fromBaseline(baseline: Baseline | undefined): Entry[] {
  return (baseline?.entries ?? []).map(({ rule, path, fingerprint, expires, span }) => ({
    rules: [rule],
    covers: (file, finding) =>
      file === path && (finding === undefined || finding.fingerprint === fingerprint),
    exact: true,
    expires,
    where: 'baseline',
    path,
    file: baseline?.file ?? '',
    span,
  }));
}

function same(actual: JsonValue | undefined, wanted: JsonValue): boolean {
  return typeof actual === 'string' && typeof wanted === 'string'
    ? actual.toLowerCase() === wanted.toLowerCase()
    : JSON.stringify(actual) === JSON.stringify(wanted);
}

function idleFinding(entry: Entry, severity: Severity, messageId: 'expired' | 'idle'): Finding {
  const { span, file, rules, where, path, expires = '' } = entry;
  return {
    rule: UNUSED_SUPPRESSION_RULE,
    severity,
    confidence: 'certain',
    message: say(messageId, { where, rules, path, expires }),
    messageId,
    line: span.start.line,
    column: span.start.column,
    endLine: span.end.line,
    endColumn: span.end.column,
    data: { file, rules },
    related: [],
    fix: false,
    url: ruleUrl(UNUSED_SUPPRESSION_RULE),
  };
}

function withFindings(
  files: readonly FileRecord[],
  more: readonly (readonly [path: string, finding: Finding])[],
): readonly FileRecord[] {
  const byPath = new Map<string, Finding[]>();
  for (const [path, finding] of more) byPath.set(path, [...(byPath.get(path) ?? []), finding]);
  return [
    ...files,
    ...[...byPath].map(([path, findings]): FileRecord => ({ path, checked: true, findings })),
  ];
}
