#!/usr/bin/env node
// Nothing is imported before it can be told that it cannot be: what fails while a program is loaded ends it with a stack
// and exit code 1, which says “findings”.
try {
  const { main } = await import('./cli/main.js');
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(
    `lint-policies cannot read its own files: ${error instanceof Error ? error.message : ''}\n`,
  );
  process.exitCode = 2;
}
