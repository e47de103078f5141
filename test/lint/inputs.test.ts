import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** They read what is shipped, which the basis of a cache holds whole; what they import is theirs. */
const SHIPPED: ReadonlySet<string> = new Set([
  'src/calls/fact-blocks.ts',
  'src/calls/sdk/sdk-facts.ts',
  'src/tree-sitter.ts',
  'src/lint/run/linter.ts',
  'src/project.ts',
]);

/** What a result could rest on that no cache knows of: files, the environment, the clock, chance, the language of the system. */
const UNSEEN =
  /from '(?:node:)?(?:fs|os|child_process|http|https|net)(?:\/promises)?'|\bprocess\.(?!version\b)|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\blocaleCompare\(|\bIntl\.|\.toLocale/;

function reachedFrom(...start: readonly string[]): ReadonlyMap<string, string> {
  const reached = new Map<string, string>();
  const visit = (file: string): void => {
    if (reached.has(file) || SHIPPED.has(file)) return;
    const text = readFileSync(file, 'utf8');
    reached.set(file, text);
    for (const [, name = ''] of text.matchAll(
      /(?:^(?:import|export)(?! type)[^;]*? from |\bimport\()'(\.[^']+)'/gms,
    )) {
      const path = join(dirname(file), name).replace(/\.js$/, '.ts').replaceAll('\\', '/');
      if (existsSync(path)) visit(path);
    }
  };
  start.forEach(visit);
  return reached;
}

it('what judges a file reads nothing but what it is given, so that a cache can tell whether it is as it was', () => {
  const reached = reachedFrom('src/lint/run/lint-group.ts', 'rules/registry.ts');
  expect(reached.size).toBeGreaterThan(150);
  expect([...reached].filter(([, text]) => UNSEEN.test(text)).map(([file]) => file)).toEqual([]);
});
