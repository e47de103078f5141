import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledPackages, judgeAudit } from '../../scripts/supply-chain/audit-report.js';

const advisory = (severity: string) => ({
  severity,
  via: [{ title: 'Prototype pollution', url: 'https://github.com/advisories/GHSA-x' }, 'other'],
});
const audit = (vulnerabilities: Readonly<Record<string, unknown>>, ...shipped: readonly string[]) =>
  judgeAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities }), new Set(shipped));

describe('the audit', () => {
  it('fails for any advisory of what is in the package', () => {
    expect(audit({ yaml: advisory('low') }, 'yaml')).toEqual({
      grave: [
        'yaml (low, in the package): Prototype pollution, https://github.com/advisories/GHSA-x; by other',
      ],
      slight: [],
      silence: undefined,
    });
  });

  it('fails for grave ones of what builds it, and names the others', () => {
    const { grave, slight } = audit(
      { vite: advisory('moderate'), knip: advisory('high'), tsx: advisory('critical') },
      'yaml',
    );
    expect(grave.map((line) => line.split(':')[0])).toEqual([
      'knip (high, builds and tests it)',
      'tsx (critical, builds and tests it)',
    ]);
    expect(slight.map((line) => line.split(':')[0])).toEqual(['vite (moderate, builds and tests it)']);
  });

  it.each([
    [
      'the endpoint is not there',
      { message: '405 Method Not Allowed', statusCode: 405, error: { summary: '', detail: '' } },
      '405 Method Not Allowed',
    ],
    [
      'the registry cannot be reached',
      { error: { code: 'ENOTFOUND', summary: 'request to https://registry.npmjs.org failed', detail: '' } },
      'request to https://registry.npmjs.org failed',
    ],
  ])('takes no silence for a clean answer where %s', (_, answer, silence) => {
    expect(judgeAudit(JSON.stringify(answer), new Set())).toEqual({ grave: [], slight: [], silence });
  });

  it('is no audit where npm prints something else', () => {
    expect(() => judgeAudit('{}', new Set())).toThrow();
    expect(() => judgeAudit('', new Set())).toThrow();
  });

  it('knows what is in the package by the licences in it', () => {
    const bundled = bundledPackages(readFileSync('dist/third-party-licenses.txt', 'utf8'));
    expect([...bundled]).toEqual(
      expect.arrayContaining([
        'eslint',
        'yaml',
        'zod',
        'cheerio',
        '@eslint/plugin-kit',
        'web-tree-sitter',
        '@tree-sitter-grammars/tree-sitter-hcl',
      ]),
    );
    expect(
      [...bundled].filter((name) => ['vitest', 'esbuild', 'typescript', 'espree', 'acorn'].includes(name)),
    ).toEqual([]);
  });
});
