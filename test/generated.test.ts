import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleReport } from '../scripts/generate/example-report.js';
import { rulePages } from '../scripts/generate/rule-pages.js';
import { ruleRegistry } from '../scripts/generate/rule-registry.js';
import { ruleTable } from '../scripts/generate/rule-table.js';
import { schemas } from '../scripts/generate/schemas.js';

describe.each([
  ['the registry of rules', ruleRegistry],
  ['the pages of the rules', rulePages],
  ['the table of rules in the README', ruleTable],
  ['the schemas', schemas],
  ['the example report', exampleReport],
])('%s', async (_, generate) => {
  const { files, obsolete = [] } = await generate();

  it.each([...files])('%s is as `npm run generate` writes it', (file, text) => {
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '(not there)').toBe(text);
  });

  it('leaves nothing of earlier runs behind', () => {
    expect(obsolete).toEqual([]);
  });
});
