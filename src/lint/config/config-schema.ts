import { z } from 'zod';
import { rules as ownRules } from '../../../rules/registry.js';
import { LANGUAGES } from '../../wording/language-choice.js';
import { FAIL_ON } from './config.js';
import type { UserConfig } from './config.js';
import type { PolicyRule } from '../policy-rule.js';
import { LEVELS, PRESETS } from './rule-settings.js';

const text = z.string().min(1);
const globs = z
  .union([text, z.array(text).min(1)])
  .meta({ description: 'Globs relative to the working directory; "!" takes out again.' });
const level = z.enum(LEVELS);
const options = z.record(z.string(), z.json());
const setting = z.union([level, z.tuple([level]), z.tuple([level, options])]);
const ruleSettings = z.record(z.string(), setting).meta({
  description: 'Severity of each rule, or [severity, options]; a bare severity keeps the options below it.',
});
const date = z.iso.date().meta({ description: 'The last day that it holds: 2026-12-31.' });
const reason = text.meta({ description: 'Why; reported where it is missing.' });

/** A rule or a module of rules, as JavaScript gives it. Its shape is checked when it is loaded. */
const plugin = z.union([
  text,
  z.custom<{ readonly rules: readonly PolicyRule[] }>(
    (value) => typeof value === 'object' && value !== null && 'rules' in value,
  ),
]);

export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  preset: z.enum(PRESETS).optional().meta({ description: 'The rules to start from; left out: recommended.' }),
  lang: z
    .enum(LANGUAGES)
    .optional()
    .meta({ description: 'The language of everything that is said; left out: that of whoever runs it.' }),
  cloud: text
    .optional()
    .meta({ description: 'Cloud of policies whose manifest names none; left out: huaweicloud.' }),
  catalogs: z
    .array(text)
    .optional()
    .meta({ description: 'Folders with catalog YAML that is laid over the shipped catalog.' }),
  files: globs.optional().meta({
    description: 'Files that are linted when a folder is; left out: every file that may hold a policy.',
  }),
  manifests: z
    .array(text)
    .optional()
    .meta({ description: 'Manifests that do not stand beside their policy.' }),
  workloads: z
    .record(text, z.strictObject({ policies: globs, sources: globs, cloud: text.optional() }))
    .optional()
    .meta({
      description: 'Which policies are for which sources, by name, where "check" cannot tell by itself.',
    }),
  rules: ruleSettings.optional(),
  overrides: z
    .array(z.strictObject({ files: globs, rules: ruleSettings }))
    .optional()
    .meta({ description: 'Other settings for some files; later ones win.' }),
  ignores: z
    .array(z.strictObject({ files: globs, reason }))
    .optional()
    .meta({ description: 'Files that are never linted, and why.' }),
  suppressions: z
    .array(
      z.strictObject({
        rule: z.union([text, z.array(text).min(1)]),
        files: globs,
        where: z.record(z.string(), z.json()).optional().meta({
          description: 'Values that the finding\'s data must have, such as { "action": "ecs:*:*" }.',
        }),
        reason,
        expires: date.optional(),
      }),
    )
    .optional()
    .meta({ description: 'Findings that are accepted, and why; one that matches nothing is reported.' }),
  baseline: text.optional().meta({ description: 'File of findings that were there before.' }),
  failOn: z.enum(FAIL_ON).optional().meta({
    description:
      'From which severity on the command exits 1, or "new-access": where a change newly allows a request; left out: error.',
  }),
  newAccess: z
    .strictObject({ allow: z.array(text) })
    .optional()
    .meta({
      description: 'Actions and wildcards that a change may newly allow, where failOn is "new-access".',
    }),
  plugins: z.array(plugin).optional().meta({ description: 'Modules that export rules of your own.' }),
} satisfies Record<keyof UserConfig, unknown>) satisfies z.ZodType<UserConfig>;

/** The JSON Schema of `lint-policies.config.json`, with every rule and its options by name. */
export function configJsonSchema(rules: readonly PolicyRule[] = ownRules): Record<string, unknown> {
  const schema = z.toJSONSchema(configSchema, {
    target: 'draft-2020-12',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === ruleSettings) {
        jsonSchema.properties = Object.fromEntries(rules.map((rule) => [rule.id, settingSchema(rule)]));
        delete jsonSchema.propertyNames;
      }
      if (zodSchema === plugin) Object.assign(jsonSchema, { anyOf: undefined, type: 'string', minLength: 1 });
    },
  });
  return {
    ...(JSON.parse(JSON.stringify(schema)) as Record<string, unknown>),
    title: 'lint-policies configuration',
  };
}

function settingSchema({ docs, meta }: PolicyRule): z.core.JSONSchema.BaseSchema {
  const levels = { enum: [...LEVELS] };
  const own = meta.schema[0];
  const settings =
    own === undefined
      ? [levels]
      : [
          levels,
          {
            type: 'array' as const,
            prefixItems: [levels, JSON.parse(JSON.stringify(own)) as z.core.JSONSchema.BaseSchema],
            minItems: 1,
            maxItems: 2,
          },
        ];
  return { description: `${docs.description}. ${meta.docs.url}`, anyOf: settings };
}
