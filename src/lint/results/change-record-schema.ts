import { z } from 'zod';
import type {
  AccessRecord,
  ChangeRecord,
  ChangesRecord,
  DeltaRecord,
  WitnessRecord,
} from './change-record.js';

const count = z.int().nonnegative();

const delta = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
}) satisfies z.ZodType<DeltaRecord>;
const granted = z.array(z.object({ action: z.string(), status: z.enum(['granted', 'conditional']) }));

const witness = z.object({
  action: z.string(),
  resource: z.string(),
  context: z
    .record(z.string(), z.array(z.string()))
    .describe('Values by condition key; a key that is not here is absent from the request.'),
  policy: z.string(),
  line: count.describe('Of the statement that allows it.'),
}) satisfies z.ZodType<WitnessRecord>;

const access = z.object({
  direction: z.enum(['same', 'wider', 'narrower', 'incomparable', 'unknown']),
  gained: witness.exactOptional().describe('A request that is allowed now and was not.'),
  lost: witness.exactOptional().describe('A request that was allowed and is not now.'),
  undecided: z
    .object({ gained: z.string().exactOptional(), lost: z.string().exactOptional() })
    .describe('What ended each search that was not decided, as the policy writes it.'),
  newAccess: z
    .boolean()
    .describe(
      'Something is allowed now, or may be, that was not and that the configuration does not accept.',
    ),
}) satisfies z.ZodType<AccessRecord>;

const change = z.object({
  kind: z.enum(['workload', 'policy']),
  name: z.string().describe('The manifest, or what the policy is called.'),
  formerly: z.string().exactOptional(),
  state: z.enum(['added', 'changed', 'removed']),
  policies: z.array(z.string()),
  unmeasurable: z.boolean().describe('Policies take part whose grants cannot be told from the catalog.'),
  access: access.exactOptional(),
  gained: granted,
  lost: granted,
  altered: z.array(z.string()).describe('Conditional before and now, on other terms.'),
  unmeasured: delta.describe('Wildcards and run-time parts of which nobody can say what they grant.'),
  calls: z.array(
    z.object({ call: z.string(), before: z.string().exactOptional(), after: z.string().exactOptional() }),
  ),
  missing: delta,
  denied: delta,
  conditional: delta,
  excess: delta,
  unproven: delta,
}) satisfies z.ZodType<ChangeRecord>;

export const changes = z.object({
  since: z.string(),
  commit: z.string(),
  newOnly: z.boolean().describe('Findings that were there before are left out.'),
  entries: z.array(change),
  unchanged: count,
  findings: z.object({ introduced: count, resolved: count, known: count }),
}) satisfies z.ZodType<ChangesRecord>;
