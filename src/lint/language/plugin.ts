import type { ESLint, Linter } from 'eslint';
import { rules } from '../../../rules/registry.js';
import { registerSyntax } from '../../policy/syntax/parse-policy.js';
import { readYaml } from '../../policy/syntax/yaml-parser.js';
import { NAMESPACE } from './directives.js';
import { pluginOf } from '../run/driver.js';
import { editorWorkspace } from './editor-workspace.js';
import { severityIn } from '../config/rule-settings.js';
import type { Preset } from '../config/rule-settings.js';
import { setFallbackWorkspace } from '../run/workspace.js';

// ESLint parses synchronously: what it may be given must be at hand.
registerSyntax('yaml', readYaml);
setFallbackWorkspace(editorWorkspace);

/** Files that `configs` are for. */
const FILES = ['**/*.json', '**/*.jsonc', '**/*.yaml', '**/*.yml'];

/**
 * The ESLint plugin, for a team's own `eslint.config.js`:
 *
 * ```js
 * import iam from 'lint-policies/eslint-plugin';
 * export default [{ files: ['policies/**'], ...iam.configs.recommended }];
 * ```
 *
 * The manifest beside a policy (`app.apis.yaml` for `app.json`) is found by itself. `settings: { 'lint-policies': { cloud, catalog } }`
 * chooses another cloud or catalog folder.
 */
const plugin = withConfigs(pluginOf(rules));

function withConfigs(
  base: ESLint.Plugin,
): ESLint.Plugin & { readonly configs: Readonly<Record<'recommended' | 'strict', Linter.Config>> } {
  const whole = { ...base, configs: {} as Record<'recommended' | 'strict', Linter.Config> };
  for (const preset of ['recommended', 'strict'] as const) whole.configs[preset] = configOf(whole, preset);
  return whole;
}

function configOf(whole: ESLint.Plugin, preset: Preset): Linter.Config {
  return {
    name: `lint-policies/${preset}`,
    files: FILES,
    plugins: { [NAMESPACE]: whole },
    language: `${NAMESPACE}/policy`,
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: Object.fromEntries(
      rules.flatMap((rule) => {
        const severity = severityIn(preset, rule);
        return severity === undefined
          ? []
          : [[`${NAMESPACE}/${rule.id}`, severity === 'error' ? 'error' : 'warn']];
      }),
    ),
  };
}

export default plugin; // eslint-disable-line no-restricted-syntax -- `import iam from 'lint-policies/eslint-plugin'` is what ESLint's users write
