import { expect, it } from 'vitest';
import { run } from '../../../src/commands/publish/publish.js';
import { memoryIo } from '../memory-io.js';

it('publish says outside GitHub Actions that nothing was published', async () => {
  const outside = { ...memoryIo(process.cwd()), env: {} };
  await expect(run(outside, { report: 'docs-out/example-report.md', key: 'report' })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringMatching(/^nothing was published: this is no job of GitHub Actions/) as string,
  });
});
