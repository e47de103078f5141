import { readFileSync } from 'node:fs';
import { offencesIn } from './architecture/offences.js';
import type { Rooms } from './architecture/offences.js';
import { readSourceTree } from './architecture/source-tree.js';

// Part of `npm run lint`: what ESLint cannot see of ARCHITECTURE.md, as it needs all files together.

const rooms = JSON.parse(readFileSync('scripts/architecture/rooms.json', 'utf8')) as Rooms;
const offences = offencesIn(readSourceTree('.'), rooms);
for (const offence of offences) console.error(offence);
if (offences.length > 0) process.exitCode = 1;
