import { posix } from 'node:path';
import type { CallOrigin } from '../../calls/call.js';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { defined } from '../../defined.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import type {
  FileRecord,
  Finding,
  LintRecord,
  PlaceRecord,
  Related,
  UnprovenRecord,
  WorkloadRecord,
} from '../../lint/results/lint-record.js';
import { changedWorkload } from '../../lint/results/shelf.js';

/**
 * A record of manifests that stand in no file: what points into one of them points to the line of a source that its call was
 * found in, and a finding about it stands there, without the edits that would mend a manifest.
 */
export function inSources(record: LintRecord, deduced: readonly SourceFile[]): LintRecord {
  if (deduced.length === 0) return record;
  const linesOf = new Map(deduced.map((file) => [file.path, originsByLine(file)]));
  const originOf = ({ path, line }: Pick<PlaceRecord, 'path' | 'line'>): PlaceRecord | undefined =>
    linesOf.get(path)?.get(line);
  const isDeduced = (path: string): boolean => linesOf.has(path);

  const moveRelated = (related: Related): readonly Related[] => {
    if (!isDeduced(related.path)) return [related];
    const origin = originOf(related);
    return origin === undefined ? [] : [{ ...origin, message: related.message }];
  };
  const moveFinding = (finding: Finding): Finding => ({
    ...finding,
    related: finding.related.flatMap(moveRelated),
  });
  const moveUnproven = ({ at, ...unproven }: UnprovenRecord): UnprovenRecord => ({
    ...unproven,
    ...defined({ at: at === undefined || !isDeduced(at.path) ? at : originOf(at) }),
  });
  const moveWorkload = (workload: WorkloadRecord): WorkloadRecord =>
    isDeduced(workload.manifest)
      ? changedWorkload(workload, { deduced: true, unproven: workload.unproven.map(moveUnproven) })
      : workload;

  const own = record.files.filter(({ path }) => !isDeduced(path));
  const moved = record.files.filter(({ path }) => isDeduced(path));
  return {
    ...record,
    files: [
      ...own.map((file) => ({ ...file, findings: file.findings.map(moveFinding) })),
      ...moved.flatMap(({ path, findings }) => bySource(path, findings.map(moveFinding), originOf)),
    ],
    workloads: record.workloads.map(moveWorkload),
  };
}

/** Line of a call in a manifest → where a source makes it. */
function originsByLine({ path, text }: SourceFile): ReadonlyMap<number, PlaceRecord> {
  const { calls } = parseManifest(text, path).manifest;
  return new Map(
    calls.flatMap(({ span, origins }) => {
      const [origin] = origins;
      if (origin === undefined) return [];
      const place = placeOf(path, origin);
      const lines = Array.from(
        { length: span.end.line - span.start.line + 1 },
        (_, index) => span.start.line + index,
      );
      return lines.map((line) => [line, place] as const);
    }),
  );
}

function placeOf(manifest: string, { file, line = 1 }: CallOrigin): PlaceRecord {
  return {
    path: posix.isAbsolute(file) ? file : posix.join(posix.dirname(manifest), file),
    line,
    column: 1,
  };
}

function bySource(
  manifest: string,
  findings: readonly Finding[],
  originOf: (place: Pick<PlaceRecord, 'path' | 'line'>) => PlaceRecord | undefined,
): readonly FileRecord[] {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { path, line } = originOf({ path: manifest, line: finding.line }) ?? {
      path: manifest,
      line: finding.line,
    };
    files.set(path, [...(files.get(path) ?? []), unmendable(finding, line)]);
  }
  return [...files].map(([path, own]) => ({ path, checked: true, findings: own }));
}

/** A finding at a line of a source: what would mend the manifest mends nothing there. */
function unmendable(finding: Finding, line: number): Finding {
  const { rule, severity, confidence, message, messageId, data, related, url, fingerprint } = finding;
  return {
    rule,
    severity,
    confidence,
    message,
    ...defined({ messageId, fingerprint }),
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    data,
    related,
    fix: false,
    url,
  };
}
