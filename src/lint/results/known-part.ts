import type { UnknownNode } from '../../policy/model/ast.js';
import { whyUnknown } from '../../policy/model/holes.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import type { PolicySourceCode } from '../language/source-code.js';
import type { FileRecord, HoleRecord } from './lint-record.js';

const say = speaker('lint', en);

/** Whether a file with policies is checked as a whole, or with holes. */
export function stateOf({ holes }: PolicySourceCode): Pick<FileRecord, 'checked' | 'holes'> {
  return holes.length === 0 ? { checked: true } : { checked: 'partly', holes: holes.map(holeRecord) };
}

function holeRecord(hole: UnknownNode): HoleRecord {
  const { line, column } = hole.loc.start;
  return { line, column, why: whyUnknown(hole) };
}

/** Why nothing of a file was checked: what was seen in it, and where. */
export function reasonOf(source: PolicySourceCode): string {
  const [hole] = source.holes;
  const [root] = source.ast.body;
  if (hole === undefined || source.syntax !== 'hcl') return say('noStatement');
  return say('unknownPolicy', {
    policy: root?.address ?? source.path,
    line: hole.loc.start.line,
    why: whyUnknown(hole),
  });
}
