import { defined } from '../../defined.js';
import type { RuleDescription } from '../report-input.js';
import { webLink } from '../web-link.js';

/** A rule as SARIF describes it (2.1.0, section 3.49), with what GitHub code scanning reads of its properties. */
export function ruleDescriptor(rule: RuleDescription): unknown {
  const { id, description, url, severity } = rule;
  const page = rule.help ?? `${description}\n\n${url}`;
  return {
    id,
    name: id,
    shortDescription: { text: description },
    fullDescription: { text: fullDescription(rule) },
    help: { text: plainText(page), markdown: withAbsoluteLinks(page, url) },
    // The schema takes an address only; a rule of a team may have any text there.
    ...defined({ helpUri: webLink(url) }),
    defaultConfiguration: { level: severity },
    properties: {
      tags: ['security', 'iam'],
      'problem.severity': severity,
      'security-severity': securitySeverity(rule),
      precision: precisionOf(rule),
    },
  };
}

/**
 * How grave it is for security, as GitHub ranks it: over 9.0 critical, from 7.0 high, from 4.0 medium, below low
 * (docs.github.com, "SARIF support for code scanning", `security-severity`). What anybody, or whoever holds the policy, can
 * do with it is critical or high; more than is needed is medium; what is refused or idle is low, as it opens nothing.
 */
function securitySeverity({ id, category, severity }: RuleDescription): string {
  const own = SEVERITY_OF_RULE[id];
  if (own !== undefined) return own;
  if (category === 'danger') return severity === 'error' ? '9.1' : '7.5';
  return severity === 'error' ? '3.9' : '2.0';
}

const SEVERITY_OF_RULE: Readonly<Record<string, string>> = {
  'full-wildcard': '9.8',
  'public-principal': '9.8',
  'privilege-escalation': '8.8',
  'pass-any-agency': '8.8',
  'excess-action': '5.0',
  'unused-action': '5.0',
  'unproven-grant': '4.0',
};

/** How often such a finding is right: what the grammar says always, what the documentation says mostly, what it leaves out less. */
function precisionOf({ id, category }: RuleDescription): string {
  if (RESTS_ON_SILENCE.has(id)) return 'medium';
  return category === 'calls' ? 'high' : 'very-high';
}

/** That the documentation does not name something does not mean that there is none. */
const RESTS_ON_SILENCE: ReadonlySet<string> = new Set([
  'unknown-action',
  'unknown-api',
  'unknown-condition-key',
  'unknown-resource-type',
  'unknown-service',
  'possibly-missing',
  'unproven-grant',
]);

/** GitHub shows as much of a description. */
const MOST = 1000;

/** The short one and why it matters, as the rule's page says it. */
function fullDescription({ description, help = '' }: RuleDescription): string {
  const why = plainText(/^## Why\n+([^]*?)(?=\n#|\n```|$(?![^]))/m.exec(help)?.[1] ?? '').trim();
  const text = why === '' ? `${description}.` : `${description}. ${why.replaceAll(/\s+/g, ' ')}`;
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** Markdown as text: links as their words, code without its marks. */
function plainText(markdown: string): string {
  return markdown.replaceAll(LINK, '$1').replaceAll(/`([^`\n]+)`/g, '$1');
}

const LINK = /\[([^\]\n]*)\]\(([^)\s]+)\)/g;

/** A page is read elsewhere than where it stands. */
function withAbsoluteLinks(markdown: string, page: string): string {
  return markdown.replaceAll(LINK, (link: string, label: string, target: string) => {
    const absolute = URL.canParse(target, page) ? new URL(target, page).href : undefined;
    return absolute === undefined ? link : `[${label}](${absolute})`;
  });
}
