import { execFileSync } from 'node:child_process';
import type { Generated } from '../generate.js';

const COMMAND = ['examples', '--format', 'markdown', '--fail-on', 'never'];

/** `docs-out/example-report.md`: what the built command says of `examples/` in Markdown. */
export function exampleReport(): Generated {
  const report = execFileSync(process.execPath, ['dist/cli.js', ...COMMAND], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const heading = `# Example report\n\nWhat \`npx lint-policies ${COMMAND.join(' ')}\` prints for [examples/](../examples).\n\n`;
  return { files: new Map([['docs-out/example-report.md', `${heading}${report}`]]) };
}
