import { defined, filled } from '../../defined.js';
import type { UnknownNode } from '../../policy/model/ast.js';
import { nearMiss } from '../../policy/model/near-miss.js';
import { whyUnknown } from '../../policy/model/holes.js';
import type { Position } from '../../span.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import type { PolicySourceCode } from '../language/source-code.js';
import type { FileRecord, ForeignRecord, HoleRecord, PositionRecord } from './lint-record.js';

const say = speaker('lint', en);

/** How much of a file was checked, what of it was not, and why. */
export type KnownPart = Pick<FileRecord, 'checked' | 'holes' | 'reason' | 'seen' | 'foreign'>;

/** Whether a file is checked as a whole, or with holes, or not at all, as nothing in it is a policy of ours. */
export function knownPart(source: PolicySourceCode): KnownPart {
  const foreign = filled(source.foreign.map(foreignRecord));
  if (source.kind === 'none' || (source.kind === 'policy' && source.isForeign))
    return defined({ checked: false as const, ...reasonOf(source), foreign });
  const { holes } = source;
  if (holes.length === 0) return defined({ checked: true as const, foreign });
  return defined({ checked: 'partly' as const, holes: holes.map(holeRecord), foreign });
}

function holeRecord(hole: UnknownNode): HoleRecord {
  return { ...placeOf(hole.loc.start), why: whyUnknown(hole) };
}

function foreignRecord({ language, address, loc }: PolicySourceCode['foreign'][number]): ForeignRecord {
  return defined({ language, address, ...placeOf(loc.start) });
}

function placeOf({ line, column }: Position): PositionRecord {
  return { line, column };
}

/** Why nothing of a file was checked: what was seen in it, and where. */
function reasonOf(source: PolicySourceCode): Pick<FileRecord, 'reason' | 'seen'> {
  const [foreign] = source.foreign;
  if (foreign !== undefined) {
    const languages = [...new Set(source.foreign.map(({ language }) => language))];
    return { reason: say('foreignOnly', { languages }), seen: placeOf(foreign.loc.start) };
  }
  const [hole] = source.holes;
  if (hole !== undefined) {
    const root = source.ast.body.find(
      ({ range: [start, end] }) => start <= hole.range[0] && hole.range[1] <= end,
    );
    const seen = placeOf(hole.loc.start);
    const policy = root?.address ?? source.path;
    return { reason: say('unknownPolicy', { policy, line: seen.line, why: whyUnknown(hole) }), seen };
  }
  const near = nearMiss(source.ast.body);
  if (near === undefined) return { reason: say('noStatement') };
  const { line } = near.loc.start;
  return { reason: say('nearMiss', { line, why: near.reason }), seen: placeOf(near.loc.start) };
}
