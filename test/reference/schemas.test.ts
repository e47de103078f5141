import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestJsonSchema } from '../../src/calls/manifest/manifest-schema.js';
import { catalogJsonSchema } from '../../src/catalog/model/catalog-schema.js';
import { editorSchemas } from '../../src/reference/schemas/editor-schemas.js';
import type { Output } from '../../src/reference/output.js';
import { withSuggestions } from '../../src/reference/schemas/suggestions.js';
import { fixtureReference } from './fixture.js';

let files: Output;

beforeAll(async () => {
  files = editorSchemas(await fixtureReference(), {
    manifest: manifestJsonSchema(),
    catalog: catalogJsonSchema(),
  });
});

describe('schemas for editors', () => {
  it('complete endpoints and operations of the cloud', () => {
    const huaweicloud = known('schemas/huaweicloud/manifest.json');
    expect(huaweicloud['knownAPIs']?.enum).toContain('GET /v1/{project_id}/cloudservers/detail');
    expect(huaweicloud['knownOperations']?.enum).toContain('ecs/batch-stop-servers');
    expect(known('schemas/opentelekomcloud/manifest.json')['knownOperations']?.enum).not.toContain(
      'ecs/batch-stop-servers',
    );
  });

  it('are suggestions: what the plain schema accepts is accepted, what it refuses is refused', () => {
    const plain = compile('schemas/manifest.json');
    const completed = compile('schemas/huaweicloud/manifest.json');
    const manifests: { readonly value: unknown; readonly valid: boolean }[] = [
      { value: { apis: ['GET /v1/{project_id}/cloudservers/detail'] }, valid: true },
      {
        value: {
          cloud: 'huaweicloud',
          apis: ['GET /v9/of/another/service', { operation: 'other/operation' }],
        },
        valid: true,
      },
      {
        value: {
          apis: [{ api: 'POST /v1/{project_id}/cloudservers/action', operation: 'ecs/batch-stop-servers' }],
        },
        valid: true,
      },
      { value: { apis: [''] }, valid: false },
      { value: { apis: [7] }, valid: false },
      { value: { apis: ['GET /'], unknown: true }, valid: false },
    ];
    for (const { value, valid } of manifests) {
      expect(plain(value), JSON.stringify(value)).toBe(valid);
      expect(completed(value), JSON.stringify(value)).toBe(valid);
    }
  });

  it('leave a schema without such strings alone, and offer no empty list', () => {
    expect(withSuggestions({ type: 'string', title: 'Name' }, new Map([['API', ['GET /']]]))).toBeUndefined();
    expect(withSuggestions({ type: 'string', title: 'API' }, new Map([['API', []]]))).toBeUndefined();
  });
});

function read(path: string): unknown {
  const text = files.get(path);
  if (text === undefined) throw new Error(`no file ${path}`);
  return JSON.parse(text);
}

function known(path: string): Readonly<Record<string, { readonly enum: readonly string[] }>> {
  return (read(path) as { readonly $defs: Readonly<Record<string, { readonly enum: readonly string[] }>> })
    .$defs;
}

function compile(path: string): ValidateFunction {
  return new Ajv2020({ strict: false }).compile(read(path) as object);
}
