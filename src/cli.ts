#!/usr/bin/env node
// Nothing is imported before it can be told that it cannot be: what fails while a program is loaded ends it with a stack
// and exit code 1, which says “findings”.
try {
  const args = process.argv.slice(2);
  // Tools that install this one ask for its version alone, and need not wait for a command line to be built.
  if (args.length === 1 && args[0] === '--version') (await import('./cli/version.js')).writeVersion();
  else process.exitCode = await (await import('./cli/main.js')).main(args);
} catch (error) {
  process.stderr.write(
    `lint-policies cannot read its own files: ${error instanceof Error ? error.message : ''}\n`,
  );
  process.exitCode = 2;
}
