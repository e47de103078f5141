import { beforeAll, describe, expect, it } from 'vitest';
import { namesOf } from '../../src/analysis/generation.js';
import type { Generation } from '../../src/analysis/generation.js';
import { judge } from '../../src/analysis/judge.js';
import { needsOfSides, sidesOf } from '../../src/analysis/needs/needs.js';
import { synthesise } from '../../src/analysis/synthesis/synthesise.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { Operation } from '../../src/catalog/model/model.js';
import { loadCatalog } from '../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { isWildcard } from '../../src/policy/grants/pattern.js';
import { printPolicy } from '../../src/policy/edit/print-policy.js';
import { callOf } from '../calls/catalog.js';
import { usesAgency, withNamedAgencies } from '../lint/named-agencies.js';
import { allow, policyFrom, policyFromText } from './workload.js';

const SAMPLE = 100;

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog('huaweicloud');
});

/** Operations of all services of which it is documented, in one way, what policies of a generation must allow. */
function sample(generation: Generation): readonly Operation[] {
  const fitting = catalog.services
    .flatMap((service) => catalog.service(service)?.model.operations ?? [])
    .filter((operation) => isFitting(operation, generation));
  const step = Math.floor(fitting.length / SAMPLE);
  return Array.from({ length: SAMPLE }, (_, index) => fitting[index * step]).flatMap((one) => one ?? []);
}

function isFitting(operation: Operation, generation: Generation): boolean {
  const side = sidesOf(catalog, operation)[generation];
  if (side === undefined || side.derived || side.noPermission || side.alternatives.length > 1) return false;
  return (
    resolveCall(callOf({ operation: operation.id }), catalog).status === 'resolved' &&
    needsOfSides({ [generation]: side }).every(({ need }) => !isWildcard(need.action))
  );
}

function verdictOf(operation: Operation, generation: Generation, actions: readonly string[]) {
  return judge({
    catalog,
    calls: [resolveCall(callOf({ operation: operation.id }), catalog)],
    policies: [policyFrom([allow(...actions, 'nosuch:service:known')], 'app.json', generation)],
  });
}

function needsOf(operation: Operation, generation: Generation): readonly string[] {
  const side = sidesOf(catalog, operation)[generation];
  return (side?.alternatives[0]?.needs ?? []).map(({ action }) => action);
}

/** Names of 1.1 that are left may be aliases of all that identity policies must allow: that side is enough then. */
function isGrantedAsIdentity(
  operation: Operation,
  generation: Generation,
  actions: readonly string[],
): boolean {
  const identity = sidesOf(catalog, operation)['5.0'];
  return (
    identity?.noPermission === false &&
    identity.alternatives.some(({ needs }) =>
      needs.every(({ action }) =>
        namesOf(action, '5.0', catalog)[generation].some((name) => actions.includes(name)),
      ),
    )
  );
}

