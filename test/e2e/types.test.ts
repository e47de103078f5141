import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { folder } from './run.js';

const TSC = resolve('node_modules/@typescript/native/bin/tsc');

const CONFIG = `import { createRule, defineConfig } from 'lint-policies';

export const config = defineConfig({ preset: 'strict', rules: { 'excess-action': ['error', {}] }, suppressions: [{ rule: 'full-wildcard', files: 'ops.json', reason: 'break-glass' }] });
// @ts-expect-error -- no such key
defineConfig({ presets: 'strict' });
// @ts-expect-error -- no such preset
defineConfig({ preset: 'lax' });
// @ts-expect-error -- a suppression needs a reason
defineConfig({ suppressions: [{ rule: 'full-wildcard', files: 'ops.json' }] });

export const rule = createRule({
  id: 'own',
  meta: { type: 'problem', docs: { description: 'Own', category: 'validity', recommended: 'error', sources: [] }, messages: { own: 'Unexpected.' } },
  create: (context) => ({
    statement({ node, sid }) {
      // @ts-expect-error -- no such message
      context.report({ at: node, messageId: 'other' });
      if (sid !== undefined) context.report({ at: sid, messageId: 'own', data: { sid: sid.value } });
    },
  }),
});
`;

it('the types of the library check a configuration and a rule where nothing else is installed', () => {
  const cwd = folder({
    'own.ts': CONFIG,
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2023',
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        noEmit: true,
        types: [],
        paths: { 'lint-policies': ['./package/src/index.d.ts'] },
      },
      files: ['own.ts'],
    }),
  });
  const built = spawnSync(
    process.execPath,
    [TSC, '-p', 'tsconfig.build.json', '--outDir', `${cwd}/package`],
    { encoding: 'utf8' },
  );
  expect(built.stdout).toBe('');
  expect(spawnSync(process.execPath, [TSC, '-p', cwd], { encoding: 'utf8' }).stdout).toBe('');
}, 120_000);
