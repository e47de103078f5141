import { readFileSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { guideCommands, printed, writeGuideFiles } from './guide-commands.js';

const GUIDE = readFileSync('src/reference/guides/expectations.md', 'utf8');

describe('the guide to expectations', () => {
  const cwd = writeGuideFiles(GUIDE);

  afterAll(() => {
    rmSync(cwd, { recursive: true });
  });

  it.each(guideCommands(GUIDE).map(({ command, shown }) => [command, shown]))(
    'shows what %s prints',
    async (command, shown) => {
      expect(await printed(command, cwd)).toBe(shown);
    },
  );
});
