import { createManifest, updateManifest } from '../../src/calls/manifest/manifest-write.js';
import type { WrittenCall } from '../../src/calls/manifest/written-entry.js';
import { callKey, parseManifest } from '../../src/calls/manifest/manifest.js';
import { findInCode } from '../../src/calls/code/find-in-code.js';
import type { FoundCall, FoundCalls } from '../../src/calls/found.js';
import { countLines, countRecords } from '../../src/calls/observed/find-observed.js';
import { compileLogPattern } from '../../src/calls/observed/log-pattern.js';
import { createTally } from '../../src/calls/observed/tally.js';
import { findInSpecification } from '../../src/calls/openapi/find-in-openapi.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { findInPlan, findInTerraform, isPlan } from '../../src/calls/terraform/find-in-terraform.js';
import { loadCatalog } from '../../src/catalog/yaml/load.js';
import { entriesOf } from '../../src/commands/calls/calls-entries.js';
import { decodeText } from '../../src/files.js';
import type { Seeds } from './seeds.js';
import type { Target } from './targets.js';
import * as words from './tokens.js';

/** The ways in of `calls`: whatever is found must fit into a manifest that can be read again. */
export function callsTargets(seeds: Seeds): readonly Target[] {
  const code = (ending: 'go' | 'java' | 'py' | 'ts'): Target => ({
    name: `code-${ending}`,
    seeds: seeds.code[ending],
    tokens: words.CODE_WORDS,
    run: async (bytes) => features(await findInCode(`app.${ending}`, decodeText(bytes), sdkFacts())),
  });
  return [
    {
      name: 'terraform-calls',
      seeds: seeds.hcl,
      tokens: words.HCL_WORDS,
      run: async (bytes) => features(await findInTerraform('main.tf', decodeText(bytes))),
    },
    {
      name: 'terraform-plan',
      seeds: seeds.terraformJson,
      tokens: words.JSON_WORDS,
      json: true,
      async run(bytes) {
        const document = parsed(decodeText(bytes));
        return isPlan(document) ? features(findInPlan('plan.json', document)) : ['no plan'];
      },
    },
    {
      name: 'openapi',
      seeds: seeds.specifications,
      tokens: words.SPECIFICATION_WORDS,
      run: async (bytes) => features(findInSpecification('openapi.yaml', decodeText(bytes))),
    },
    {
      name: 'traces',
      seeds: seeds.traces,
      tokens: words.TRACE_WORDS,
      json: true,
      run: (bytes) => observed(countRecords, decodeText(bytes)),
    },
    {
      name: 'log-records',
      seeds: seeds.logRecords,
      tokens: words.LOG_WORDS,
      run: (bytes) => observed(countRecords, decodeText(bytes)),
    },
    {
      name: 'access-log',
      seeds: seeds.logs,
      tokens: words.LOG_WORDS,
      run: (bytes) => observed(countLines, decodeText(bytes)),
    },
    {
      // The first line is the pattern.
      name: 'log-pattern',
      seeds: seeds.logs.map((text) => `{*} [{time}] "{method} {url} HTTP/{*}" {status}\n${text}`),
      tokens: [
        ...words.LOG_WORDS,
        '{*}',
        '{method}',
        '{path}',
        '{url}',
        '{time}',
        '{status}',
        '{host}',
        '{',
        '}',
        '{{',
      ],
      run(bytes) {
        const [pattern = '', ...lines] = decodeText(bytes).split('\n');
        return observed(countLines, lines.join('\n'), pattern);
      },
    },
    {
      name: 'manifest-update',
      seeds: seeds.manifests,
      tokens: words.MANIFEST_WORDS,
      run: (bytes) => Promise.resolve(update(decodeText(bytes))),
    },
    code('ts'),
    code('py'),
    code('go'),
    code('java'),
  ];
}

async function features({ found, unplaced, problems }: FoundCalls): Promise<readonly string[]> {
  await rewrite(found);
  return [
    `found ${Math.min(found.length, 5)}`,
    `unplaced ${Math.min(unplaced.length, 5)}`,
    ...unplaced.map((one) => Object.keys(one).join()),
    ...problems.map(({ message }) => message),
  ];
}

async function observed(
  count: typeof countLines,
  text: string,
  pattern?: string,
): Promise<readonly string[]> {
  const tally = createTally();
  const catalog = await loadCatalog('huaweicloud');
  const { records, problems } = await count(
    'a.log',
    inPieces(text),
    {
      catalog,
      sdk: sdkFacts(),
      declared: new Set(),
      users: new Set(),
      format: pattern === undefined ? undefined : compileLogPattern(pattern),
    },
    tally,
  );
  const result = tally.result();
  // However the text was cut, the same is read.
  const again = createTally();
  await count(
    'a.log',
    whole(text),
    {
      catalog,
      sdk: sdkFacts(),
      declared: new Set(),
      users: new Set(),
      format: pattern === undefined ? undefined : compileLogPattern(pattern),
    },
    again,
  );
  if (JSON.stringify(again.result()) !== JSON.stringify(result))
    throw new Error('in pieces something else is read than at once');
  await rewrite(result.found);
  return [
    `records ${Math.min(records, 5)}`,
    ...result.found.map(({ api }) => api),
    ...[...result.unplaced, ...result.passed].map(({ reason }) => reason),
    ...result.observed.map(({ by }) => by),
    ...problems.map(({ message }) => message),
  ];
}

async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 61) yield await Promise.resolve(text.slice(at, at + 61));
}

async function* whole(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

/** Found calls as a manifest: it reads again, and holds each of them. */
async function rewrite(found: readonly FoundCall[]): Promise<void> {
  if (found.length === 0) return;
  const entries = entriesOf(found, await loadCatalog('huaweicloud'));
  holds(createManifest(entries, { cloud: undefined, policies: [], observed: [], unread: [] }), entries);
}

/** A manifest that a scan brings up to date holds what was found, and what was written by hand. */
function update(text: string): readonly string[] {
  const found: WrittenCall[] = ['GET /v1/{project_id}/cloudservers/detail', 'GET /v9/new'].map((api) => ({
    api,
    operation: undefined,
    possible: false,
    origins: [{ file: 'src/a.ts', line: 3, confidence: 'certain' }],
    seen: undefined,
  }));
  const before = parseManifest(text, 'app.apis.yaml');
  const {
    text: after,
    added,
    removed,
  } = updateManifest(text, 'app.apis.yaml', found, { written: true, observed: undefined, unread: [] });
  if (before.problems.length > 0) return before.problems.map(({ message }) => message);
  const byHand = before.manifest.calls.filter(({ origins }) => origins.length === 0);
  holds(after, [...found, ...byHand]);
  const { text: again } = updateManifest(after, 'app.apis.yaml', found, {
    written: true,
    observed: undefined,
    unread: [],
  });
  if (again !== after) throw new Error('brought up to date again, it is another text');
  return [
    `added ${added.length}`,
    `removed ${Math.min(removed.length, 3)}`,
    `by hand ${Math.min(byHand.length, 3)}`,
  ];
}

/** What we write ourselves we must be able to read. */
function holds(text: string, calls: readonly Parameters<typeof callKey>[0][]): void {
  const { manifest, problems } = parseManifest(text, 'app.apis.yaml');
  const [problem] = problems;
  if (problem !== undefined)
    throw new Error(`a manifest that was written cannot be read: ${problem.message}\n${text}`);
  const keys = new Set(manifest.calls.map(callKey));
  for (const call of calls)
    if (!keys.has(callKey(call)))
      throw new Error(`a manifest that was written has lost ${callKey(call)}\n${text}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
