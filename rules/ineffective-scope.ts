import { createRule } from '../src/lint/rule.js';
import { isWildcard } from '../src/policy/grants/pattern.js';
import { supportsScope } from './shared/names/scopes.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

const PROJECT = { scope: 'project', place: 'projects' } as const;
const ENTERPRISE_PROJECT = { scope: 'enterprise_project', place: 'enterprise projects' } as const;

export const rule = createRule({
  id: 'ineffective-scope',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Actions that have no effect where the policy is granted: in projects or in enterprise projects',
      category: 'no-effect',
      recommended: false,
      sources: [IAM_PAGES.permissionsAndActions],
      kinds: ['policy'],
    },
    messages: {
      scope: `"{action}" has no effect in a policy for
        {place, select, projects {projects} enterprise projects {enterprise projects}};
        grant it in a policy for another place.`,
    },
    options: {
      properties: {
        grantedIn: {
          enum: ['project', 'enterprise-project'],
          description: 'Where the policies are granted.',
        },
      },
      defaults: { grantedIn: 'enterprise-project' },
    },
  },
  create(context) {
    const { scope, place } = context.options.grantedIn === 'project' ? PROJECT : ENTERPRISE_PROJECT;
    return {
      statement({ effect, action }) {
        if (effect !== 'Allow') return;
        for (const { value, node } of action?.items ?? []) {
          if (isWildcard(value) || supportsScope(value, scope, context.catalog) !== false) continue;
          context.report({ at: node, messageId: 'scope', data: { action: value, place } });
        }
      },
    };
  },
});
