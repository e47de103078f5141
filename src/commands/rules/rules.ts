import { createColors } from 'picocolors';
import { rules } from '../../../rules/registry.js';
import { severityIn } from '../../lint/config/rule-settings.js';
import { descriptionOf } from '../../lint/policy-rule.js';
import type { PolicyRule } from '../../lint/policy-rule.js';
import { RULE_CATEGORIES } from '../../lint/rule-definition.js';
import { Problem } from '../../problem.js';
import { printableJson } from '../../report/printable.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';
import { greatest } from '../../long-lists.js';
import type { ExitCode, Io } from '../io/io.js';
import { rulePage } from './rule-page.js';

const say = speaker('commands-setup', en);

export interface RulesOptions {
  /** Rules to show with their pages; empty: a list of all. */
  readonly names?: readonly string[] | undefined;
  readonly format: 'text' | 'json';
}

/**
 * Lists every rule: its severity in the recommended and the strict preset, what it offers, and its page; or shows the pages
 * of those that are named.
 */
export async function run(io: Io, { names = [], format }: RulesOptions): Promise<ExitCode> {
  const chosen = names.length === 0 ? rules : await Promise.all(names.map(ruleNamed));
  if (format === 'json') io.stdout.write(printableJson({ version: 1, rules: chosen.map(toRecord) }));
  else io.stdout.write(names.length === 0 ? table(io) : chosen.map(({ id }) => rulePage(id)).join('\n'));
  return 0;
}

async function ruleNamed(name: string): Promise<PolicyRule> {
  const rule = rules.find(({ id }) => id === name.toLowerCase());
  if (rule !== undefined) return rule;
  const { nearNames } = await import('../../calls/resolve/near-names.js');
  const near = nearNames(
    name,
    rules.map(({ id }) => id),
  );
  throw new Problem('usage', say('noRule', { rule: name, near }));
}

function toRecord(rule: PolicyRule) {
  const { id, docs, meta } = rule;
  return {
    id,
    category: docs.category,
    description: descriptionOf(rule),
    recommended: severityIn('recommended', rule) ?? 'off',
    strict: severityIn('strict', rule) ?? 'off',
    fixable: meta.fixable !== undefined,
    suggestions: meta.hasSuggestions,
    options: meta.schema[0]?.properties ?? {},
    url: meta.docs.url,
  };
}

type Colors = ReturnType<typeof createColors>;

function table({ stdout }: Io): string {
  const colors = createColors(stdout.color);
  const width = Math.max(0, greatest(rules.map(({ id }) => id.length)));
  const sections = RULE_CATEGORIES.flatMap((category) => {
    const members = rules.filter(({ docs }) => docs.category === category);
    if (members.length === 0) return [];
    return [
      [colors.bold(category), ...members.flatMap((rule) => linesOf(rule, width, colors)), ''].join('\n'),
    ];
  });
  return `${sections.join('\n')}\n${say('ruleCount', { rules: rules.length })}\n`;
}

/** What a rule is about, and below it where that is explained. */
function linesOf(rule: PolicyRule, width: number, colors: Colors): string[] {
  const { id, meta } = rule;
  const tint = { error: colors.red, warning: colors.yellow, off: colors.dim };
  const level = severityIn('recommended', rule) ?? 'off';
  const head = [id.padEnd(width), tint[level](level.padEnd(LEVEL_WIDTH))].join('  ');
  return [
    `  ${head}  ${descriptionOf(rule)}${offersOf(rule).map(colors.dim).join('')}`,
    `  ${' '.repeat(width + 2 + LEVEL_WIDTH)}  ${colors.dim(meta.docs.url)}`,
  ];
}

const LEVEL_WIDTH = 'warning'.length;

function offersOf({ meta }: PolicyRule): string[] {
  const fixes = meta.fixable !== undefined;
  if (fixes && meta.hasSuggestions) return [say('offersBoth')];
  if (fixes) return [say('offersFix')];
  return meta.hasSuggestions ? [say('offersSuggestions')] : [];
}
