import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/calls/manifest/manifest.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import { findInPlan } from '../../src/calls/terraform/find-in-terraform.js';
import { createCatalog } from '../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { loadConfig } from '../../src/lint/config/config-file.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { REPORT_FORMATS, renderReport } from '../../src/report/report.js';
import { loadSyntax } from '../../src/policy/syntax/parse-policy.js';
import { callOf } from '../calls/catalog.js';
import { folder } from '../e2e/run.js';
import { exampleCatalog } from '../rules/example-catalog.js';
import { plain } from '../report/sample.js';
import { text as lines } from '../text.js';

/** Names that every object has, so that a look-up by name finds something where nothing is. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  '__lookupSetter__',
];

const catalog = createCatalog('huaweicloud', exampleCatalog());
const shapeOf = (value: object): string => Reflect.ownKeys(value).map(String).join();
const before = [Object.prototype, Array.prototype, Function.prototype].map(shapeOf);

beforeAll(async () => {
  await Promise.all([loadSyntax('yaml'), loadSyntax('hcl')]);
});
afterEach(() => {
  expect([Object.prototype, Array.prototype, Function.prototype].map(shapeOf)).toEqual(before);
});

describe.each(NAMES)('%s is a name like any other', (name) => {
  it('as a service, an action and an operation that the catalog does not know', () => {
    expect(catalog.service(name)).toBeUndefined();
    expect(catalog.action(`${name}:${name}:${name}`)).toBeUndefined();
    expect(catalog.operation(`${name}/${name}`)).toBeUndefined();
    expect(catalog.formerAction(`${name}:a:b`)).toBeUndefined();
    expect(catalog.operationsAt(name)).toEqual([]);
    expect(catalog.operationsNeeding(name)).toEqual([]);
    for (const call of [{ operation: `${name}/a` }, { operation: name }, { api: `GET /${name}` }])
      expect(resolveCall(callOf(call), catalog).status).not.toBe('resolved');
  });

  it.each(['json', 'yaml', 'tf'])(
    'in a policy in %s, in every place, and in every report',
    async (syntax) => {
      const policy = `{ "Version": "1.1", "${name}": { "polluted": true }, "Statement": [{ "Effect": "Allow", "${name}": "x", "Action": ["${name}:${name}:${name}", "${name}:*:*"], "Condition": { "${name}": { "${name}": ["${name}"] } } }] }`;
      const text =
        syntax === 'tf'
          ? lines`
            resource "huaweicloud_identity_role" "${name}" {
              ${name} = 1
              policy = jsonencode(${policy.replaceAll('":', '" =')})
            }
            locals {
              ${name} = local.${name}
            }
          `
          : policy;
      const path = `app.${syntax}`;
      const { record, texts, errors } = await lintFiles({
        files: [{ path, text }],
        manifests: [
          {
            path: 'app.apis.yaml',
            text: lines`
              policies: [${path}]
              apis:
                - operation: ${name}/${name}
                - GET /${name}
            `,
          },
        ],
        config: { ...DEFAULT_CONFIG, preset: 'strict' },
        loadCatalog: () => Promise.resolve(catalog),
        fix: true,
      });
      expect(errors).toEqual([]);
      const rules = record.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
      expect(rules).toContain('unknown-element');
      expect(rules).toContain('unknown-service');
      expect(rules).toContain('unknown-condition-operator');
      for (const format of REPORT_FORMATS)
        expect(
          await renderReport(format, { record, rules: [], textOf: (file) => texts.get(file) }, plain),
        ).toContain('unknown-service');
    },
  );

  it('in a manifest, a configuration and a plan', async () => {
    expect(
      parseManifest(`${name}: { polluted: true }\napis: [GET /v1/a]\n`, 'app.apis.yaml').problems[0]?.message,
    ).toContain('unknown key');
    for (const [file, text] of [
      ['lint-policies.config.json', `{ "${name}": { "polluted": true } }`],
      ['lint-policies.config.yaml', `${name}: { polluted: true }`],
      ['lint-policies.config.json', `{ "rules": { "${name}": "off" } }`],
    ] as const) {
      await expect(loadConfig(folder({ [file]: text }))).rejects.toMatchObject({ code: 'config' });
    }
    const plan: unknown = JSON.parse(
      `{ "format_version": "1", "${name}": {}, "resource_changes": [{ "type": "${name}", "${name}": {} }, { "type": "huaweicloud_${name}" }], "values": { "root_module": { "resources": [{ "type": "${name}" }] } } }`,
    );
    expect(findInPlan('plan.json', plan).found).toEqual([]);
  });
});
