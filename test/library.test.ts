import { describe, expect, it } from 'vitest';
import {
  assembleCatalog,
  createCatalog,
  extractPage,
  judge,
  parseManifest,
  parsePolicyText,
  policyOf,
  resolveCall,
} from '../src/index.js';
import { text } from './text.js';

const PAGE = `# Parts

| API | API Function | Permission |
|---|---|---|
| GET /v1/{project_id}/parts | Listing Parts | demo:parts:list |
| DELETE /v1/{project_id}/parts/{part_id} | Deleting a Part | demo:parts:delete |
`;

describe('the library', () => {
  it('asks for the reader of a syntax to be loaded', () => {
    expect(() => parsePolicyText('a', { syntax: 'hcl' })).toThrow("await loadSyntax('hcl') first");
  });

  it('goes from a page to a verdict', async () => {
    const record = await extractPage(new TextEncoder().encode(PAGE), 'parts.md');
    const { services } = await assembleCatalog('democloud', [
      { record, page: 'parts.md', group: 'parts', generation: 0, role: 'current', revision: '2026-01-01' },
    ]);
    const catalog = createCatalog('democloud', services);

    const { manifest } = parseManifest(
      text`
        apis:
          - GET /v1/{project_id}/parts
          - DELETE /v1/{project_id}/parts/7
      `,
      'app.apis.yaml',
    );
    const calls = manifest.calls.map((call) => resolveCall(call, catalog));
    const parsed = parsePolicyText(
      '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["demo:*:list"] }] }',
      { syntax: 'json' },
    );
    const root = parsed.ok ? parsed.document.body[0] : undefined;
    const policy = root && policyOf(root);

    const verdict = judge({
      catalog,
      calls,
      policies: policy === undefined ? [] : [{ id: 'app.json', policy }],
    });

    expect(verdict.missing.map(({ action }) => action)).toEqual(['demo:parts:delete']);
    expect(verdict.calls.map(({ status }) => status)).toEqual(['granted', 'missing']);
  });
});
