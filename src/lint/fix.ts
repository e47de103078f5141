import { applyEdits } from '../policy/edit.js';
import { UNUSED_SUPPRESSION_RULE } from './findings.js';
import { readPolicySource } from './read-source.js';
import type { Edit, Finding } from './record.js';
import type { PolicySourceCode } from './source-code.js';
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
    current.workspace = workspace;
    workspace.replace(current);
  }
  return current;
}

/**
 * Withholds fixes that would lose or widen a grant. They are tried together first: what is harmless together is so one by
 * one, as each only narrows; so a file with many findings is parsed and judged again once, not once for each.
 */
export function withSafeFixes(source: PolicySourceCode, workspace: Workspace, findings: readonly Finding[]): readonly Finding[] {
  const fixes = findings.flatMap(({ edits, rule }) => (edits === undefined || rule === UNUSED_SUPPRESSION_RULE ? [] : [edits]));
  if (fixes.length === 0) return findings;
  const together = withoutOverlaps(fixes);
  const safe = new Set(workspace.allowsFix(source, together.flat()) ? together : together.filter((fix) => workspace.allowsFix(source, fix)));
  for (const fix of fixes) if (!together.includes(fix) && workspace.allowsFix(source, fix)) safe.add(fix);
  return findings.map((finding) => {
    const { edits, ...rest } = finding;
    return edits === undefined || safe.has(edits) || finding.rule === UNUSED_SUPPRESSION_RULE ? finding : { ...rest, fix: false };
  });
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
  if (fixes.length < 2 || workspace.allowsFix(source, all)) return all;
  return fixes.reduce<readonly Edit[]>((kept, fix) => {
    const more = [...kept, ...fix];
    return workspace.allowsFix(source, more) ? more : kept;
  }, []);
}

function startOf(fix: readonly Edit[]): number {
  return Math.min(...fix.map((edit) => edit.range[0]));
}
