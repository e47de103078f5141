import { createGenerationRule } from './shared/families/generation-rule.js';
import { classicNamesOf, isReadWhole } from './shared/names/generations.js';

export const rule = createGenerationRule({
  id: 'identity-action-in-policy',
  docs: {
    description: 'Action names of identity policies in a policy 1.1 or a role',
    category: 'migration',
    recommended: 'error',
    sources: [
      'https://support.huaweicloud.com/intl/en-us/usermanual-iam5/iam_01_1280.html (column Alias)',
      'https://support.huaweicloud.com/intl/en-us/api-iam5/iam_02_1117.html',
    ],
    kinds: ['policy', 'role'],
  },
  message: '"{action}" is a name of identity policies; write {names, list} in a policy of Version 1.1.',
  namesOf: classicNamesOf,
  isCertain: isReadWhole,
  // A name of policies 1.1 that stands for several actions of identity policies would allow more than was meant.
  exactIn: ([name = ''], catalog) => (catalog.successorsOf(name).length > 1 ? 'nowhere' : 'allow'),
});
