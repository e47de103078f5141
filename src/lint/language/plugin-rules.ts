import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../../problem.js';
import { loadModule } from '../config/load-module.js';
import type { PolicyRule } from '../policy-rule.js';

/**
 * Rules of a team: each plugin is a path (from the configuration's folder) of a module that exports `rules` (a list) or
 * `rule`, or in JavaScript such a module itself.
 * @throws Problem code `config` naming the plugin.
 */
export async function loadPluginRules(
  plugins: readonly (string | { readonly rules: readonly PolicyRule[] })[],
  folder: string,
  file: string,
): Promise<readonly PolicyRule[]> {
  const lists = await Promise.all(
    plugins.map(async (plugin, index) => {
      if (typeof plugin !== 'string') return rulesOf(plugin, `plugins.${index}`, file);
      const path = resolve(folder, plugin);
      if (!existsSync(path))
        throw new Problem(
          'config',
          `the plugin "${plugin}" is not there; give its path from the folder of this file`,
          { file },
        );
      return rulesOf(await loadModule(path, plugin), plugin, file);
    }),
  );
  return lists.flat();
}

function rulesOf(module: object, name: string, file: string): readonly PolicyRule[] {
  const exported = {
    ...('default' in module && typeof module.default === 'object' ? module.default : {}),
    ...module,
  } as { readonly rules?: unknown; readonly rule?: unknown };
  const list: readonly unknown[] = Array.isArray(exported.rules)
    ? exported.rules
    : exported.rule === undefined
      ? []
      : [exported.rule];
  if (list.length === 0)
    throw new Problem(
      'config',
      `the plugin "${name}" exports no rules; export "rules", a list of what createRule() returns`,
      { file },
    );
  for (const rule of list)
    if (!isRule(rule))
      throw new Problem(
        'config',
        `the plugin "${name}" exports something that is no rule; export what createRule() returns`,
        { file },
      );
  return list as readonly PolicyRule[];
}

function isRule(value: unknown): value is PolicyRule {
  if (typeof value !== 'object' || value === null) return false;
  const { id, docs, meta, create } = value as Partial<Record<keyof PolicyRule, unknown>>;
  return (
    typeof id === 'string' &&
    typeof docs === 'object' &&
    typeof meta === 'object' &&
    typeof create === 'function'
  );
}
