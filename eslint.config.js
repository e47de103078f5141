import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { OTHER_TEXTS, SENTENCES_IN_CODE } from './scripts/architecture/sentences-in-code.js';

const rooms = JSON.parse(readFileSync(join(import.meta.dirname, 'scripts/architecture/rooms.json'), 'utf8'));

/** What no file may have. */
const NEVER = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one way to import a thing.' },
];

/** What reads input of any length; tests know how long their lists are. */
const SPREAD = [
  {
    selector: 'CallExpression[callee.property.name=/^(push|unshift)$/] > SpreadElement',
    message: 'Use append of src/long-lists.ts: a list of some 120,000 is too long for arguments.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"] > SpreadElement',
    message: 'Use greatest or least of src/long-lists.ts: a list may be too long for arguments.',
  },
];

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
      // Each compares types as long as all of `no-unsafe-assignment` does, and there are neither classes nor enums to speak of.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-nested-ternary': 'error',
      'no-restricted-syntax': ['error', ...NEVER],
    },
  },
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NEVER, ...SPREAD] },
  },
  // The arrows of ARCHITECTURE.md, where an editor shows them; `scripts/check-architecture.ts` sees all files together.
  ...Object.entries(rooms).map(([room, open]) => ({
    files: [`${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: Object.keys(rooms)
                .filter((other) => other !== room && !open.includes(other))
                .map((other) => `**/${other.replace('src/', '')}/**`),
              message: `${room} does not know this room; see ARCHITECTURE.md.`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['src/**/*.ts', 'rules/**/*.ts'],
    ignores: OTHER_TEXTS,
    rules: { 'no-restricted-syntax': ['error', ...NEVER, ...SPREAD, ...SENTENCES_IN_CODE] },
  },
  { files: ['**/*.config.js', '**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
);
