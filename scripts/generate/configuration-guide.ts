import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { configJsonSchema } from '../../src/lint/config/config-schema.js';
import type { Generated } from '../generate.js';

const GUIDE = 'src/reference/guides/configuration.md';

/** The table of keys at the end of the guide to the configuration, from its schema. */
export async function configurationGuide(): Promise<Generated> {
  const text = readFileSync(GUIDE, 'utf8');
  const prose = text.slice(0, text.indexOf(HEADING) + HEADING.length);
  return { files: new Map([[GUIDE, await format(`${prose}\n${table()}`, { parser: 'markdown' })]]) };
}

const HEADING = '\n## Keys\n';

function table(): string {
  const { properties = {} } = configJsonSchema() as {
    readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
  };
  const rows = Object.entries(properties)
    .filter(([key]) => key !== '$schema')
    .map(([key, { description = '' }]) => `| \`${key}\` | ${description.replaceAll('|', '\\|')} |`);
  return ['| key | holds |', '| --- | --- |', ...rows, ''].join('\n');
}
