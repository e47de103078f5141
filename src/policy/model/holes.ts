import { en } from '../../wording/en/policy.js';
import { speaker } from '../../wording/speaker.js';
import type { UnknownNode, ValueNode } from './ast.js';

const say = speaker('policy', en);

/** What is not known in a value, in the order of its parts. What may stand there is not looked into. */
export function holesIn(value: ValueNode): readonly UnknownNode[] {
  switch (value.type) {
    case 'Unknown':
      return [value];
    case 'Array':
      return value.elements.flatMap(holesIn);
    case 'Object':
      return value.members.flatMap((member) => holesIn(member.value));
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Null':
      return [];
  }
}

/** Each place once, in the order of the text: several policies may share it. */
export function placesOnce(holes: readonly UnknownNode[]): readonly UnknownNode[] {
  const byPlace = new Map(holes.map((hole) => [hole.range.join('-'), hole]));
  return [...byPlace.values()].sort((a, b) => a.range[0] - b.range[0]);
}

/** Why a part of a policy is not known, as the end of a sentence. */
export function whyUnknown({ text, why }: UnknownNode): string {
  if (why !== undefined) return why;
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  const isWhole = line === text.trim() && line.length <= LONGEST_TEXT;
  return say('onlyAtRun', { text: isWhole ? line : `${line.slice(0, LONGEST_TEXT)}…` });
}

const LONGEST_TEXT = 60;
