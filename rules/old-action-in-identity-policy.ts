import { createGenerationRule } from './shared/families/generation-rule.js';
import { identityNamesOf } from './shared/names/generations.js';

export const rule = createGenerationRule({
  id: 'old-action-in-identity-policy',
  docs: {
    description: 'Action names of policies 1.1 in an identity policy',
    category: 'migration',
    recommended: 'error',
    sources: [
      'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1280.html (column Alias)',
      'https://support.huaweicloud.com/intl/en-us/api-iam5/iam_02_1117.html',
    ],
    kinds: ['identity-policy', 'resource-policy'],
  },
  message: '"{action}" is a name of policies of Version 1.1; write {names, list} in an identity policy.',
  namesOf: identityNamesOf,
});
