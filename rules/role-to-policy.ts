import { createRule } from '../src/lint/rule.js';

export const rule = createRule({
  id: 'role-to-policy',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Roles of Version 1.0 that could be policies',
      category: 'migration',
      recommended: false,
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/角色.md',
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/创建云服务自定义策略.md (Version is fixed at 1.1)',
      ],
      kinds: ['role'],
    },
    messages: {
      role: 'A custom policy cannot be a role (Version "{version}"); write a policy of Version "1.1" or "5.0".',
    },
  },
  create(context) {
    return {
      policy({ version, versionMember, node }) {
        context.report({
          at: versionMember?.value ?? node.members[0]?.name ?? node,
          messageId: 'role',
          data: { version: version ?? '1.0' },
        });
      },
    };
  },
});
