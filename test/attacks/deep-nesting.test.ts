import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findInCode } from '../../src/calls/code/find.js';
import { sdkFacts } from '../../src/calls/sdk/facts.js';
import { findInPlan } from '../../src/calls/terraform/find.js';
import { loadHcl } from '../../src/hcl/grammar.js';
import { parseHcl } from '../../src/hcl/parse.js';

const DEEP = 20_000;

describe('Terraform that nests without end is a problem of its file, and the next file is read:', () => {
  it.each([
    ['what ends in an operator', `a = ${'/b'.repeat(3000)}/`],
    ['brackets', `a = ${'('.repeat(DEEP)}`],
    ['lists', `a = ${'['.repeat(DEEP)}`],
    ['blocks', 'a {\n'.repeat(DEEP)],
    ['interpolations', `a = ${'"${'.repeat(DEEP)}`],
    ['heredocs', `a = ${'<<E\n'.repeat(DEEP)}`],
    ['quotation marks', `a = ${'"'.repeat(DEEP + 1)}`],
  ])('%s', async (_, text) => {
    await loadHcl();
    expect(parseHcl(text).problem).toBeDefined();
    expect(parseHcl('a = "b"').attributes.map(({ name }) => name)).toEqual(['a']);
  });
});

describe('a plan that nests without end', () => {
  it('shows the calls of the modules that can be followed', () => {
    const document: unknown = JSON.parse(`{"format_version":"1.2","planned_values":{"root_module":${'{"child_modules":['.repeat(DEEP)}${']}'.repeat(DEEP)}}}`);
    expect(findInPlan('plan.json', document).problems).toEqual([]);
  });
});

// Last: from here on this thread's parsers are not asked any more.
describe('source code that overflows the stack of the parser itself', () => {
  it('is a problem of its file, and each file after it is complained of, never passed over', async () => {
    const nested = `import { EcsClient } from '@huaweicloud/huaweicloud-sdk-ecs';\nnew A${'<a>'.repeat(3000)}(i${'</a>'.repeat(3000)}`;
    const next = readFileSync('test/fixtures/calls/code/typescript/clients.mts', 'utf8');
    expect((await findInCode('next.mts', next, sdkFacts())).problems).toEqual([]);
    for (const [path, text] of [['nested.ts', nested], ['next.mts', next], ['main.go', readFileSync('test/fixtures/calls/code/go/main.go', 'utf8')]] as const) {
      expect((await findInCode(path, text, sdkFacts())).problems.map(({ message }) => message)).toEqual([expect.stringContaining('nested too deeply for the parser')]);
    }
    expect(parseHcl('a = "b"').problem?.message).toContain('nested too deeply for the parser');
  });
});
