import { readText } from '../src/files.js';
import { TOOL } from '../src/project.js';
import { releaseNotes } from './supply-chain/release-notes.js';

// Prints what a tag is announced with: `tsx scripts/release-notes.ts v1.2.3`.
process.stdout.write(releaseNotes(readText('CHANGELOG.md'), TOOL.version, process.argv[2] ?? ''));
