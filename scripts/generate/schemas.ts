import { catalogJsonSchema } from '../../src/catalog/model/catalog-schema.js';
import { manifestJsonSchema } from '../../src/calls/manifest/manifest-schema.js';
import { expectationJsonSchema } from '../../src/expectations/expectation-schema.js';
import { extractionRecordJsonSchema } from '../../src/extract/extraction-record-schema.js';
import { configJsonSchema } from '../../src/lint/config/config-schema.js';
import { lintRecordJsonSchema } from '../../src/lint/results/lint-record-schema.js';
import { policyJsonSchema } from '../../src/policy/model/policy-schema.js';
import type { Generated } from '../generate.js';

/** Every schema that is published, by the name of its file. */
export const SCHEMAS: Readonly<Record<string, () => object>> = {
  catalog: catalogJsonSchema,
  manifest: manifestJsonSchema,
  expectations: expectationJsonSchema,
  config: configJsonSchema,
  policy: policyJsonSchema,
  'lint-record': lintRecordJsonSchema,
  'extraction-record': extractionRecordJsonSchema,
};

/** `docs-out/schemas/`: the JSON Schemas, as editors and other tools load them. */
export function schemas(): Generated {
  return {
    files: new Map(
      Object.entries(SCHEMAS).map(([name, schema]) => [
        `docs-out/schemas/${name}.json`,
        `${JSON.stringify(schema(), undefined, 2)}\n`,
      ]),
    ),
  };
}
