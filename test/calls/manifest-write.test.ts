import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/calls/manifest.js';
import { createManifest, updateManifest } from '../../src/calls/manifest-write.js';
import type { WrittenCall } from '../../src/calls/manifest-write.js';

const LIST: WrittenCall = { api: 'GET /v1/{project_id}/vpcs', operation: undefined, possible: false, origins: [{ file: 'src/app.ts', line: 3, confidence: 'certain' }] };
const STOP: WrittenCall = {
  api: 'POST /v1/{project_id}/cloudservers/action',
  operation: 'ecs/batch-stop-servers',
  possible: true,
  origins: [{ file: 'src/stop.py', line: 12, confidence: 'likely' }],
};

describe('a manifest that a scan writes', () => {
  it('is read back with the same calls and origins', () => {
    const { manifest, problems } = parseManifest(createManifest([LIST, STOP], { cloud: 'huaweicloud', policies: ['app.json'] }), 'app.apis.yaml');
    expect(problems).toEqual([]);
    expect(manifest.cloud).toBe('huaweicloud');
    expect(manifest.policies.map(({ text }) => text)).toEqual(['app.json']);
    expect(manifest.calls.map(({ api, operation, possible, origins }) => ({ api, operation, possible, origins }))).toEqual([LIST, STOP]);
  });

  it('is the same text when nothing changed, however it is laid out', () => {
    const text = 'apis:\n    -   { api: "GET /v1/{project_id}/vpcs",   from: [src/app.ts:3] } # listed\n';
    expect(updateManifest(text, 'app.apis.yaml', [LIST])).toEqual({ text, added: [], removed: [] });
  });

  it('keeps what was written by hand, comments and order, and replaces what a scan wrote', () => {
    const text = `# the shop
cloud: huaweicloud
apis:
  # by hand
  - GET /v3/users
  - api: GET /v1/gone
    from:
      - src/old.ts:1
  - api: GET /v1/{project_id}/vpcs # moves
    from:
      - src/app.ts:99
policies: [app.json]
`;
    expect(updateManifest(text, 'app.apis.yaml', [STOP, LIST])).toEqual({
      text: `# the shop
cloud: huaweicloud
apis:
  # by hand
  - GET /v3/users
  - api: GET /v1/{project_id}/vpcs # moves
    from:
      - src/app.ts:3
  - api: POST /v1/{project_id}/cloudservers/action
    operation: ecs/batch-stop-servers
    possible: true
    from:
      - file: src/stop.py
        line: 12
        confidence: likely
policies: [ app.json ]
`,
      added: ['POST /v1/{project_id}/cloudservers/action (ecs/batch-stop-servers)'],
      removed: ['GET /v1/gone'],
    });
  });

  it('does not declare again what was declared by hand under another parameter name', () => {
    const text = 'apis:\n  - GET /v1/{tenant}/vpcs\n';
    expect(updateManifest(text, 'app.apis.yaml', [LIST])).toEqual({ text, added: [], removed: [] });
  });

  it('says that a call is certain where the manifest calls all possible', () => {
    const { text } = updateManifest('possible: true\napis: []\n', 'app.apis.yaml', [LIST, STOP]);
    expect(parseManifest(text, 'app.apis.yaml').manifest.calls.map(({ possible }) => possible)).toEqual([false, true]);
  });

  it('refuses a text that is no manifest', () => {
    expect(() => updateManifest('- a\n', 'app.apis.yaml', [])).toThrow('no manifest');
    expect(() => updateManifest('apis: [\n', 'app.apis.yaml', [])).toThrow('mend it');
  });
});
