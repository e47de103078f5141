import { beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/calls/manifest/manifest.js';
import { findInSpecification } from '../../src/calls/openapi/find-in-openapi.js';
import { readOverrides } from '../../src/catalog/model/override-schema.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';
import { readSources } from '../../src/catalog/model/sources-schema.js';
import { loadConfig } from '../../src/lint/config/config-file.js';
import { loadSyntax, parsePolicyText } from '../../src/policy/syntax/parse-policy.js';
import { folder } from '../e2e/run.js';

beforeAll(() => loadSyntax('yaml'));

/** Ten lists of ten aliases each, nine levels deep: a billion values of 600 bytes. */
const LEVELS = Array.from(
  { length: 9 },
  (_, level) =>
    `l${level}: &l${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'x' : `*l${level - 1}`)).join(', ')}]`,
).join('\n');
const MERGES = [
  'm0: &m0 { a: 1 }',
  ...Array.from(
    { length: 40 },
    (_, level) => `m${level + 1}: &m${level + 1} { <<: [*m${level}, *m${level}], k${level}: *m${level} }`,
  ),
].join('\n');

describe.each([
  ['lists', LEVELS],
  ['merge keys', MERGES],
])('an alias bomb of %s is refused', (_, bomb) => {
  it('as a policy', () => {
    const { ok, problems } = parsePolicyText(
      `${bomb}\nVersion: "1.1"\nStatement: *${bomb === LEVELS ? 'l8' : 'm40'}\n`,
      { syntax: 'yaml' },
    );
    expect(ok).toBe(false);
    expect(problems[0]?.message).toContain('Unexpected number of values behind aliases');
  });

  it('as a manifest', () => {
    const { problems } = parseManifest(
      `${bomb}\napis: *${bomb === LEVELS ? 'l8' : 'm40'}\n`,
      'app.apis.yaml',
    );
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(200);
  });

  it('as a specification, which is read no further than its paths', () => {
    const { found, problems } = findInSpecification(
      'openapi.yaml',
      `openapi: 3.1.0\n${bomb}\npaths: { /v1/a: *${bomb === LEVELS ? 'l8' : 'm40'}, /v1/b: { get: { operationId: *${bomb === LEVELS ? 'l8' : 'm40'} } } }\n`,
    );
    expect(found.length + problems.length).toBeLessThan(3);
  });

  it('as a configuration', async () => {
    const cwd = folder({ 'lint-policies.config.yaml': `${bomb}\n` });
    await expect(loadConfig(cwd)).rejects.toMatchObject({ name: 'Problem', code: 'config' });
  });

  it.each([
    ['catalog', readServiceCatalog],
    ['list of overrides', readOverrides],
    ['list of sources', readSources],
  ])('as a %s', (_name, read) => {
    expect(() => read(`schema: 1\ncloud: testcloud\nservice: ecs\n${bomb}\n`, 'ecs.yaml')).toThrow(
      /alias \*[lm]0 is not allowed here|<<|unknown key/,
    );
  });
});
