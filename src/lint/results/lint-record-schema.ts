import { z } from 'zod';
import type {
  CheckRecord,
  Edit,
  ExcessRecord,
  FileRecord,
  Finding,
  JudgedCallRecord,
  LintRecord,
  NeedRecord,
  PlaceRecord,
  RequestRecord,
  Related,
  UnprovenRecord,
  WorkloadRecord,
} from './lint-record.js';
import { changes } from './change-record-schema.js';
import type { ExpectationsRecord } from './expectations-record.js';

/** JSON Schema (draft 2020-12) of the lint record. Fields may be added within version 1, so unknown ones are allowed. */
export function lintRecordJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(lintRecord, { io: 'input', reused: 'ref' });
  return {
    ...schema,
    title: 'lint-policies lint record',
    description: 'What `lint-policies --format json` prints.',
  };
}

const count = z.int().nonnegative();
const position = z.int().positive();
const severity = z.enum(['error', 'warning']);
const confidence = z
  .enum(['certain', 'likely', 'doubtful'])
  .describe('How sure the fact is that this rests on.');
const role = z.enum(['action', 'dependency']);
const path = z.string().describe('Relative to the working directory, "/" as separator.');

const edit = z.object({
  range: z.tuple([count, count]).describe('UTF-16 offsets, the end exclusive.'),
  text: z.string(),
}) satisfies z.ZodType<Edit>;

const related = z.object({
  path,
  line: position,
  column: position,
  endLine: position.exactOptional(),
  endColumn: position.exactOptional(),
  message: z.string(),
}) satisfies z.ZodType<Related>;

const finding = z.object({
  rule: z.string(),
  messageId: z
    .string()
    .exactOptional()
    .describe("Which of the rule's messages it is; stays when its wording changes."),
  severity,
  confidence,
  message: z.string(),
  line: position,
  column: position,
  endLine: position,
  endColumn: position,
  address: z
    .string()
    .exactOptional()
    .describe(
      'The path inside the file of the policy that it is about, where the file is more than one policy.',
    ),
  cloud: z
    .string()
    .exactOptional()
    .describe('Whose catalog judged it, where its file is for several clouds.'),
  data: z.record(z.string(), z.json()),
  related: z.array(related),
  fix: z.boolean().describe('A safe fix is offered.'),
  edits: z.array(edit).exactOptional(),
  suggestions: z.array(z.object({ message: z.string(), edits: z.array(edit) })).exactOptional(),
  url: z.string().describe('Where the rule, or the fact it rests on, is explained.'),
  fingerprint: z
    .string()
    .exactOptional()
    .describe('Names the finding in a baseline; stays the same when lines move.'),
  introduced: z.boolean().exactOptional().describe('It was not there in the revision compared with.'),
}) satisfies z.ZodType<Finding>;

const file = z.object({
  path,
  checked: z
    .union([z.boolean(), z.literal('partly')])
    .describe('“partly”: something of its policies is only known where they are put to use.'),
  holes: z
    .array(z.object({ line: position, column: position, why: z.string() }))
    .exactOptional()
    .describe('What is not known of a file that is checked in part.'),
  reason: z.string().exactOptional().describe('Why it was not checked.'),
  seen: z
    .object({ line: position, column: position })
    .exactOptional()
    .describe('Where something stands that looks like a policy, in a file that was not checked.'),
  foreign: z
    .array(
      z.object({
        language: z.string().describe('The cloud, or the kind of policy.'),
        line: position,
        column: position,
        address: z.string().exactOptional(),
      }),
    )
    .exactOptional()
    .describe('Policies in other languages, which are not judged.'),
  cloud: z.string().exactOptional().describe('Whose catalog judged it, where the run has more than one.'),
  config: path.exactOptional().describe('The configuration that holds for it: the nearest above it.'),
  findings: z.array(finding),
}) satisfies z.ZodType<FileRecord>;

const place = z.object({ path, line: position, column: position }) satisfies z.ZodType<PlaceRecord>;

const because = z.object({
  call: z.string(),
  api: z.string().exactOptional(),
  operation: z.string(),
  scenario: z.string().exactOptional(),
  source: z.string().describe('Page, table, row and line of the documentation.'),
  line: position.describe('Of the call in the manifest.'),
  origins: z
    .array(z.object({ file: path, line: position.exactOptional() }))
    .exactOptional()
    .describe('Where the call was found.'),
});

const context = z.record(z.string(), z.array(z.string()));

const request = z.object({
  action: z.string(),
  resource: z.string(),
  context: context.describe('By condition key; a key that is not here is not sent.'),
}) satisfies z.ZodType<RequestRecord>;

const need = z.object({
  action: z.string(),
  as: role.exactOptional(),
  possible: z.boolean().exactOptional(),
  why: z.array(z.string()).exactOptional(),
  keys: z
    .array(z.string())
    .exactOptional()
    .describe('Condition keys that decide, and of which the calls say nothing.'),
  request: request
    .exactOptional()
    .describe('One of the requests that the calls say they make and that is refused, where others are not.'),
  confidence,
  because: z.array(because),
  at: z.array(place).exactOptional(),
  stops: z
    .array(z.object({ boundary: z.string(), how: z.enum(['denied', 'not-allowed']) }))
    .exactOptional()
    .describe('Boundaries that stop what the policies grant.'),
}) satisfies z.ZodType<NeedRecord>;

