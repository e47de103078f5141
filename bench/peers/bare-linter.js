// ESLint's own Linter, parsing and walking every file of a folder with one empty rule: the floor for any ESLint-based linter.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import json from '@eslint/json';
import { Linter } from 'eslint/universal';

const folder = process.argv[2];
const linter = new Linter({ configType: 'flat' });
const empty = { create: () => ({ Document() {} }) };
const config = [{ files: ['**/*.json'], language: 'json/json', plugins: { json, bench: { rules: { empty } } }, rules: { 'bench/empty': 'error' } }];
for (const name of readdirSync(folder)) if (name.endsWith('.json')) linter.verify(readFileSync(join(folder, name), 'utf8'), config, { filename: name });
