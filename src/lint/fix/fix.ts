import { greatest, least } from '../../long-lists.js';
import { applyEdits } from '../../policy/edit/edit.js';
import { UNUSED_SUPPRESSION_RULE } from '../results/findings.js';
import { readPolicySource } from '../language/read-source.js';
import type { Edit, Finding } from '../results/lint-record.js';
import type { PolicySourceCode } from '../language/source-code.js';
import { attachWorkspace } from '../run/workspace.js';
import type { Workspace } from '../run/workspace.js';

/**
 * One fix may make room for the next, and what is added in one place is added one by one: as many rounds as it takes, but
 * not without end, should two rules undo each other.
 */
const MAX_PASSES = 1_000;

/**
 * Applies the safe fixes of one file until there are none left. Each was checked alone when it was offered; together they
 * are checked again, as two of them may each remove what the other one relies on.
 * @param lint the findings of a source that are not suppressed.
 * @returns the source with the fixes, the same one where there were none, and how many findings they mended.
 */
export function fixSource(
  source: PolicySourceCode,
  workspace: Workspace,
  lint: (source: PolicySourceCode) => readonly Finding[],
): { readonly source: PolicySourceCode; readonly mended: number } {
  let current = source;
  let mended = 0;
  const seen = new Set([source.text]);
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const fixes = safeTogether(
      current,
      withoutOverlaps(
        lint(current).flatMap((finding) => (finding.edits === undefined ? [] : [finding.edits])),
      ),
      workspace,
    );
    if (fixes.length === 0) break;
    const reading = readPolicySource(
      { path: current.path, text: applyEdits(current.text, fixes.flat()), syntax: current.syntax },
      'document',
      current.surroundings,
    );
    if (!reading.ok || seen.has(reading.source.text)) break;
    current = reading.source;
    mended += fixes.length;
    seen.add(current.text);
    attachWorkspace(current, workspace);
    workspace.replace(current);
  }
  return { source: current, mended };
}

/**
 * Withholds fixes that would lose or widen a grant. They are tried together first: what is harmless together is so one by
 * one, as each only narrows; so a file with many findings is parsed and judged again a few times, not once for each.
 */
export function withSafeFixes(
  source: PolicySourceCode,
  workspace: Workspace,
  findings: readonly Finding[],
): readonly Finding[] {
  const fixes = findings.flatMap(({ edits, rule }) =>
    edits === undefined || rule === UNUSED_SUPPRESSION_RULE ? [] : [edits],
  );
  const safe = new Set<readonly Edit[]>();
  const allows = limited((some) => workspace.allowsFix(source, some.flat()));
  for (let open = fixes; open.length > 0;) {
    const together = withoutOverlaps(open);
    for (const fix of harmlessOf([], together, (_, some) => allows(some))) safe.add(fix);
    const tried = new Set(together);
    open = open.filter((fix) => !tried.has(fix));
  }
  return findings.map((finding) => {
    const { edits, ...rest } = finding;
    return edits === undefined || safe.has(edits) || finding.rule === UNUSED_SUPPRESSION_RULE
      ? finding
      : { ...rest, fix: false };
  });
}

type Fixes = readonly (readonly Edit[])[];

/** More trials than these are not made for one file: what is not tried by then is not offered. */
const MAX_TRIALS = 200;

function limited(allows: (fixes: Fixes) => boolean): (fixes: Fixes) => boolean {
  let left = MAX_TRIALS;
  return (fixes) => {
    left -= 1;
    return left >= 0 && allows(fixes);
  };
}

/** Of the fixes those that are harmless beside the ones that are kept already; where not all are, the halves are tried. */
function harmlessOf(kept: Fixes, fixes: Fixes, allows: (kept: Fixes, fixes: Fixes) => boolean): Fixes {
  if (fixes.length === 0 || allows(kept, fixes)) return fixes;
  if (fixes.length === 1) return [];
  const half = Math.ceil(fixes.length / 2);
  const first = harmlessOf(kept, fixes.slice(0, half), allows);
  return [...first, ...harmlessOf([...kept, ...first], fixes.slice(half), allows)];
}

/** Fixes in the order of the text, each whole or not at all; one that touches an earlier one waits for the next pass. */
function withoutOverlaps(fixes: Fixes): Fixes {
  const taken: (readonly Edit[])[] = [];
  let end = -1;
  for (const fix of [...fixes].sort((a, b) => startOf(a) - startOf(b))) {
    if (startOf(fix) <= end) continue;
    taken.push(fix);
    end = greatest(fix.map((edit) => edit.range[1]));
  }
  return taken;
}

function safeTogether(source: PolicySourceCode, fixes: Fixes, workspace: Workspace): Fixes {
  if (fixes.length < 2) return fixes;
  const allows = limited((some) => workspace.allowsFix(source, some.flat()));
  return harmlessOf([], fixes, (kept, more) => allows([...kept, ...more]));
}

function startOf(fix: readonly Edit[]): number {
  return least(fix.map((edit) => edit.range[0]));
}
