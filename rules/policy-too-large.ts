import type { Policy } from '../src/policy/model/policy.js';
import { jsonSize } from '../src/policy/model/size.js';
import { createLimitRule } from './shared/families/limit.js';

export const rule = createLimitRule({
  id: 'policy-too-large',
  description: 'Policies larger than the cloud takes',
  error: 'IAM.1021',
  sources: ['https://support.huaweicloud.com/intl/en-us/productdesc-iam5/iam_01_1135.html'],
  limit: 'policyLength',
  message: `The policy has {count, number} {unit, select, bytes {bytes} characters {characters}} without white space,
    but the cloud takes at most {max, number}; split it or use wildcards.`,
  ofPolicy: ({ node, kind, statementMember }: Policy) => {
    const { characters, bytes } = jsonSize(node);
    // Version 5.0 counts bytes.
    const at = statementMember?.name;
    const data: Size =
      kind === 'identity-policy'
        ? { count: bytes, unit: 'bytes' }
        : { count: characters, unit: 'characters' };
    return [{ at, data }];
  },
});

type Size = Readonly<{ count: number; unit: 'bytes' | 'characters' }>;
