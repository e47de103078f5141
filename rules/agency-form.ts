import { createRule } from '../src/lint/rule.js';
import { AGENCY_ACTIONS } from '../src/policy/model/elements.js';
import { namesAgencies } from '../src/policy/model/recognise.js';
import { sameAction } from '../src/policy/grants/pattern.js';
import { actionsOf } from './shared/elements/listed.js';
import { hasPlaceholder } from './shared/elements/placeholder.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'agency-form',
  meta: {
    type: 'problem',
    docs: {
      description:
        'Statements for agencies with other actions than assuming one, or with resources that are none',
      category: 'validity',
      recommended: 'error',
      sources: [IAM_PAGES.createAgencyPolicy],
      kinds: ['agency-policy', 'policy'],
    },
    messages: {
      action:
        'A statement for agencies allows nothing but "iam:agencies:assume"; move "{action}" into another statement.',
      uri: '"{uri}" names no agency; write "/iam/agencies/" and the ID of an agency.',
      member: 'The resource of a statement for agencies has nothing but "uri"; remove "{name}".',
    },
  },
  create(context) {
    return {
      statement(statement) {
        if (!namesAgencies(statement.node)) return;
        for (const { value: action, node } of actionsOf(statement)) {
          if (!hasPlaceholder(action) && !AGENCY_ACTIONS.some((known) => sameAction(known, action.trim())))
            context.report({ at: node, messageId: 'action', data: { action } });
        }
        for (const { value: uri, node } of statement.resource?.items ?? []) {
          if (!hasPlaceholder(uri) && !/^\/iam\/agencies\/[^/]+$/i.test(uri.trim()))
            context.report({ at: node, messageId: 'uri', data: { uri } });
        }
        const resource = statement.resource?.member.value;
        for (const { name } of resource?.type === 'Object' ? resource.members : [])
          if (name.value !== 'uri')
            context.report({ at: name, messageId: 'member', data: { name: name.value } });
      },
    };
  },
});
