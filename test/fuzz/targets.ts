import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIgnoreRules } from '../../src/commands/discovery/ignore-rules.js';
import { decodeText } from '../../src/files.js';
import { readBaseline } from '../../src/lint/config/baseline.js';
import { loadConfig } from '../../src/lint/config/config-file.js';
import { callsTargets } from './calls-targets.js';
import { catalogFeatures, pageFeatures } from './catalog-targets.js';
import { lintFeatures } from './lint-targets.js';
import type { Material } from './mutate.js';
import type { Seeds } from './seeds.js';
import * as words from './tokens.js';
import { text } from '../text.js';

/**
 * A way into the program. `run` gives what the program did, as words: an input that shows a new one is kept and changed
 * further. It throws a Problem for what a user can mend; anything else that is thrown is a failure.
 */
export interface Target extends Material {
  readonly name: string;
  readonly run: (bytes: Uint8Array) => Promise<readonly string[]>;
}

const MANIFEST = text`
  apis:
    - operation: ecs/list-servers-details
    - GET /v1/{project_id}/cloudservers/detail
`;
const POLICY =
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get*", "obs:*:*", "*:*:*"] }] }\n';
const CONFIGS = [
  '{ "preset": "strict", "files": ["**/*.json", "!old/**"], "rules": { "full-wildcard": "off", "too-many-actions": ["error", { "max": 3 }] } }',
  '{ "overrides": [{ "files": "legacy/*.json", "rules": { "missing-action": "warning" } }], "ignores": [{ "files": ["a/**"], "reason": "generated" }], "failOn": "warning" }',
  '{ "suppressions": [{ "rule": ["full-wildcard"], "files": "app.json", "where": { "action": "*:*:*" }, "reason": "break glass", "expires": "2026-12-31" }], "cloud": "huaweicloud" }',
];
const BASELINES = [
  '{ "version": 1, "findings": [{ "rule": "full-wildcard", "path": "app.json", "message": "m", "reason": "r", "expires": "2026-12-31", "fingerprint": "abc" }] }',
];
const IGNORES = [
  text`
    node_modules/
    *.log
    !keep.log
    /build
    **/tmp/*
  `,
  text`
    # generated
    *.json
    !app.json
    [a-c]?.yaml
    \\#x
  `,
];

export function createTargets(seeds: Seeds): readonly Target[] {
  const scratch = mkdtempSync(join(tmpdir(), 'lint-policies-fuzz-'));
  const lint =
    (path: string) =>
    (bytes: Uint8Array): Promise<readonly string[]> =>
      lintFeatures(
        {
          files: [{ path, text: decodeText(bytes) }],
          manifests: [{ path: 'app.apis.yaml', text: `policies: [${path}]\n${MANIFEST}` }],
        },
        bytes,
      );
  return [
    { name: 'json', seeds: seeds.json, tokens: words.JSON_WORDS, json: true, run: lint('app.json') },
    { name: 'jsonc', seeds: seeds.json, tokens: words.JSON_WORDS, run: lint('app.jsonc') },
    { name: 'yaml', seeds: seeds.yaml, tokens: words.YAML_WORDS, run: lint('app.yaml') },
    { name: 'hcl', seeds: seeds.hcl, tokens: words.HCL_WORDS, run: lint('main.tf') },
    {
      name: 'terraform-json',
      seeds: seeds.terraformJson,
      tokens: words.JSON_WORDS,
      json: true,
      run: lint('main.tf.json'),
    },
    {
      name: 'manifest',
      seeds: seeds.manifests,
      tokens: words.MANIFEST_WORDS,
      run: (bytes) =>
        lintFeatures(
          {
            files: [{ path: 'app.json', text: POLICY }],
            manifests: [{ path: 'app.apis.yaml', text: decodeText(bytes) }],
          },
          bytes,
        ),
    },
    {
      name: 'configuration',
      seeds: CONFIGS,
      tokens: words.CONFIG_WORDS,
      json: true,
      async run(bytes) {
        const file = `lint-policies.config.${bytes.length % 2 === 0 ? 'jsonc' : 'yaml'}`;
        writeFileSync(join(scratch, file), bytes);
        return lintFeatures(
          { files: [{ path: 'app.json', text: POLICY }], config: await loadConfig(scratch, file) },
          bytes,
        );
      },
    },
    {
      name: 'baseline',
      seeds: BASELINES,
      tokens: words.BASELINE_WORDS,
      json: true,
      run: (bytes) =>
        lintFeatures(
          {
            files: [{ path: 'app.json', text: POLICY }],
            baseline: readBaseline(decodeText(bytes), 'baseline.json'),
          },
          bytes,
        ),
    },
    {
      name: 'gitignore',
      seeds: IGNORES,
      tokens: [
        '*',
        '**',
        '?',
        '!',
        '/',
        '\\',
        '[',
        ']',
        'a',
        '#',
        ' ',
        '\n',
        '*a',
        '**/',
        '[!a]',
        '{a,b}',
        '(a+)+',
        'app.json',
      ],
      run(bytes) {
        writeFileSync(join(scratch, '.gitignore'), bytes);
        const rules = createIgnoreRules();
        return Promise.resolve(
          ['app.json', `${'a'.repeat(120)}/${'ab'.repeat(100)}.json`, `${'a/'.repeat(40)}b`].map((path) =>
            String(rules.ignored(join(scratch, path), false)),
          ),
        );
      },
    },
    {
      name: 'html',
      seeds: seeds.html,
      tokens: words.PAGE_WORDS,
      run: (bytes) => pageFeatures(bytes, 'page.html'),
    },
    {
      name: 'markdown',
      seeds: seeds.markdown,
      tokens: words.PAGE_WORDS,
      run: (bytes) => pageFeatures(bytes, 'page.md'),
    },
    {
      name: 'authorization-schema',
      seeds: seeds.schemas,
      tokens: words.JSON_WORDS,
      json: true,
      run: (bytes) => pageFeatures(bytes, 'schema.json'),
    },
    {
      name: 'catalog',
      seeds: seeds.catalogs,
      tokens: words.CATALOG_WORDS,
      run: (bytes) => catalogFeatures(decodeText(bytes), bytes),
    },
    ...callsTargets(seeds),
  ];
}
