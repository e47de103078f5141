import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../src/commands/check/check.js';
import { memoryIo } from '../commands/memory-io.js';

it('the first screen of the README is what check says of a repository', async () => {
  const [, shown = ''] =
    /```text\n\$ npx lint-policies check\n([^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const io = memoryIo(resolve('test/fixtures/check'));
  await run(io, { paths: [], manifest: [], format: [] });
  expect(words(shown)).toEqual(words(`${io.err()}${io.out()}`));
});

/** The README breaks lines where its column ends. */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
