import type { Finding } from '../results/lint-record.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

/** Findings of one rule in one file that a report shows; a policy of a few KB can be made to have a hundred thousand. */
const MAX_FINDINGS = 2000;

/**
 * The findings of a file, of each rule no more than anybody reads. One more finding, in place of those that are left out,
 * says how many they are, with the severity of the worst of them.
 */
export function withoutExcess(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const kept: Finding[] = [];
  const seen = new Map<string, number>();
  const leftOut = new Map<string, Finding[]>();
  for (const finding of findings) {
    const count = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, count);
    if (count <= MAX_FINDINGS) kept.push(finding);
    else if (count === MAX_FINDINGS + 1) leftOut.set(finding.rule, [finding]);
    else leftOut.get(finding.rule)?.push(finding);
  }
  return [...kept, ...[...leftOut.values()].flatMap(noteOf)];
}

function noteOf(findings: readonly Finding[]): Finding[] {
  return findings.slice(0, 1).map(({ rule, line, column, endLine, endColumn, url }) => ({
    rule,
    line,
    column,
    endLine,
    endColumn,
    url,
    severity: findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
    confidence: 'certain',
    messageId: 'left-out',
    message: say('leftOut', { count: findings.length, most: MAX_FINDINGS }),
    data: { leftOut: findings.length },
    related: [],
    fix: false,
  }));
}
