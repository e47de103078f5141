import { z } from 'zod';
import { parseEndpoint } from './endpoint.js';
import type { ServiceCatalog } from './model.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/**
 * What a catalog file may hold, as zod sees it. Strict: an unknown key is a mistake, not an extension. Lists that are
 * left out are empty; everything else that is left out is not known.
 */
export const serviceName = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, { error: () => say('service') });
export const cloudName = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, { error: () => say('cloud') });
/**
 * One action, or a pattern where a row names a wildcard. Identity policies know names without a resource type
 * (`iam::createAccessKey`).
 */
export const actionName = z
  .string()
  .regex(/^[A-Za-z0-9_-]+:[\w.*-]*:[\w.*/-]+$/, { error: () => say('action') })
  .meta({ title: 'Action', examples: ['ecs:cloudServers:stop'] });
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*\/[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u, { error: () => say('id') })
  .meta({ title: 'Operation id', examples: ['ecs/batch-stop-servers'] });
const endpoint = z
  .string()
  .refine((text) => parseEndpoint(text) !== undefined, { error: () => say('endpoint') })
  .meta({ title: 'Endpoint', examples: ['GET /v1/{project_id}/cloudservers/detail'] });
/** A name or a fact: never a sentence. */
export const text = z
  .string()
  .min(1, { error: () => say('empty') })
  .max(2000, { error: () => say('long') });
const count = z.int().min(0);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly().prefault([]);

const title = z.strictObject({ 'zh-cn': text.optional(), en: text.optional() }).readonly();
const source = z
  .strictObject({
    page: text,
    table: count,
    row: count,
    line: count,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: () => say('sha256') })
      .optional(),
    transcribed: z.literal(true).optional(),
    updated: z.iso.date().optional(),
  })
  .readonly();
const doubt = z
  .strictObject({
    kind: z.enum(['repaired', 'guessed', 'conflict', 'near-name', 'mismatch', 'override', 'transcribed']),
    confidence: z.enum(['likely', 'doubtful']),
    note: text,
    was: z.string().optional(),
    near: z.string().optional(),
    source: source.optional(),
  })
  .readonly();
const scope = z
  .strictObject({
    project: z.boolean().optional(),
    enterprise_project: z.boolean().optional(),
    resource: z.boolean().optional(),
    tag: z.boolean().optional(),
  })
  .readonly();
const scenario = z
  .strictObject({ when: text, actions: list(actionName), dependent_actions: list(actionName) })
  .readonly();

const identity = z
  .strictObject({
    actions: list(actionName),
    dependent_actions: list(actionName),
    scenarios: list(scenario),
    no_permission: z.literal(true).optional(),
    doubts: z.array(doubt).readonly().optional(),
    sources: list(source),
  })
  .readonly();

export const operationSchema = z
  .strictObject({
    id,
    title: title.prefault({}),
    endpoints: list(endpoint),
    discriminator: text.optional(),
    actions: list(actionName),
    dependent_actions: list(actionName),
    scenarios: list(scenario),
    no_permission: z.literal(true).optional(),
    identity: identity.optional(),
    scope: scope.prefault({}),
    doubts: z.array(doubt).readonly().optional(),
    sources: list(source),
  })
  .readonly();

const version = z.enum(['1.1', '5.0']);
const resource = z.strictObject({ type: text, required: z.boolean(), condition_keys: list(text) }).readonly();
export const actionSchema = z
  .strictObject({
    name: actionName,
    title: title.optional(),
    access_level: z.enum(['list', 'read', 'write', 'tagging', 'permission_management']).optional(),
    permission_only: z.literal(true).optional(),
    aliases: list(actionName),
    resources: list(resource),
    condition_keys: list(text),
    unread: z
      .array(z.enum(['aliases', 'resources', 'condition_keys']))
      .readonly()
      .optional(),
    versions: z.array(version).readonly().optional(),
    scope: scope.optional(),
    doubts: z.array(doubt).readonly().optional(),
    sources: z.array(source).readonly().optional(),
  })
  .readonly();

const formerAction = z
  .strictObject({
    name: actionName,
    last_documented: text,
    replaced_by: list(actionName),
    sources: list(source),
  })
  .readonly();
const resourceType = z.strictObject({ type_name: text, urn_template: text }).readonly();
const conditionKey = z
  .strictObject({
    key: text,
    value_type: z.enum(['string', 'number', 'boolean', 'date', 'ip', 'unknown']),
    multi_valued: z.boolean().optional(),
  })
  .readonly();

const coverage = z
  .strictObject({
    pages: count,
    transcribed: count,
    updated: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).readonly().optional(),
    partial: list(version),
    sdk: z.strictObject({ operations: count, actions: count, identity: count }).readonly().optional(),
  })
  .readonly();

export const serviceSchema = z
  .strictObject({
    schema: z.literal(1, { error: () => say('version') }),
    cloud: cloudName,
    service: serviceName,
    title: title.optional(),
    coverage: coverage.optional(),
    operations: list(operationSchema),
    actions: list(actionSchema),
    former_actions: z.array(formerAction).readonly().optional(),
    resources: z.array(resourceType).readonly().optional(),
    condition_keys: z.array(conditionKey).readonly().optional(),
  })
  .readonly();

/** The JSON Schema (2020-12) of `catalog/<cloud>/<service>.yaml`, as the package publishes it. */
export function catalogJsonSchema(): object {
  // zod marks what TypeScript may not assign to as `readOnly`, which editors take for "do not write this".
  const schema = z.toJSONSchema(serviceSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return { ...schema, title: 'lint-policies catalog of one service' };
}

/**
 * Fails to compile where schema and model drift apart.
 * @public
 */
export type SchemaMatchesModel = Exact<Mutual<z.output<typeof serviceSchema>, ServiceCatalog>>;
type Exact<T extends true> = T;
type Mutual<A, B> = Loose<A> extends Loose<B> ? true : false;
// zod's optional keys admit `undefined` in their type, which `exactOptionalPropertyTypes` keeps apart.
type Loose<T> = T extends readonly (infer I)[]
  ? readonly Loose<I>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<Exclude<T[K], undefined>> }
    : T;
