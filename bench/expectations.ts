import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bench } from 'tinybench';
import type { NamedPolicy } from '../src/policy/grants/decision.js';
import { policyOf } from '../src/policy/model/view.js';
import { parsePolicyText } from '../src/policy/syntax/parse-policy.js';
import { compareAccess } from '../src/requests/compare-access.js';
import { catalogFacts } from './catalog-facts.js';
import { writePolicies } from './generated-policies.js';
import { timingOf } from './grants.js';
import { CLI, workFolder } from './places.js';
import { timeProcesses } from './processes.js';
import type { Comparison, Suite } from './suite.js';

const EXPECT = 'expect, ten expectations of each';
const LINT = 'lint';
const COMPARE = 'compare two policies of 100 statements with conditions';

/** What expectations cost beside linting the same policies, and what a comparison of two large policies takes. */
export const expectations: Suite = {
  name: 'expectations',
  async run({ runs, quick }) {
    return [await ofMany(quick ? 100 : 1_000, runs), await ofTwo(quick)];
  },
};

async function ofMany(size: number, runs: number): Promise<Comparison> {
  const folder = workFolder(`expectations-${size}`);
  writePolicies(folder, size, await catalogFacts());
  for (let index = 0; index < size; index++)
    rmSync(join(folder, `policy-${String(index).padStart(5, '0')}.apis.yaml`));
  writeFileSync(join(folder, 'all.expect.yaml'), TEN);
  const command = (name: string, ...args: readonly string[]) => ({
    name,
    argv: [CLI, ...args, '--format', 'json', '--fail-on', 'never'],
  });
  return {
    title: `Expectations of ${size} policies`,
    timings: timeProcesses([command(EXPECT, 'expect', folder), command(LINT, join(folder, '*.json'))], runs),
    aims: [{ ours: EXPECT, peer: LINT, measure: 'processor', most: 1.5 }],
  };
}

/** Half of them are broken by some policies, so that witnesses are searched as well as proofs. */
const TEN = `never:
  - iam:users:*
  - evs:snapshots:delete
  - { action: obs:object:*, resource: "obs:*:*:object:secrets/*" }
  - { action: kms:*:*, context: { g:SourceIp: 0.0.0.0/0 } }
  - { action: "*:*:delete*", condition: { BoolIfExists: { g:MFAPresent: false } } }
  - dds:*:*
  - ecs:cloudServers:delete
always:
  - { action: ecs:cloudServers:list, resource: "*" }
  - vpc:vpcs:list
  - eip:publicIps:list
`;

async function ofTwo(quick: boolean): Promise<Comparison> {
  const [one, other] = [large(0), large(1)];
  const bench = new Bench({ time: quick ? 50 : 500 });
  bench.add(COMPARE, () => compareAccess([one], [other]));
  await bench.run();
  return {
    title: 'Two policies of 100 statements',
    timings: bench.tasks.map(timingOf),
    note: 'The aim is 100 ms.',
  };
}

/** Every statement narrows its actions by a resource and a condition; some of the other policy are wider, some narrower. */
function large(version: 0 | 1): NamedPolicy {
  const statements = Array.from({ length: 100 }, (_, index) => ({
    Effect: index % 7 === 0 ? 'Deny' : 'Allow',
    Action: [`svc${index % 12}:type${index}:get*`, `svc${index % 12}:type${index % 5}:list${index}`],
    Resource: [`svc${index % 12}:*:*:type${index}:${index % 9 === version ? '*' : `group-${index}/*`}`],
    Condition: {
      IpAddress: { 'g:SourceIp': [`10.${index}.0.0/${index % 11 === version ? 8 : 16}`] },
      StringMatch: { 'g:UserName': [`team-${index % 4}-*`] },
    },
  }));
  const parsed = parsePolicyText(JSON.stringify({ Version: '5.0', Statement: statements }));
  const [root] = parsed.ok ? parsed.document.body : [];
  const policy = root === undefined ? undefined : policyOf(root);
  if (policy === undefined) throw new Error('the large policy is none');
  return { id: `large-${version}`, policy };
}
