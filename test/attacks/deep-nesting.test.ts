import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findInCode } from '../../src/calls/code/find-in-code.js';
import { parseManifest } from '../../src/calls/manifest/manifest.js';
import { updateManifest } from '../../src/calls/manifest/manifest-write.js';
import { sdkFacts } from '../../src/calls/sdk/sdk-facts.js';
import { findInPlan } from '../../src/calls/terraform/find-in-terraform.js';
import { readServiceCatalog } from '../../src/catalog/yaml/read-catalog.js';
import { loadHcl } from '../../src/hcl/hcl-parser.js';
import { parseHcl } from '../../src/hcl/parse-hcl.js';
import { folder, policy, run } from '../e2e/run.js';

const DEEP = 20_000;

describe('Terraform that nests without end is a problem of its file, and the next file is read:', () => {
  it.each([
    ['what ends in an operator', `a = ${'/b'.repeat(3000)}/`],
    ['brackets', `a = ${'('.repeat(DEEP)}`],
    ['lists', `a = ${'['.repeat(DEEP)}`],
    ['blocks', 'a {\n'.repeat(DEEP)],
    ['interpolations', `a = ${'"${'.repeat(DEEP)}`],
    ['heredocs', `a = ${'<<E\n'.repeat(DEEP)}`],
    ['blanks in a string that does not end', `a = "${' '.repeat(DEEP * 5)}`],
    ['quotation marks', `a = ${'"'.repeat(DEEP + 1)}`],
  ])('%s', async (_, text) => {
    await loadHcl();
    expect(parseHcl(text).problem).toBeDefined();
    expect(parseHcl('a = "b"').attributes.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('a plan that nests without end', () => {
  it('shows the calls of the modules that can be followed', () => {
    const document: unknown = JSON.parse(
      `{"format_version":"1.2","planned_values":{"root_module":${'{"child_modules":['.repeat(DEEP)}${']}'.repeat(DEEP)}}}`,
    );
    expect(findInPlan('plan.json', document).problems).toEqual([]);
  });
});

describe('YAML that nests without end', () => {
  const deep = '['.repeat(100_000);

  it('is a complaint about a manifest, when it is read and when a scan would change it', () => {
    const { problems } = parseManifest(`apis: ${deep}`, 'app.apis.yaml');
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('nested too deeply')]);
    expect(() =>
      updateManifest(`apis: ${deep}`, 'app.apis.yaml', [], {
        written: true,
        observed: undefined,
        unread: [],
      }),
    ).toThrow('nested too deeply');
  });

  it('ends no process, whatever stack is left', () => {
    for (const file of ['app.apis.yaml', 'openapi.yaml', 'ecs.yaml']) {
      const cwd = folder({
        [file]: `openapi: 3.0.0\napis: ${deep}`,
        'lint-policies.config.yaml': 'failOn: never\n',
        'app.json': policy('ecs:cloudServers:list'),
      });
      for (const args of [
        ['.'],
        ['calls', file],
        ['calls', file, '--manifest', 'app.apis.yaml'],
        ['diff', '.', '.'],
      ])
        expect(run(args, { cwd }).code, args.join(' ')).toBeLessThan(3);
    }
  });

  it('is a complaint about a catalog', () => {
    expect(() => readServiceCatalog(`schema: ${deep}`, 'ecs.yaml')).toThrow('nested too deeply');
  });
});

// Last: from here on this thread's parsers are not asked any more.
describe('source code that overflows the stack of the parser itself', () => {
  it('is a problem of its file, and each file after it is complained of, never passed over', async () => {
    const nested = `import { EcsClient } from '@huaweicloud/huaweicloud-sdk-ecs';\nnew A${'<a>'.repeat(3000)}(i${'</a>'.repeat(3000)}`;
    const next = readFileSync('test/fixtures/calls/code/typescript/clients.mts', 'utf8');
    expect((await findInCode('next.mts', next, sdkFacts())).problems).toEqual([]);
    for (const [path, text] of [
      ['nested.ts', nested],
      ['next.mts', next],
      ['main.go', readFileSync('test/fixtures/calls/code/go/main.go', 'utf8')],
    ] as const) {
      expect((await findInCode(path, text, sdkFacts())).problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('nested too deeply for the parser'),
      ]);
    }
    expect(parseHcl('a = "b"').problem?.message).toContain('nested too deeply for the parser');
  });
});
