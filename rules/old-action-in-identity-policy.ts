import type { Catalog } from '../src/catalog/catalog.js';
import { createGenerationRule } from './shared/families/generation-rule.js';
import type { Places } from './shared/families/generation-rule.js';
import { identityNamesOf, mayHaveMore } from './shared/names/generations.js';

export const rule = createGenerationRule({
  id: 'old-action-in-identity-policy',
  docs: {
    description: 'Action names of policies 1.1 in an identity policy',
    category: 'migration',
    recommended: false,
    strict: 'warning',
    sources: [
      'https://support.huaweicloud.com/api-cdn/cdn_02_0124.html (what an alias allows and denies under each authorization)',
      'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1280.html (column Alias)',
      'https://support.huaweicloud.com/intl/en-us/api-iam5/iam_02_1117.html',
    ],
    kinds: ['identity-policy', 'resource-policy'],
  },
  message:
    '"{action}" is a name of policies of Version 1.1; in an identity policy it stands for {names, list}, with all their APIs: write which are meant.',
  namesOf: identityNamesOf,
  exactIn: placesOf,
  type: 'suggestion',
});

/** A name that is an alias itself stands for more than its action: no name says just what is meant. */
function placesOf(names: readonly string[], catalog: Catalog): Places {
  if (names.some((name) => catalog.successorsOf(name).length > 0)) return 'nowhere';
  return mayHaveMore(names, catalog) ? 'allow' : 'anywhere';
}