const judgedNeeds = z.array(z.object({ action: z.string(), as: role, status: z.string() }));

const judged = z.object({
  call: z.string().describe('As the manifest writes it.'),
  operation: z.string().exactOptional(),
  title: z.string().exactOptional(),
  status: z.string(),
  scenario: z.string().exactOptional(),
  resources: z.array(z.string()).exactOptional().describe('What the call says that it is about.'),
  context: context.exactOptional().describe('What the call says of its requests, by condition key.'),
  needs: judgedNeeds,
  cases: z
    .array(z.object({ scenario: z.string(), needs: judgedNeeds }))
    .exactOptional()
    .describe('What it needs besides when a case arises; the status does not count it.'),
  line: position,
}) satisfies z.ZodType<JudgedCallRecord>;

const excess = z.object({
  pattern: z.string(),
  kind: z.enum(['literal', 'wildcard', 'not-action']),
  grants: count.describe('How many catalog actions it grants today.'),
  needed: z.array(z.string()),
  confidence,
  at: place,
}) satisfies z.ZodType<ExcessRecord>;

const unproven = z.object({
  kind: z.string(),
  subject: z.string(),
  reason: z.string(),
  candidates: z.array(z.string()).exactOptional(),
  at: place.exactOptional(),
}) satisfies z.ZodType<UnprovenRecord>;

const workload = z.object({
  manifest: path,
  deduced: z
    .literal(true)
    .exactOptional()
    .describe('“check” wrote the manifest into no file: its lines are those that --save writes.'),
  policies: z.array(z.string()),
  boundaries: z.array(z.string()).exactOptional().describe('What limits the policies.'),
  calls: count,
  moreInCases: count
    .exactOptional()
    .describe('Calls that need more than is granted in cases that the manifest does not tell (“when”).'),
  unread: z
    .array(z.object({ client: z.string(), service: z.string().exactOptional() }))
    .exactOptional()
    .describe('Clients whose calls were recognised and not read.'),
  judged: z.array(judged),
  missing: z.array(need),
  denied: z.array(need),
  conditional: z.array(need),
  excess: z.array(excess),
  unproven: z.array(unproven),
}) satisfies z.ZodType<WorkloadRecord>;

const check = z.object({
  decisions: z.array(
    z.object({
      status: z.enum(['decided', 'undecided', 'alone', 'empty']),
      by: z.enum(['name', 'place', 'choice', 'configuration']).exactOptional(),
      policies: z.array(z.string()),
      sources: z.array(path),
      cloud: z
        .string()
        .exactOptional()
        .describe('By whose catalog it was judged: the one that most calls of the sources go to.'),
      manifest: path.exactOptional().describe('The manifest that says so, or that --save would write.'),
      calls: count.exactOptional(),
      callsOfOtherClouds: z
        .record(z.string(), count)
        .exactOptional()
        .describe('Calls of the sources that were not judged, by the cloud that they go to.'),
      unread: count.exactOptional().describe('Clients whose calls were recognised and not read.'),
    }),
  ),
  left: z.array(path).describe('Sources with calls that are in no policy’s workload.'),
}) satisfies z.ZodType<CheckRecord>;

const expectations = z.object({
  file: path,
  policies: count.describe('How many policies were looked at.'),
  together: z.literal(true).exactOptional().describe('They were looked at as one.'),
  unread: z.array(path).describe('Files that are meant and could not be read.'),
  expectations: z.array(
    z.object({
      kind: z.enum(['never', 'always', 'at-most', 'same-as']),
      expected: z.string(),
      line: position,
      column: position,
      status: z
        .enum(['kept', 'broken', 'undecided', 'unjudged'])
        .describe(
          '“unjudged”: there was nothing to judge, or nothing to compare with. Only what is kept is kept.',
        ),
      broken: z.array(z.string()).describe('The policies that break it.'),
      undecided: z.array(z.string()).describe('The policies of which it could not be decided.'),
    }),
  ),
}) satisfies z.ZodType<ExpectationsRecord>;

const lintRecord = z.object({
  version: z.literal(1),
  tool: z.object({ name: z.string(), version: z.string() }),
  catalog: z.record(z.string(), z.object({ version: z.string(), services: count, operations: count })),
  files: z.array(file),
  workloads: z.array(workload),
  summary: z.object({
    checked: count.describe('Those that were checked in part among them.'),
    partly: count.exactOptional().describe('How many were checked in part.'),
    skipped: count,
    foreign: count.exactOptional().describe('How many policies in other languages were left alone.'),
    errors: count,
    warnings: count,
    suppressed: count,
    uncovered: count,
    fixed: z
      .object({ findings: count, files: count })
      .exactOptional()
      .describe('What fixes mended, where they were asked for.'),
    check: z
      .string()
      .exactOptional()
      .describe('The command that judges the uncovered policies against the sources beside them.'),
  }),
  expectations: z
    .array(expectations)
    .exactOptional()
    .describe('How each expectation stands, by the files that hold them (*.expect.yaml).'),
  changes: changes.exactOptional().describe('What is different from the revision that --since names.'),
  check: check.exactOptional().describe('How “check” decided which sources are whose.'),
}) satisfies z.ZodType<LintRecord>;
