import { jsonSize } from '../src/policy/model/size.js';
import { createLimitRule } from './shared/limit.js';

export const rule = createLimitRule({
  id: 'policy-too-large',
  description: 'Policies larger than the cloud takes',
  error: 'IAM.1021',
  sources: ['https://support.huaweicloud.com/intl/en-us/productdesc-iam5/iam_01_1135.html'],
  limit: 'policyLength',
  message:
    'Unexpected size of {{count}} {{unit}} without white space, expected at most {{max}}; split the policy or use wildcards.',
  ofPolicy: ({ node, kind, statementMember }) => {
    const { characters, bytes } = jsonSize(node);
    // Version 5.0 counts bytes.
    return [
      {
        at: statementMember?.name,
        ...(kind === 'identity-policy'
          ? { count: bytes, data: { unit: 'bytes' } }
          : { count: characters, data: { unit: 'characters' } }),
      },
    ];
  },
});
