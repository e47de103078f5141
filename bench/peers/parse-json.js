// Plain parsing of every file of a folder: the floor below all linters.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

for (const name of readdirSync(process.argv[2]))
  if (name.endsWith('.json')) JSON.parse(readFileSync(join(process.argv[2], name), 'utf8'));
