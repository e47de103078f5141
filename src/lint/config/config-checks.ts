import { nearNames } from '../../calls/resolve/near-names.js';
import { Problem } from '../../problem.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';
import type { PolicyRule } from '../policy-rule.js';
import { checkOptions } from '../run/driver.js';
import { problemAt } from './config-source.js';
import type { ConfigSource } from './config-source.js';
import { checkGlob } from './glob.js';
import type { RuleSetting } from './rule-settings.js';

const say = speaker('lint', en);

/** @throws Problem code `config` for a rule that there is not, and for options that it does not take. */
export function checkSetting(
  id: string,
  setting: RuleSetting,
  known: ReadonlyMap<string, PolicyRule>,
  source: ConfigSource,
  path: readonly PropertyKey[],
): void {
  const rule = known.get(knownRule(id, known, source, path));
  const options = typeof setting === 'string' ? undefined : setting[1];
  if (rule === undefined || options === undefined) return;
  const properties = Object.keys(rule.meta.schema[0]?.properties ?? {});
  for (const name of Object.keys(options)) {
    if (properties.includes(name)) continue;
    const near = nearNames(name, properties);
    throw problemAt(
      source,
      [...path, 1, name],
      say('unknownOption', { rule: id, name, near, options: properties }),
    );
  }
  const fault = checkOptions(rule, options);
  if (fault !== undefined) throw problemAt(source, [...path, 1], say('wrongOptions', { rule: id, fault }));
}

/** @throws Problem code `config` where there is no rule of that name. */
export function knownRule(
  id: string,
  known: ReadonlyMap<string, PolicyRule>,
  source: ConfigSource,
  path: readonly PropertyKey[],
): string {
  if (known.has(id)) return id;
  throw problemAt(source, path, say('unknownRule', { rule: id, near: nearNames(id, known.keys()) }));
}

/** @throws Problem code `config` for a pattern that would be slow to match. */
export function checkGlobs(
  list: readonly string[],
  source: ConfigSource,
  path: readonly PropertyKey[],
): readonly string[] {
  for (const pattern of list) {
    try {
      checkGlob(pattern);
    } catch (error) {
      throw error instanceof Problem ? problemAt(source, path, error.message) : error;
    }
  }
  return list;
}
