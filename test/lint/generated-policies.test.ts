import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/analysis/synthesis/synthesise.js';
import type { Generation } from '../../src/analysis/generation.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import { catalogClouds, loadCatalog } from '../../src/catalog/yaml/load.js';
import { DEFAULT_CONFIG } from '../../src/lint/config/config.js';
import type { Finding } from '../../src/lint/results/lint-record.js';
import { lintFiles } from '../../src/lint/run/runner.js';
import { isWildcard } from '../../src/policy/grants/pattern.js';
import { printPolicy } from '../../src/policy/edit/print-policy.js';
import { callOf } from '../calls/catalog.js';
import { withNamedAgencies } from './named-agencies.js';

/** So many that policies are split for their size, too. */
const CALLS = 150;

describe.each(catalogClouds())('the policies generated for calls of %s', (cloud) => {
  it.each<[Generation, 'json' | 'yaml']>([
    ['1.1', 'json'],
    ['5.0', 'yaml'],
  ])(
    'have no finding in version %s that can be helped, whatever is called',
    async (generation, syntax) => {
      const catalog = await loadCatalog(cloud);
      for (const operations of manifestsOf(catalog)) {
        const synthesis = synthesise(
          operations.map((operation) => resolveCall(callOf({ operation }), catalog)),
          catalog,
          generation,
        );
        // Of a cloud that has no identity policies nothing is known of them.
        if (synthesis.policies.length === 0) continue;
        // What they are measured without: the agencies that a person names below make them longer.
        for (const { document } of synthesis.policies)
          expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThanOrEqual(6_144);
        const files = synthesis.policies.map(({ document }, index) => ({
          path: `policy-${String(index)}.${syntax}`,
          text: printPolicy(withNamedAgencies(document), syntax),
        }));
        const text = `cloud: ${cloud}\npolicies: [${files.map(({ path }) => path).join(', ')}]\napis:\n${operations.map((id) => `  - operation: ${id}\n`).join('')}`;
        for (const preset of ['recommended', 'strict'] as const) {
          const { record, problems } = await lintFiles({
            files,
            manifests: [{ path: 'app.apis.yaml', text }],
            config: { ...DEFAULT_CONFIG, preset, cloud },
            loadCatalog: () => Promise.resolve(catalog),
          });
          expect(problems).toEqual([]);
          const findings = record.files
            .flatMap((file) => (file.path === 'app.apis.yaml' ? [] : file.findings))
            .filter((finding) => finding.rule !== 'policy-too-large' && !isWildcardDependency(finding));
          expect(
            findings.map(({ rule, message }) => `${rule}: ${message}`),
            preset,
          ).toEqual([]);
        }
      }
    },
    120_000,
  );
});

/** Which of the actions of a wildcard a call needs, nobody says: it is told, and not granted. */
function isWildcardDependency({ rule, data }: Finding): boolean {
  return rule === 'missing-dependency' && typeof data['action'] === 'string' && data['action'].includes('*');
}

/**
 * Every operation of the catalog, in manifests of services that stand side by side; but those whose own action is a
 * wildcard, which no policy should allow.
 */
function manifestsOf(catalog: Catalog): string[][] {
  const ids = catalog.services.flatMap((service) =>
    (catalog.service(service)?.model.operations ?? []).flatMap(({ id, actions, identity }) =>
      [...actions, ...(identity?.actions ?? [])].some(isWildcard) ? [] : id,
    ),
  );
  return Array.from({ length: Math.ceil(ids.length / CALLS) }, (_, index) =>
    ids.slice(index * CALLS, (index + 1) * CALLS),
  );
}
