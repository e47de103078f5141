import { createRule } from '../src/lint/rule.js';
import { replaceString } from '../src/policy/edit/edit.js';
import { resourceFault } from '../src/policy/grants/resource-form.js';
import type { ResourceFault } from '../src/policy/grants/resource-form.js';
import type { StringNode } from '../src/policy/model/ast.js';
import { namedResourcesOf } from './shared/elements/listed.js';
import { errorCodes, IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'resource-format',
  meta: {
    type: 'problem',
    docs: {
      description: 'Resources that are not written as service:region:domainId:resourceType:resourcePath',
      category: 'validity',
      recommended: 'error',
      sources: [IAM_PAGES.createPolicy, errorCodes('IAM.1043 to IAM.1048'), IAM_PAGES.customPolicies],
      // Agencies are named in another way: `agency-form`.
      kinds: ['role', 'policy', 'identity-policy', 'resource-policy'],
    },
    messages: {
      segments: `"{resource}" has {count, plural, one {# segment} other {# segments}} instead of five;
        write service:region:domainId:resourceType:resourcePath, or "*".`,
      foreign: `"{resource}" is a resource name of {cloud};
        write service:region:domainId:resourceType:resourcePath.`,
      'empty-segment': `"{resource}" has no
        {segment, select,
          service {service} region {region} domain ID {domain ID} resource type {resource type} path {path}};
        write a name or "*" there.`,
      region: '"{region}" in "{resource}" is no region; write the name of one, or "*".',
      path: `The path "{path}" does not fit its type in "{resource}"; write
        {expected, select,
          bucket {the name of a bucket without "/", as what is inside it has the type "object"}
          object {the name of a bucket, "/" and the name of an object, or a pattern of both}}.`,
      replace: 'Write "{resource}".',
    },
    hasSuggestions: true,
  },
  create(context) {
    return {
      statement(statement, { kind }) {
        for (const { value: resource, node } of namedResourcesOf(statement)) {
          const fault = resourceFault(resource.trim(), { emptyParts: kind !== 'policy' && kind !== 'role' });
          if (fault !== undefined) report(resource, node, fault);
        }
      },
    };

    function report(resource: string, node: StringNode, fault: ResourceFault): void {
      const place = { at: node, suggest: suggestionsFor(resource, node, fault) };
      switch (fault.kind) {
        case 'segments':
          context.report({ ...place, messageId: 'segments', data: { resource, count: fault.count } });
          return;
        case 'foreign':
          context.report({ ...place, messageId: 'foreign', data: { resource, cloud: fault.cloud } });
          return;
        case 'empty-segment': {
          const segment = SEGMENTS[fault.index] ?? 'path';
          context.report({ ...place, messageId: 'empty-segment', data: { resource, segment } });
          return;
        }
        case 'region':
          context.report({ ...place, messageId: 'region', data: { resource, region: fault.region } });
          return;
        case 'path': {
          const { path, expected } = fault;
          context.report({ ...place, messageId: 'path', data: { resource, path, expected } });
        }
      }
    }

    function suggestionsFor(resource: string, node: StringNode, fault: ResourceFault) {
      const replacement = mended(resource, fault);
      if (replacement === undefined) return [];
      const edits = () => replaceString(context.text, node, replacement);
      return [{ messageId: 'replace' as const, data: { resource: replacement }, edits }];
    }
  },
});

const SEGMENTS = ['service', 'region', 'domain ID', 'resource type', 'path'] as const;

/** An empty region or account stands for any; `bucket:name/*` means the objects of the bucket. */
function mended(resource: string, fault: ResourceFault): string | undefined {
  const parts = resource.split(':');
  if (fault.kind === 'empty-segment' && (fault.index === 1 || fault.index === 2))
    return parts.map((part, index) => (part === '' && (index === 1 || index === 2) ? '*' : part)).join(':');
  return fault.kind === 'path' && /^[^/]+\/.+$/.test(fault.path) && parts[3]?.toLowerCase() === 'bucket'
    ? parts.with(3, 'object').join(':')
    : undefined;
}
