import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { readText } from '../src/files.js';
import { bundledPackages, judgeAudit } from './supply-chain/audit-report.js';

/**
 * Asks the registry for advisories of everything that is installed, as everything that runs is bundled from it.
 * A registry that does not answer is named, and with `--require-answer` fails.
 */
const { values } = parseArgs({ options: { 'require-answer': { type: 'boolean', default: false } } });
const { stdout } = spawnSync('npm', ['audit', '--json'], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  shell: process.platform === 'win32',
});
const { grave, slight, silence } = judgeAudit(
  stdout,
  bundledPackages(readText('dist/third-party-licenses.txt')),
);

for (const advisory of [...grave, ...slight]) process.stdout.write(`${advisory}\n`);
process.stdout.write(
  silence === undefined
    ? `${grave.length} advisories to mend, ${slight.length} others\n`
    : `Not audited, as the registry gave no answer: ${silence}\n`,
);
if (grave.length > 0 || (silence !== undefined && values['require-answer'])) process.exitCode = 1;
