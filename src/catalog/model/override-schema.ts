import { z } from 'zod';
import { actionName, actionSchema, cloudName, operationSchema } from './catalog-schema.js';
import type { Override } from '../change/overrides.js';
import { ProblemList, parseYaml } from '../yaml/catalog-yaml.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

const reason = z.string().min(1, { error: () => say('overrideReason') });
const proof = z.string().min(1, { error: () => say('overrideProof') });

/** `catalog/overrides.yaml`: corrections of the documentation's facts, each with its reason and its source. */
export const overridesSchema = z.strictObject({
  schema: z.literal(1),
  overrides: z.array(
    z.union([
      z.strictObject({
        cloud: cloudName,
        operation: z.string(),
        set: operationSchema.unwrap().omit({ id: true, sources: true, doubts: true }).partial(),
        reason,
        source: proof,
      }),
      z.strictObject({
        cloud: cloudName,
        action: actionName,
        set: actionSchema.unwrap().omit({ name: true, sources: true, doubts: true }).partial(),
        reason,
        source: proof,
      }),
      z.strictObject({ cloud: cloudName, action: actionName, rename: actionName, reason, source: proof }),
    ]),
  ),
});

/** @throws ProblemList, code `catalog`, with line, column and remedy. */
export function readOverrides(text: string, file: string): Override[] {
  const { data, document } = parseYaml(text, file, overridesSchema);
  // `.partial()` still fills what a list's default is; an override sets only what it names.
  const written = document.value as { overrides: { set?: Record<string, unknown> }[] };
  return data.overrides.map((override, index) => {
    if (!('set' in override)) return override;
    const named = Object.keys(written.overrides[index]?.set ?? {});
    if (named.length === 0)
      throw new ProblemList([
        document.problem(say('nothingSet', { index }), document.offsetOf(['overrides', index, 'set'])),
      ]);
    return {
      ...override,
      set: Object.fromEntries(Object.entries(override.set).filter(([key]) => named.includes(key))),
    };
  });
}
