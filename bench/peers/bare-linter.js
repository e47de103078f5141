// ESLint's own Linter, parsing and walking every file of a folder with one empty rule: the floor for any ESLint-based linter.
// Arguments: the folder, and an ending where only files with it count.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import json from '@eslint/json';
import { Linter } from 'eslint/universal';
import yml from 'eslint-plugin-yml';

const [, , folder, ending = ''] = process.argv;
const linter = new Linter({ configType: 'flat' });
const bench = { rules: { empty: { create: () => ({ Document() {}, Program() {} }) } } };
const rules = { 'bench/empty': 'error' };
const config = [
  { files: ['**/*.json'], language: 'json/json', plugins: { json, bench }, rules },
  { files: ['**/*.yaml'], language: 'yml/yaml', plugins: { yml, bench }, rules },
];
for (const name of readdirSync(folder)) {
  if (!name.endsWith(ending)) continue;
  const messages = linter.verify(readFileSync(join(folder, name), 'utf8'), config, { filename: name });
  if (messages.length > 0) throw new Error(`${name}: ${messages[0].message}`);
}
