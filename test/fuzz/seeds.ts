import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printPolicy } from '../../src/policy/edit/print-policy.js';
import type { Plain } from '../../src/policy/edit/print-policy.js';

/** Texts of the fixtures, examples and rule pages of this repository, by what they are. */
export interface Seeds {
  readonly json: readonly string[];
  readonly yaml: readonly string[];
  readonly hcl: readonly string[];
  readonly terraformJson: readonly string[];
  readonly manifests: readonly string[];
  readonly catalogs: readonly string[];
  readonly html: readonly string[];
  readonly markdown: readonly string[];
  readonly schemas: readonly string[];
  readonly specifications: readonly string[];
  readonly traces: readonly string[];
  readonly logRecords: readonly string[];
  readonly logs: readonly string[];
  readonly code: Readonly<Record<'go' | 'java' | 'py' | 'ts', readonly string[]>>;
}

/** Larger files make slow inputs, which find no more. In UTF-16 units. */
const MAX_SEED = 20_000;

export function readSeeds(): Seeds {
  const fixtures = filesBelow('test/fixtures');
  const ending = (pattern: RegExp, folder = ''): string[] =>
    fixtures
      .filter((path) => path.includes(folder) && pattern.test(path))
      .map((path) => readFileSync(path, 'utf8').slice(0, MAX_SEED));
  const examples = filesBelow('rules')
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => fencesIn(readFileSync(path, 'utf8')));
  const fenced = (test: (info: string) => boolean): string[] =>
    examples.flatMap(({ info, text }) => (test(info) ? [text] : []));
  const json = [...fenced((info) => /^jsonc?\b/.test(info)), ...ending(/night-shift\.json$|app\.json$/)];
  return {
    json,
    yaml: [
      ...fenced((info) => info.startsWith('yaml') && !/manifest|catalog/.test(info)),
      ...ending(/audit\.yaml$/),
      ...json.flatMap(asYaml),
    ],
    hcl: [...fenced((info) => /^(?:hcl|terraform)/.test(info)), ...ending(/\.tf$/)],
    terraformJson: ending(/(?:plan|state|\.tf)\.json$/, 'hcl'),
    manifests: [...fenced((info) => info.includes('manifest')), ...ending(/\.apis\.yaml$/)],
    catalogs: ending(/\.yaml$/, 'catalog/'),
    html: ending(/\.html$/),
    markdown: ending(/\.md$/, 'extract/'),
    specifications: ending(/\.(?:ya?ml|json)$/, 'calls/openapi/'),
    traces: ending(/\.(?:json|ndjson)$/, 'calls/traces/'),
    logRecords: ending(/\.jsonl$/, 'calls/logs/'),
    logs: ending(/\.(?:log|txt)$/, 'calls/logs/'),
    schemas: ending(/authorization-schema\.json$/),
    code: { go: ending(/\.go$/), java: ending(/\.java$/), py: ending(/\.py$/), ts: ending(/\.(?:mts|cjs)$/) },
  };
}

function asYaml(text: string): string[] {
  try {
    return [printPolicy(JSON.parse(text) as Plain, 'yaml')];
  } catch {
    return [];
  }
}

function fencesIn(page: string): { readonly info: string; readonly text: string }[] {
  return [...page.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(([, info = '', text = '']) => ({
    info,
    text,
  }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}
