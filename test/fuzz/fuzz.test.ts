import { expect, it } from 'vitest';
import { runThread } from './campaign.js';
import { readSeeds } from './seeds.js';
import { createTargets } from './targets.js';

/** The same inputs at every run; `npm run fuzz` tries others, for as long as it is told to. */
const SEED = 20_251_125;
const INPUTS = 30;

it('no input crashes the program, hangs it, takes its memory, or leaves a trace in it', async () => {
  const targets = createTargets(readSeeds()).map(({ name }) => name);
  const { inputs, features, failures } = await runThread({
    targets,
    seed: SEED,
    inputs: INPUTS,
    time: Infinity,
  });
  expect(
    failures.map(({ target, what, input }) => `${target}: ${what}\n${Buffer.from(input).toString('base64')}`),
  ).toEqual([]);
  expect(inputs).toBe(INPUTS * targets.length);
  // The inputs are not all refused at the door.
  expect(features).toBeGreaterThan(300);
}, 300_000);
