import { createColors } from 'picocolors';
import { rules } from '../../../rules/registry.js';
import { severityIn } from '../../lint/config/rule-settings.js';
import { RULE_CATEGORIES } from '../../lint/rule.js';
import type { PolicyRule } from '../../lint/rule.js';
import { printableJson } from '../../report/printable.js';
import type { ExitCode, Io } from '../io/io.js';

export interface RulesOptions {
  readonly format: 'text' | 'json';
}

/** Lists every rule: its severity in the recommended and the strict preset, what it offers, and its page. */
export function run(io: Io, { format }: RulesOptions): Promise<ExitCode> {
  io.stdout.write(format === 'json' ? printableJson({ version: 1, rules: rules.map(toRecord) }) : table(io));
  return Promise.resolve(0);
}

function toRecord(rule: PolicyRule) {
  const { id, docs, meta } = rule;
  return {
    id,
    category: docs.category,
    description: docs.description,
    recommended: severityIn('recommended', rule) ?? 'off',
    strict: severityIn('strict', rule) ?? 'off',
    fixable: meta.fixable !== undefined,
    suggestions: meta.hasSuggestions,
    options: meta.schema[0]?.properties ?? {},
    url: meta.docs.url,
  };
}

function table({ stdout }: Io): string {
  const colors = createColors(stdout.color);
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  const tint = { error: colors.red, warning: colors.yellow, off: colors.dim };
  const sections = RULE_CATEGORIES.flatMap((category) => {
    const members = rules.filter(({ docs }) => docs.category === category);
    if (members.length === 0) return [];
    const lines = members.map((rule) => {
      const level = severityIn('recommended', rule) ?? 'off';
      const offers = [
        ...(rule.meta.fixable === undefined ? [] : ['fix']),
        ...(rule.meta.hasSuggestions ? ['suggestions'] : []),
      ].join(', ');
      return `  ${rule.id.padEnd(width)}  ${tint[level](level.padEnd(7))}  ${rule.docs.description}${offers === '' ? '' : colors.dim(` (${offers})`)}\n  ${' '.repeat(width)}           ${colors.dim(rule.meta.docs.url)}\n`;
    });
    return [`${colors.bold(category)}\n${lines.join('')}`];
  });
  return `${sections.join('\n')}\n${rules.length} rules; severities are those of the preset "recommended"\n`;
}
