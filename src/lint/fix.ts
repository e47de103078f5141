import { applyEdits } from './edits.js';
import { readPolicySource } from './read-source.js';
import type { Edit, Finding } from './record.js';
import type { PolicySourceCode } from './source-code.js';
import { attachWorkspace } from './workspace.js';
import type { Workspace } from './workspace.js';

/** As many rounds as ESLint takes: one fix may make room for the next. */
const MAX_PASSES = 10;

/**
 * Applies the safe fixes of one file until there are none left. Each was checked alone when it was offered; together they
 * are checked again, as two of them may each remove what the other one relies on.
 * @param lint the findings of a source that are not suppressed.
 * @returns the source with the fixes; the same one where there were none.
 */
export function fixSource(source: PolicySourceCode, workspace: Workspace, lint: (source: PolicySourceCode) => readonly Finding[]): PolicySourceCode {
  let current = source;
  const seen = new Set([source.text]);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const edits = safeTogether(current, withoutOverlaps(lint(current).flatMap((finding) => (finding.edits === undefined ? [] : [finding.edits]))), workspace);
    if (edits.length === 0) break;
    const reading = readPolicySource({ path: current.path, text: applyEdits(current.text, edits), syntax: current.syntax });
    if (!reading.ok || seen.has(reading.source.text)) break;
    current = reading.source;
    seen.add(current.text);
    attachWorkspace(current, workspace);
    workspace.replace(current);
  }
  return current;
}

/** Fixes in the order of the text, each whole or not at all; one that touches an earlier one waits for the next pass. */
function withoutOverlaps(fixes: readonly (readonly Edit[])[]): readonly (readonly Edit[])[] {
  const taken: (readonly Edit[])[] = [];
  let end = -1;
  for (const fix of [...fixes].sort((a, b) => startOf(a) - startOf(b))) {
    if (startOf(fix) <= end) continue;
    taken.push(fix);
    end = Math.max(...fix.map((edit) => edit.range[1]));
  }
  return taken;
}

function safeTogether(source: PolicySourceCode, fixes: readonly (readonly Edit[])[], workspace: Workspace): readonly Edit[] {
  const all = fixes.flat();
  if (fixes.length < 2 || workspace.keepsWhatIsNeeded(source, all)) return all;
  return fixes.reduce<readonly Edit[]>((kept, fix) => {
    const more = [...kept, ...fix];
    return workspace.keepsWhatIsNeeded(source, more) ? more : kept;
  }, []);
}

function startOf(fix: readonly Edit[]): number {
  return Math.min(...fix.map((edit) => edit.range[0]));
}
