import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Problem } from '../../problem.js';
import { loadModule } from '../config/load-module.js';
import type { PolicyRule } from '../policy-rule.js';
import { en } from '../../wording/en/lint.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('lint', en);

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
      if (!existsSync(path)) throw new Problem('config', say('noPlugin', { plugin }), { file });
      return rulesOf(await loadModule(path, plugin), plugin, file);
    }),
  );
  return lists.flat();
}

function rulesOf(module: object, plugin: string, file: string): readonly PolicyRule[] {
  const list = exportedBy(module);
  if (list.length === 0) throw new Problem('config', say('noRules', { plugin }), { file });
  return list.map((rule) => {
    if (!isRule(rule)) throw new Problem('config', say('notARule', { plugin }), { file });
    return rule;
  });
}

/** What a module names `rules` or `rule`; what it exports by name comes before its default. */
function exportedBy(module: object): readonly unknown[] {
  const fallback = 'default' in module && typeof module.default === 'object' ? module.default : undefined;
  const exported = { ...fallback, ...module } as { readonly rules?: unknown; readonly rule?: unknown };
  if (Array.isArray(exported.rules)) return exported.rules;
  return exported.rule === undefined ? [] : [exported.rule];
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
