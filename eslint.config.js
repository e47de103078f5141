import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'docs-out/', 'coverage/', 'reports/', 'test/fixtures/', 'examples/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: one way to import a thing.' },
      ],
    },
  },
  // The arrows of ARCHITECTURE.md, as rules: a room may not import from the rooms named here.
  ...[
    [
      'src/wording',
      ['catalog', 'policy', 'calls', 'analysis', 'lint', 'report', 'reference', 'commands', 'extract'],
    ],
    ['src/catalog', ['policy', 'calls', 'analysis', 'lint', 'report', 'reference', 'commands', 'extract']],
    ['src/policy', ['catalog', 'calls', 'analysis', 'lint', 'report', 'reference', 'commands', 'extract']],
    [
      'src/hcl',
      ['catalog', 'policy', 'calls', 'analysis', 'lint', 'report', 'reference', 'commands', 'extract'],
    ],
    ['src/extract', ['policy', 'calls', 'analysis', 'lint', 'report', 'reference', 'commands']],
    ['src/calls', ['policy', 'analysis', 'lint', 'report', 'reference', 'commands', 'extract']],
    ['src/analysis', ['lint', 'report', 'reference', 'commands', 'extract']],
    ['src/lint', ['report', 'reference', 'commands', 'extract']],
    ['src/report', ['commands', 'extract']],
    ['src/reference', ['commands', 'extract', 'lint']],
  ].map(([room, closed]) => ({
    files: [`${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: closed.map((name) => `**/${name}/**`),
              message: `${room} does not know this room; see ARCHITECTURE.md.`,
            },
          ],
        },
      ],
    },
  })),
  // Rooms where no choice stands within a choice any more; the others follow.
  {
    files: ['calls', 'catalog', 'cli', 'commands', 'extract', 'reference', 'wording'].map(
      (room) => `src/${room}/**/*.ts`,
    ),
    rules: { 'no-nested-ternary': 'error' },
  },
  { files: ['**/*.config.js', '**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
