import { describe, expect, it } from 'vitest';
import { assign } from '../../../src/commands/check/assign.js';
import type { Decision, PolicyUnit, SourceFile } from '../../../src/commands/check/assign.js';

describe('which sources are whose workload', () => {
  it('takes the code that stands in the folder of the policy', () => {
    expect(decided(['app/policy.json'], ['app/main.py', 'other/main.py'])).toEqual([
      'app/policy.json: place app (app/main.py)',
    ]);
  });

  it('goes up to the nearest folder that holds code', () => {
    expect(decided(['deploy/iam/policy.json'], ['src/a.py', 'src/b/c.py'])).toEqual([
      'deploy/iam/policy.json: place . (src/a.py src/b/c.py)',
    ]);
  });

  it('leaves sources to the policy that stands nearest', () => {
    expect(
      decided(['policy.json', 'services/a/policy.json'], ['services/a/x.go', 'services/b/y.go']),
    ).toEqual([
      'policy.json: place . (services/b/y.go)',
      'services/a/policy.json: place services/a (services/a/x.go)',
    ]);
  });

  it('follows a name that policy and folder share', () => {
    expect(
      decided(
        ['policies/billing-worker-policy.json', 'policies/orders.json'],
        ['services/BillingWorker/x.go', 'services/orders/y.go', 'services/orders/deep/z.go'],
      ),
    ).toEqual([
      'policies/billing-worker-policy.json: name services/BillingWorker (services/BillingWorker/x.go)',
      'policies/orders.json: name services/orders (services/orders/y.go services/orders/deep/z.go)',
    ]);
  });

  it('follows the name of a file only to part policies that stand equally near', () => {
    expect(decided(['cron.json'], ['jobs/cron.py', 'jobs/mail.py'])).toEqual([
      'cron.json: place . (jobs/cron.py jobs/mail.py)',
    ]);
    expect(
      decided(['cron.json', 'mailRole.json', 'rest.json'], ['jobs/cron.py', 'jobs/mail.py', 'jobs/x.py']),
    ).toEqual([
      'cron.json: name jobs/cron.py (jobs/cron.py)',
      'mailRole.json: name jobs/mail.py (jobs/mail.py)',
      'rest.json: place . (jobs/x.py)',
    ]);
  });

  it('takes no word that says nothing for a name', () => {
    expect(decided(['app.json'], ['app/x.go', 'lib/y.go'])).toEqual([
      'app.json: place . (app/x.go lib/y.go)',
    ]);
  });

  it("tells which sources are nobody's", () => {
    const units = ['policies/billing.json'].map(unitOf);
    const { left } = assign(units, ['services/billing/x.go', 'libs/shared/y.go'].map(sourceOf));
    expect(left).toEqual(['libs/shared/y.go']);
  });

  it('decides nothing where two places have the name, or two policies stand equally near', () => {
    expect(decided(['p/a.json', 'p/b.json'], ['src/x.go'])).toEqual([
      'undecided . p/a.json p/b.json (src/x.go)',
    ]);
    expect(decided(['p/api.json', 'p/b.json'], ['one/api/x.go', 'two/api/y.go'])).toEqual([
      'undecided . p/api.json p/b.json (one/api/x.go two/api/y.go)',
    ]);
  });

  it('takes code before Terraform, and Terraform before code where the policy is for a deployment', () => {
    const sources = ['src/x.go', 'infra/main.tf'];
    expect(decided(['app.json'], sources)).toEqual(['app.json: place . (src/x.go)']);
    expect(decided(['ci-deployer.json'], sources)).toEqual(['ci-deployer.json: place . (infra/main.tf)']);
    expect(decided(['app.json'], ['infra/main.tf'])).toEqual(['app.json: place . (infra/main.tf)']);
    expect(decided(['app.json', 'terraform.json'], sources)).toEqual([
      'app.json: place . (src/x.go)',
      'terraform.json: place . (infra/main.tf)',
    ]);
  });

  it('does not judge a policy inside Terraform by what applying that Terraform calls', () => {
    expect(decided(['infra/iam.tf'], ['infra/iam.tf', 'infra/main.tf'])).toEqual(['infra/iam.tf: alone']);
    expect(decided(['infra/iam.tf'], ['infra/main.tf', 'src/x.go'])).toEqual([
      'infra/iam.tf: place . (src/x.go)',
    ]);
  });

  it('keeps a sample to its own folder', () => {
    expect(decided(['examples/a/policy.json'], ['src/x.go'])).toEqual(['examples/a/policy.json: alone']);
    expect(decided(['examples/a/policy.json'], ['src/x.go', 'examples/a/run.py'])).toEqual([
      'examples/a/policy.json: place examples/a (examples/a/run.py)',
    ]);
  });

  it('says of a policy that nothing is left for it', () => {
    expect(decided(['policy.json', 'a/policy.json'], ['a/x.go'])).toEqual([
      'policy.json: alone',
      'a/policy.json: place a (a/x.go)',
    ]);
    expect(decided(['policy.json'], [])).toEqual(['policy.json: alone']);
  });
});

function decided(policies: readonly string[], sources: readonly string[]): readonly string[] {
  return assign(policies.map(unitOf), sources.map(sourceOf)).decisions.map(told);
}

function unitOf(file: string): PolicyUnit {
  return { name: file, policies: [file], file, names: [file.replace(/^.*\/|\.\w+$/g, '')] };
}

function sourceOf(file: string): SourceFile {
  return { file, kind: file.endsWith('.tf') ? 'terraform' : 'code' };
}

function told(decision: Decision): string {
  if (decision.status === 'alone') return `${decision.unit.name}: alone`;
  const files = `(${decision.sources.join(' ')})`;
  return decision.status === 'undecided'
    ? `undecided ${[decision.folder, ...decision.units.map(({ name }) => name)].join(' ')} ${files}`
    : `${decision.unit.name}: ${decision.by} ${decision.folder} ${files}`;
}