describe('a policy that moves to the other generation of the shipped catalog', () => {
  it.each<[Generation, string]>([
    ['5.0', 'old-action-in-identity-policy'],
    ['1.1', 'identity-action-in-policy'],
  ])(
    'to %s is mended by the fix of %s, so that no call stands worse than by the names it had',
    async (generation, rule) => {
      const former = generation === '5.0' ? '1.1' : '5.0';
      const operations = sample(former).filter((operation) => {
        const side = sidesOf(catalog, operation)[generation];
        return side !== undefined && !side.noPermission;
      });
      expect(operations.length).toBeGreaterThan(10);
      const actions = [...new Set(operations.flatMap((operation) => needsOf(operation, former)))];
      const path = 'app.json';
      const text = printPolicy(
        { Version: generation, Statement: [{ Effect: 'Allow', Action: actions }] },
        'json',
      );
      const { record, fixed } = await lintFiles({
        files: [{ path, text }],
        manifests: [],
        config: { ...DEFAULT_CONFIG, cloud: 'huaweicloud', rules: { [rule]: 'error' } },
        fix: true,
        loadCatalog: () => Promise.resolve(catalog),
      });
      const after = fixed.get(path) ?? text;
      expect(after).not.toBe(text);
      const statusesOf = (policy: string) =>
        judge({
          catalog,
          calls: operations.map(({ id }) => resolveCall(callOf({ operation: id }), catalog)),
          policies: [policyFromText(policy, path)],
        }).calls.map(({ status }) => status);
      const [before, then] = [statusesOf(text), statusesOf(after)];
      // A name that grants nothing in policies 1.1 becomes one that does; in identity policies nothing changes.
      if (generation === '5.0') expect(then).toEqual(before);
      expect(then.filter((status) => status === 'granted').length).toBeGreaterThanOrEqual(
        before.filter((status) => status === 'granted').length,
      );
      const findings = record.files.flatMap((file) => file.findings.filter((one) => one.rule === rule));
      // What is left has several names to choose from.
      for (const finding of findings) expect(finding.suggestions).toHaveLength(1);
    },
  );
});

describe('the shipped catalog', () => {
  it('has no case that needs nothing beside others that need something: an action on any page is more than none', () => {
    const empty = catalog.services
      .flatMap((service) => catalog.service(service)?.model.operations ?? [])
      .filter(({ scenarios, identity }) =>
        [...scenarios, ...(identity?.scenarios ?? [])].some(
          ({ actions, dependent_actions: dependencies }) => actions.length + dependencies.length === 0,
        ),
      );
    expect(empty.map(({ id }) => id)).toEqual([]);
  });
});

describe.each<Generation>(['1.1', '5.0'])('for the shipped catalog, policies of Version %s', (generation) => {
  it('that are right have no finding', async () => {
    const operations = sample(generation);
    expect(operations).toHaveLength(SAMPLE);
    // Apart, as naming an agency makes a policy longer, and policies are filled to the brim.
    const isForAgencies = (operation: Operation): boolean => needsOf(operation, generation).some(usesAgency);
    const parts = [operations.filter(isForAgencies), operations.filter((one) => !isForAgencies(one))];
    const policies = parts.flatMap((part) => {
      const calls = part.map(({ id }) => resolveCall(callOf({ operation: id }), catalog));
      return synthesise(calls, catalog, generation).policies;
    });
    const files = policies.map(({ document }, index) => ({
      path: `policy-${String(index)}.json`,
      text: printPolicy(withNamedAgencies(document), 'json'),
    }));
    const named = files.map(({ path }) => path).join(', ');
    const listed = operations.map(({ id }) => `  - operation: ${id}\n`).join('');
    const { record, problems } = await lintFiles({
      files,
      manifests: [{ path: 'app.apis.yaml', text: `policies: [${named}]\napis:\n${listed}` }],
      config: { ...DEFAULT_CONFIG, cloud: 'huaweicloud' },
      loadCatalog: () => Promise.resolve(catalog),
    });
    expect(problems).toEqual([]);
    const findings = record.files.flatMap((file) => file.findings);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it('are right by any name of an action that counts in them, and miss exactly the one that is taken out', () => {
    for (const operation of sample(generation)) {
      const needs = needsOf(operation, generation);
      for (const taken of needs) {
        const others = needs.filter((need) => need !== taken);
        for (const name of namesOf(taken, generation, catalog)[generation])
          expect(
            verdictOf(operation, generation, [...others, name]).calls,
            `${operation.id} ${name}`,
          ).toMatchObject([{ status: 'granted' }]);
        const { missing, denied, conditional } = verdictOf(operation, generation, others);
        expect([...denied, ...conditional]).toEqual([]);
        const isCovered = isGrantedAsIdentity(operation, generation, others);
        expect(
          missing.map(({ action }) => action),
          `${operation.id} without ${taken}`,
        ).toEqual(isCovered ? [] : [taken]);
      }
    }
  });
});
