import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { rules } from '../../rules/registry.js';
import { RULE_CATEGORIES } from '../../src/lint/rule-definition.js';
import type { Generated } from '../generate.js';
import { ruleRows } from './rule-pages.js';

const BEGIN = '<!-- rules: generated -->';
const END = '<!-- /rules -->';

/** The table of rules in the README, between two comments, laid out as the formatter would. */
export async function ruleTable(): Promise<Generated> {
  const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from === -1 || to < from) return { files: new Map() };
  const tables = RULE_CATEGORIES.flatMap((category) => {
    const own = rules.filter((rule) => rule.docs.category === category);
    return own.length === 0
      ? []
      : [
          `### ${category[0]?.toUpperCase() ?? ''}${category.slice(1)}\n\n${ruleRows(own, 'docs-out/rules/')}`,
        ];
  });
  const text = `${readme.slice(0, from)}${BEGIN}\n\n${tables.join('\n')}\n${readme.slice(to)}`;
  const options = await resolveConfig('README.md');
  return { files: new Map([['README.md', await format(text, { ...options, filepath: 'README.md' })]]) };
}
