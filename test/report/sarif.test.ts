import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/registry.js';
import { ruleDescriptor } from '../../src/report/machine/sarif-rule.js';
import { renderReport } from '../../src/report/report.js';
import { ambiguous, excess, inputOf, missing, plain, policyText, record } from './sample.js';

const schemaFile = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly unknown[] } };
      readonly results: readonly Result[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly relatedLocations?: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: { readonly charOffset: number; readonly charLength: number };
        readonly insertedContent: { readonly text: string };
      }[];
    }[];
  }[];
  readonly properties: { readonly confidence: string };
}

async function sarif(): Promise<Sarif> {
  return JSON.parse(await renderReport('sarif', inputOf(record), plain)) as Sarif;
}

describe('the SARIF report', () => {
  it('is valid by the schema of SARIF 2.1.0', async () => {
    const ajv = new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false });
    formats.default(ajv);
    const validate = ajv.compile(schema);
    validate(await sarif());
    expect(validate.errors).toBeNull();
  });

  it('carries the because-chain, the related places, the confidence and the help of each rule', async () => {
    const {
      runs: [run],
    } = await sarif();
    const [first, second] = run.results;
    expect(first?.message.text).toBe(
      `${missing.message}\nBecause POST /v1/{project_id}/cloudservers/action (ecs/batch-start-servers): ecs/batch.md, table 1, row 2 (line 30)`,
    );
    expect(first?.relatedLocations?.map((at) => at.physicalLocation.artifactLocation.uri)).toEqual([
      'app.apis.yaml',
      'app.apis.yaml',
    ]);
    expect(second?.properties.confidence).toBe('likely');
    expect(second?.message.text).toContain('Confidence: likely.');
    expect(run.tool.driver.rules[first?.ruleIndex ?? -1]).toMatchObject({
      id: 'missing-action',
      helpUri: missing.url,
      help: { markdown: '# missing-action\n\nWhy and how.' },
      properties: { 'security-severity': '3.9', precision: 'high', 'problem.severity': 'error' },
    });
  });

  it('gives fixes and suggestions as replacements that apply to the text', async () => {
    const {
      runs: [run],
    } = await sarif();
    const replacement = run.results[1]?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
    const { charOffset, charLength } = replacement?.deletedRegion ?? { charOffset: 0, charLength: 0 };
    expect(policyText.slice(charOffset, charOffset + charLength)).toBe('"ecs:cloudServers:list*"');
    expect(run.results[0]?.fixes).toHaveLength(1);
  });

  it('names each result by the fingerprint that the baseline uses', async () => {
    const {
      runs: [run],
    } = await sarif();
    expect(run.results.map((result) => result.partialFingerprints['lintPolicies/v1'])).toEqual([
      missing.fingerprint,
      excess.fingerprint,
      ambiguous.fingerprint,
    ]);
  });

  it('describes every rule of ours with how grave and how sure it is, why it matters, and links that lead somewhere', () => {
    for (const rule of rules) {
      const help = readFileSync(`docs-out/rules/${rule.id}.md`, 'utf8');
      const { id, docs, meta } = rule;
      const described = ruleDescriptor({
        id,
        severity: 'warning',
        description: docs.description,
        category: docs.category,
        url: meta.docs.url,
        help,
      }) as Described;
      const { 'security-severity': grave, precision } = described.properties;
      expect(Number(grave), id).toBeGreaterThan(0);
      expect(Number(grave), id).toBeLessThanOrEqual(10);
      expect(['medium', 'high', 'very-high'], id).toContain(precision);
      expect(described.fullDescription.text.length, id).toBeGreaterThan(docs.description.length + 20);
      expect(described.fullDescription.text.length, id).toBeLessThanOrEqual(1000);
      const links = Array.from(
        described.help.markdown.matchAll(/\]\(([^)\s]+)\)/g),
        ([, target = '']) => target,
      );
      expect(
        links.filter((target) => !/^https?:/.test(target)),
        id,
      ).toEqual([]);
      expect(described.help.text, id).not.toMatch(/\]\(/);
    }
  });

  it('ranks what anybody can use above what is refused', () => {
    const severityOf = (id: string, category: string, severity: 'error' | 'warning'): number => {
      const rule = { id, category, severity, description: 'x', url: 'https://example.test/' };
      return Number((ruleDescriptor(rule) as Described).properties['security-severity']);
    };
    expect(severityOf('full-wildcard', 'danger', 'error')).toBeGreaterThan(9);
    expect(severityOf('privilege-escalation', 'danger', 'warning')).toBeGreaterThanOrEqual(7);
    expect(severityOf('excess-action', 'calls', 'warning')).toBeGreaterThanOrEqual(4);
    expect(severityOf('empty-list', 'validity', 'error')).toBeLessThan(4);
  });
});

interface Described {
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: { readonly 'security-severity': string; readonly precision: string };
}
