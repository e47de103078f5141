import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectationJsonSchema } from '../../src/expectations/expectation-schema.js';
import { readExpectationSource } from '../../src/lint/expectations/expectation-source.js';

/** What the reader takes and what it complains about; the schema of editors is to say the same. */
const FILES = [
  ['never: iam:*:*', true],
  ['policies: everything\nalways: [ecs:cloudServers:list]', true],
  ['policies: ["*.json", "!old.json"]\ntogether: true\ncloud: huaweicloud\nat-most: [a.json, b.json]', true],
  ['same-as: main.tf#huaweicloud_identity_role.ops', true],
  ['never: [{ action: [ecs:*:*], resource: "*", context: { g:MFAPresent: false, g:UserName: null } }]', true],
  ['never: [{ action: ecs:*:*, condition: { StringEquals: { g:UserName: [a, b] } } }]', true],
  ['policies: [app.json]', false],
  ['nevr: [iam:*:*]', false],
  ['never: []', false],
  ['never: [7]', false],
  ['never: [{ resource: "*" }]', false],
  ['never: [{ action: ecs:*:*, condition: [] }]', false],
  ['never: [{ action: ecs:*:*, context: { g:UserName: {} } }]', false],
  ['together: 1\nnever: iam:*:*', false],
  ['cloud: Cloud\nnever: iam:*:*', false],
  ['at-most: { path: a.json }', false],
] as const;

describe('the schema of expectations', () => {
  const validate = new Ajv2020({ strict: false }).compile(expectationJsonSchema());

  it.each(FILES)('and the reader agree on %j', async (text, valid) => {
    const reading = await readExpectationSource({ path: 'app.expect.yaml', text });
    expect(reading.ok && reading.source.expectations?.complaints.length === 0).toBe(valid);
    expect(validate(parse(text))).toBe(valid);
  });
});
