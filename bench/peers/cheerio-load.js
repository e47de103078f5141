// What cheerio alone needs to load every page of a folder.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';

for (const entry of readdirSync(process.argv[2], { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && /\.(md|html)$/.test(entry.name))
    load(readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
