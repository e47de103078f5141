import type { Finding } from '../lint/results/lint-record.js';
import { en } from '../wording/en/report.js';
import { speaker } from '../wording/speaker.js';
import { printable } from './printable.js';

const say = speaker('report', en);

/** `map.yaml#/data/reader.json`: the policy inside a file that a finding is about; empty where the file is the policy. */
export function insideOf(path: string, { address }: Pick<Finding, 'address'>): readonly string[] {
  return address === undefined ? [] : [say('inside', { path: printable(path), address: printable(address) })];
}

/** The same as a line of its own. */
export function insideLines(path: string, finding: Pick<Finding, 'address'>): readonly string[] {
  return insideOf(path, finding).map((place) => say('insideLine', { place }));
}
