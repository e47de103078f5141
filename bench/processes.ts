import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A whole process to be timed: a Node script with its arguments. */
export interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly cwd?: string;
  /** Runs before each start, and is not timed. */
  readonly before?: () => void;
  /** Exit codes that count as done; a linter that finds something exits 1. */
  readonly accepts?: readonly number[];
}

/** Medians over the runs: milliseconds by the clock and of processors (all threads together), and the largest resident set in MiB. */
export interface Timing {
  readonly name: string;
  readonly milliseconds: number;
  readonly spread: readonly [number, number];
  readonly processor: number;
  readonly mebibytes: number;
}

/**
 * Times whole processes in turn, A B C A B C …, so that a machine whose speed drifts drifts for all of them.
 * @param warmUp whether a round comes first that does not count; what runs for long warms itself.
 * @throws Error where a command cannot be started or ends with an exit code that it does not accept.
 */
export function timeProcesses(commands: readonly Command[], runs: number, warmUp = true): Timing[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const probe = join(folder, 'usage.mjs');
    writeFileSync(
      probe,
      "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage())));",
    );
    const samples = commands.map(() => [] as Sample[]);
    for (let round = warmUp ? 0 : 1; round <= runs; round++) {
      commands.forEach((command, index) => {
        const sample = runOnce(command, probe, join(folder, 'usage.json'));
        if (round > 0) samples[index]?.push(sample);
      });
    }
    return commands.map((command, index) => {
      const own = samples[index] ?? [];
      const walls = own.map(({ wall }) => wall).sort((a, b) => a - b);
      return {
        name: command.name,
        milliseconds: median(walls),
        spread: [walls[0] ?? NaN, walls.at(-1) ?? NaN],
        processor: median(own.map(({ processor }) => processor)),
        mebibytes: median(own.map(({ memory }) => memory)) / 1024,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Sample {
  readonly wall: number;
  /** Milliseconds of processors. */
  readonly processor: number;
  /** KiB. */
  readonly memory: number;
}

function runOnce(command: Command, probe: string, usageFile: string): Sample {
  command.before?.();
  const started = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(probe).href, ...command.argv],
    {
      cwd: command.cwd,
      env: { ...process.env, BENCH_USAGE: usageFile, NO_COLOR: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    },
  );
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (error) throw error;
  if (status === null || !(command.accepts ?? [0]).includes(status))
    throw new Error(`${command.name} ended with ${String(status)}: ${stderr.toString().slice(0, 500)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    readFileSync(usageFile, 'utf8'),
  ) as NodeJS.ResourceUsage;
  return { wall, processor: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? NaN, sorted[middle] ?? NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
