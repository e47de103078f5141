import { readText } from '../../files.js';
import { Problem } from '../../problem.js';
import type { FileRecord, Finding, LintRecord } from '../../lint/results/lint-record.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-setup', en);

/** A finding that can be told on a line, and named again in the next run. */
export interface NamedFinding {
  readonly path: string;
  readonly finding: Finding & { readonly fingerprint: string };
}

/**
 * The findings of a JSON report, each fingerprint once.
 * @throws Problem code `usage` where the file is no such report.
 */
export function readFindings(file: string): NamedFinding[] {
  const named = new Map<string, NamedFinding>();
  for (const { path, findings } of filesOf(parse(readText(file), file), file))
    for (const finding of findings) {
      const { fingerprint } = finding;
      // It becomes a part of a comment's marker.
      if (fingerprint !== undefined && /^[\w:.-]+$/.test(fingerprint) && !named.has(fingerprint))
        named.set(fingerprint, { path, finding: { ...finding, fingerprint } });
    }
  return [...named.values()];
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('usage', say('notARecord'), { file }, { cause: error });
  }
}

function filesOf(record: unknown, file: string): readonly FileRecord[] {
  const { version, files } = (record ?? {}) as Partial<LintRecord>;
  if (version !== 1 || !Array.isArray(files)) throw new Problem('usage', say('notARecord'), { file });
  return files as readonly FileRecord[];
}
