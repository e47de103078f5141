import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { resourceFault } from '../src/policy/grants/resource-form.js';
import type { ResourceFault } from '../src/policy/grants/resource-form.js';
import { resourcesOf } from './shared/listed.js';

type Message = ResourceFault['kind'] | 'replace';

export const rule = createRule<Message>({
  id: 'resource-format',
  meta: {
    type: 'problem',
    docs: {
      description: 'Resources that are not written as service:region:domainId:resourceType:resourcePath',
      category: 'validity',
      recommended: 'error',
      sources: [
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/创建云服务自定义策略.md',
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/API参考/错误码.md (IAM.1043 to IAM.1048)',
        'https://github.com/huaweicloudDocs/iam/blob/5d5f9de0e0b68887916a1724f219379ac30a1bf3/cn.zh-cn/用户指南/创建自定义策略.md',
      ],
      // Agencies are named in another way: `agency-form`.
      kinds: ['role', 'policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      segments:
        'Unexpected {{count}} in "{{resource}}", expected five: service:region:domainId:resourceType:resourcePath, or "*".',
      foreign:
        'Unexpected resource name of {{cloud}}, "{{resource}}"; expected service:region:domainId:resourceType:resourcePath.',
      'empty-segment': 'Unexpected empty {{segment}} in "{{resource}}", expected a name or "*".',
      region: 'Unexpected region "{{region}}" in "{{resource}}", expected the name of a region or "*".',
      path: 'Unexpected path "{{path}}" in "{{resource}}", expected {{expected}}.',
      replace: 'Write "{{resource}}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        for (const { value: resource, node } of resourcesOf(statement)) {
          const fault = resourceFault(resource.trim(), { emptyParts: kind !== 'policy' && kind !== 'role' });
          if (fault === undefined) continue;
          const replacement = mended(resource, fault);
          context.report({
            at: node,
            messageId: fault.kind,
            data: { resource, ...dataOf(fault) },
            suggest:
              replacement === undefined
                ? []
                : [
                    {
                      messageId: 'replace',
                      data: { resource: replacement },
                      edits: () => replaceString(context.text, node, replacement),
                    },
                  ],
          });
        }
      },
    };
  },
});

function dataOf(fault: ResourceFault): Readonly<Record<string, string>> {
  switch (fault.kind) {
    case 'segments':
      return { count: fault.count === 1 ? 'one segment' : `${fault.count} segments` };
    case 'foreign':
      return { cloud: fault.cloud };
    case 'empty-segment':
      return { segment: SEGMENTS[fault.index] ?? 'segment' };
    case 'region':
      return { region: fault.region };
    case 'path':
      return { path: fault.path, expected: fault.expected };
  }
}

const SEGMENTS = ['service', 'region', 'domain ID', 'resource type', 'path'];

/** An empty region or account stands for any; `bucket:name/*` means the objects of the bucket. */
function mended(resource: string, fault: ResourceFault): string | undefined {
  const parts = resource.split(':');
  if (fault.kind === 'empty-segment' && (fault.index === 1 || fault.index === 2))
    return parts.map((part, index) => (part === '' && (index === 1 || index === 2) ? '*' : part)).join(':');
  return fault.kind === 'path' && /^[^/]+\/.+$/.test(fault.path) && parts[3]?.toLowerCase() === 'bucket'
    ? parts.with(3, 'object').join(':')
    : undefined;
}
