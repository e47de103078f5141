import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCampaign, runThread } from './campaign.js';
import type { Failure } from './campaign.js';
import { readSeeds } from './seeds.js';
import { createTargets } from './targets.js';

/**
 * `npm run fuzz -- --minutes 60 --seed 1`: the targets take turns until the time is up; inputs that fail are kept in
 * `reports/fuzz/`. `--target NAME` (repeatable) asks for some of them, `--input FILE` tries one input again.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', multiple: true },
    input: { type: 'string' },
  },
});
const names = values.target ?? createTargets(readSeeds()).map(({ name }) => name);
const length = Number(values.minutes) * 60_000;
const end = performance.now() + length;
/** Each target has its turn, also in a short run. */
const turn = Math.min(60_000, length / names.length);
const totals = new Map<string, { inputs: number; failures: number }>(
  names.map((name) => [name, { inputs: 0, failures: 0 }]),
);

if (values.input !== undefined) {
  const { failures } = await runThread({
    targets: names.slice(0, 1),
    seed: 0,
    inputs: 1,
    time: Infinity,
    input: readFileSync(values.input),
  });
  process.stdout.write(
    failures.length === 0 ? 'passed\n' : `${failures.map(({ what }) => what).join('\n')}\n`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
} else {
  await takeTurns();
  process.stdout.write(
    `\n| target | inputs | failures |\n|---|--:|--:|\n${[...totals].map(([name, { inputs, failures }]) => `| ${name} | ${inputs} | ${failures} |\n`).join('')}`,
  );
  process.exitCode = [...totals.values()].some(({ failures }) => failures > 0) ? 1 : 0;
}

async function takeTurns(): Promise<void> {
  for (let round = 0; performance.now() < end; round += 1) {
    for (const [target, total] of totals) {
      const time = Math.min(turn, end - performance.now());
      if (time <= 0) return;
      const { inputs, features, failures } = await runCampaign(target, Number(values.seed) + round, time);
      total.inputs += inputs;
      total.failures += failures.length;
      process.stdout.write(
        `${target}: ${inputs} inputs, ${features} kinds of answers, ${failures.length} failures\n`,
      );
      failures.forEach(keep);
    }
  }
}

function keep({ target, what, input }: Failure): void {
  const file = `reports/fuzz/${target}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`;
  mkdirSync('reports/fuzz', { recursive: true });
  writeFileSync(file, input);
  process.stdout.write(`  ${file}: ${what.split('\n').slice(0, 4).join('\n    ')}\n`);
}
