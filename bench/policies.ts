import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFacts } from './catalog-facts.js';
import { writePolicies } from './generated-policies.js';
import { CLI, ESLINT, PEERS, SPECTRAL, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Comparison, Scale, Suite } from './suite.js';

const OURS = 'lint-policies, every recommended rule and every manifest';
const ONE_RULE = 'lint-policies with one rule, the policies alone';
const BARE = "ESLint's Linter, parsing and walking the same files (JSON and YAML), one empty rule";
const BARE_POLICIES = "ESLint's Linter, the policies alone, one empty rule";

export const policies: Suite = {
  name: 'policies',
  async run(scale) {
    const facts = await catalogFacts();
    const sizes = scale.quick ? [100] : [1_000, 10_000];
    const measured = sizes.map((size) => measure(size, scale, facts));
    return [...measured, ...growth(measured)];
  },
};

/** What a run needs as there are ten times as many policies. */
function growth(measured: readonly Comparison[]): readonly Comparison[] {
  const timings = measured
    .flatMap(({ title, timings: [ours] }) =>
      ours === undefined ? [] : [{ ...ours, name: `lint-policies, ${title.split(' ')[0] ?? ''} policies` }],
    )
    .reverse();
  const [large, small] = timings;
  if (large === undefined || small === undefined) return [];
  return [
    {
      title: 'Growth with the number of policies',
      timings,
      aims: [{ ours: large.name, peer: small.name, measure: 'mebibytes', most: 1.5 }],
    },
  ];
}

function measure(
  size: number,
  { runs, quick }: Scale,
  facts: Awaited<ReturnType<typeof catalogFacts>>,
): Comparison {
  const folder = workFolder(`policies-${size}`);
  writePolicies(folder, size, facts);
  const alone = workFolder(`policies-alone-${size}`);
  for (const name of readdirSync(folder))
    if (name.endsWith('.json')) copyFileSync(join(folder, name), join(alone, name));
  // The rule that ESLint and Spectral are given, as near as there is one.
  writeFileSync(
    join(alone, 'lint-policies.config.yaml'),
    'preset: off\nrules: { service-wildcard: warning }\n',
  );
  const timings = timeProcesses(
    [
      { name: OURS, argv: [CLI, folder, '--format', 'json', '--fail-on', 'never'] },
      { name: ONE_RULE, argv: [CLI, '--fail-on', 'never'], cwd: alone },
      { name: BARE, argv: [join(PEERS, 'bare-linter.js'), folder] },
      { name: BARE_POLICIES, argv: [join(PEERS, 'bare-linter.js'), folder, '.json'] },
      {
        name: 'eslint with @eslint/json and one rule',
        argv: [ESLINT, '--config', join(PEERS, 'eslint.config.js'), '--no-config-lookup', '.'],
        cwd: folder,
      },
      {
        name: 'spectral with one rule',
        argv: [SPECTRAL, 'lint', join(folder, '*.json'), '--ruleset', join(PEERS, 'spectral.yaml')],
      },
      { name: 'JSON.parse', argv: [join(PEERS, 'parse-json.js'), folder] },
    ],
    roundsOf(size, runs, quick),
    size <= 5_000,
  );
  return {
    title: `${size} policies of 40 actions, each with a manifest of the calls that need them`,
    timings,
    aims: [
      { ours: OURS, peer: BARE, measure: 'milliseconds', most: size > 5_000 ? 1.2 : 1.3 },
      { ours: ONE_RULE, peer: 'spectral with one rule', measure: 'milliseconds', most: 0.2 },
    ],
  };
}

/** Many policies take long, and vary little. */
function roundsOf(size: number, runs: number, quick: boolean): number {
  if (quick) return 1;
  return size > 5_000 ? Math.ceil(runs / 3) : runs;
}
