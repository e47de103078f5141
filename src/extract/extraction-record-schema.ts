import { z } from 'zod';
import type {
  Entry,
  EntryScenario,
  ExtractionRecord,
  ExtractionSummary,
  PageRecord,
  SkippedRow,
  TableRecord,
} from './extraction-record.js';

/** JSON Schema (draft 2020-12) of the extraction record. Fields may be added within version 1, so unknown ones are allowed. */
export function extractionRecordJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(extractionRecord, { io: 'input', reused: 'ref' });
  return {
    ...schema,
    title: 'lint-policies extraction record',
    description:
      'What `lint-policies extract --format json` prints: every row of every permission table is an entry or skipped with a reason.',
  };
}

const count = z.int().nonnegative();
const position = z.int().positive();
const names = z.array(z.string());

const source = z.object({
  page: z.string(),
  table: position,
  row: position,
  line: position,
  sha256: z.string(),
});

const doubt = z.object({
  kind: z.enum(['repaired', 'guessed', 'conflict', 'near-name', 'mismatch', 'override']),
  confidence: z.enum(['likely', 'doubtful']),
  note: z.string(),
  was: z.string().exactOptional(),
  near: z.string().exactOptional(),
  source: source.exactOptional(),
});

const scope = z.object({
  project: z.boolean().exactOptional(),
  enterprise_project: z.boolean().exactOptional(),
  resource: z.boolean().exactOptional(),
  tag: z.boolean().exactOptional(),
});

const scenario = z.object({
  when: z.string(),
  actions: names,
  dependencies: names,
}) satisfies z.ZodType<EntryScenario>;

const entry = z.object({
  line: position,
  row: position,
  title: z.string(),
  endpoints: names,
  actions: names,
  dependencies: names,
  scenarios: z.array(scenario),
  scope: scope.exactOptional(),
  noPermission: z.literal(true).exactOptional().describe('The page says that no permission is needed.'),
  permissionOnly: z.literal(true).exactOptional(),
  unread: z
    .array(z.enum(['aliases', 'resources', 'condition_keys']))
    .exactOptional()
    .describe('Lists of the action that the table does not hold: what is not in them is not known.'),
  unsaid: z.literal(true).exactOptional().describe('The row names an API, but no action.'),
  noted: names.exactOptional(),
  describes: z.literal('action').exactOptional(),
  identity: z
    .literal(true)
    .exactOptional()
    .describe('What the operation needs of identity policies (Version 5.0), not of policies 1.1.'),
  discriminator: z.string().exactOptional(),
  apiName: z.string().exactOptional(),
  accessLevel: z.enum(['list', 'read', 'write', 'tagging', 'permission_management']).exactOptional(),
  resources: z
    .array(z.object({ type: z.string(), required: z.boolean(), conditionKeys: names }))
    .exactOptional(),
  conditionKeys: names.exactOptional(),
  aliases: names.exactOptional(),
  doubts: z.array(doubt).exactOptional(),
}) satisfies z.ZodType<Entry>;

const skipped = z.object({
  line: position,
  row: position,
  reason: z.string(),
  text: z.string(),
}) satisfies z.ZodType<SkippedRow>;

const table = z.object({
  index: count,
  line: position,
  kind: z.enum(['api-permissions', 'permissions', 'other']),
  reason: z.string().exactOptional(),
  caption: z.string().exactOptional(),
  rows: count,
  entries: z.array(entry),
  skipped: z.array(skipped),
  words: z
    .literal(true)
    .exactOptional()
    .describe('No table: what the page says in words, a row for each sentence.'),
  resources: z.array(z.object({ type: z.string(), urn: z.string(), line: position })).exactOptional(),
  conditionKeys: z
    .array(
      z.object({
        key: z.string(),
        valueType: z.string(),
        multiValued: z.boolean().exactOptional(),
        line: position,
      }),
    )
    .exactOptional(),
}) satisfies z.ZodType<TableRecord>;

const page = z.object({
  file: z.string(),
  sha256: z.string(),
  title: z.string().exactOptional(),
  language: z.enum(['zh-cn', 'en']).exactOptional(),
  updated: z.string().exactOptional().describe('The date that the page bears (ISO).'),
  tables: z.array(table),
  error: z.string().exactOptional(),
}) satisfies z.ZodType<PageRecord>;

const summary = z.object({
  pages: count,
  tables: count,
  rows: count,
  entries: count,
  skipped: count,
}) satisfies z.ZodType<ExtractionSummary>;

const extractionRecord = z.object({
  version: z.literal(1),
  pages: z.array(page),
  summary,
}) satisfies z.ZodType<ExtractionRecord>;
