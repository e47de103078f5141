import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../src/extract/extract-page.js';
import type { PageRecord } from '../../src/extract/extraction-record.js';
import { expectAccounted } from '../extract/read.js';

const corpus = process.env['LINT_POLICIES_CORPUS'] ?? '';
const scorer = process.env['LINT_POLICIES_SCORER'] ?? '';

describe.skipIf(corpus === '')('the corpus of documentation pages', () => {
  const files = corpus === '' ? [] : manifest();
  const pages: PageRecord[] = files.map(({ file }) => extractPage(readFileSync(join(corpus, file)), file));

  it('has the page that the project began with: 11 operations, two endpoints and thirteen actions in the first row', () => {
    const [table, ...others] = extractPage(readFileSync(join(corpus, 'seed.md')), 'seed.md').tables;
    expect(others).toEqual([]);
    expect(table).toMatchObject({ kind: 'api-permissions', rows: 11, skipped: [] });
    expect(table?.entries).toHaveLength(11);
    expect(table?.entries[0]?.endpoints).toEqual([
      'GET /v2/{project_id}/servers/detail',
      'GET /v2.1/{project_id}/servers/detail',
    ]);
    expect(table?.entries[0]?.actions).toHaveLength(13);
    expect(
      table?.entries
        .filter((entry) => entry.endpoints.includes('POST /v1/{tenant_id}/cloudservers/action'))
        .map((entry) => entry.actions),
    ).toHaveLength(3);
  });

  it('is read whole: no page fails, every row is accounted for', () => {
    expect(pages.filter((page) => page.error !== undefined)).toEqual([]);
    for (const page of pages) expectAccounted(page);
  });

  it('gives entries of the right form, on the line where their row stands', () => {
    for (const page of pages) {
      const lines = readFileSync(join(corpus, page.file), 'utf8').split('\n');
      for (const table of page.tables)
        for (const entry of table.words ? [] : table.entries)
          expect(lines[entry.line - 1], `${page.file}:${entry.line}`).toMatch(/<tr|\|/i);
      for (const entry of page.tables.flatMap((table) => table.entries)) {
        for (const endpoint of entry.endpoints)
          expect(endpoint).toMatch(/^[A-Z]+ \/[^\s{}]*(?:\{[\w.-]+\}[^\s{}]*)*$/);
        const scenarios = entry.scenarios.flatMap((scenario) => [
          ...scenario.actions,
          ...scenario.dependencies,
        ]);
        for (const action of [...entry.actions, ...entry.dependencies, ...scenarios])
          expect(action).toMatch(/^[A-Za-z*][\w-]*:[\w*-]*:[\w*-]+$/);
      }
    }
  });

  it('gives nothing from pages that only mention actions', () => {
    const negative = new Set(
      files
        .filter(({ classes }) =>
          classes
            .split(',')
            .every((name) => /^(?:N|MENTION_.*|POLICY|GRAMMAR|CONDKEY|SYSPOLICY_.*)$/.test(name)),
        )
        .map(({ file }) => file),
    );
    const speaking = pages.filter(
      (page) => negative.has(page.file) && page.tables.some((table) => table.entries.length > 0),
    );
    expect(negative.size).toBeGreaterThan(150);
    expect(speaking.map((page) => page.file)).toEqual([]);
  });

  it.skipIf(scorer === '')(
    'agrees with the independent reading, but for differences that were read and found to be its own',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'extraction-'));
      try {
        const extraction = join(folder, 'extraction.json');
        writeFileSync(extraction, JSON.stringify({ version: 1, pages }));
        const accepted = fileURLToPath(new URL('differences.tsv', import.meta.url));
        const result = spawnSync(
          process.execPath,
          [
            scorer,
            '--oracle',
            join(corpus, 'oracle.ndjson'),
            '--extraction',
            extraction,
            '--accepted',
            accepted,
            '--min-recall',
            '0.995',
            '--min-precision',
            '0.995',
          ],
          { encoding: 'utf8' },
        );
        expect(result.stdout + result.stderr).toContain('recall');
        expect(result.status, result.stdout).toBe(0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

if (corpus === '') it.skip('the corpus is not checked: LINT_POLICIES_CORPUS names no folder of pages');

function manifest(): { file: string; classes: string }[] {
  const [, ...lines] = readFileSync(join(corpus, 'manifest.tsv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [file = '', , , , classes = ''] = line.split('\t');
    return { file, classes };
  });
}
