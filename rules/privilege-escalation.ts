import { isGuardedBy } from '../src/analysis/escalation.js';
import { createRule } from '../src/lint/rule.js';
import { isWildcard } from '../src/policy/grants/pattern.js';
import { ESCALATIONS } from '../src/policy/facts/sensitive-actions.js';
import { grantedAmong } from './shared/grants/allowed-pattern.js';
import { isDeclared } from './shared/grants/declared.js';
import { GRANTING_KINDS } from './shared/grants/granted.js';
import { IAM_PAGES } from './shared/reasons/sources.js';

export const rule = createRule({
  id: 'privilege-escalation',
  meta: {
    type: 'problem',
    docs: {
      description: 'Actions through which whoever holds them can give themselves more permissions',
      category: 'danger',
      recommended: 'warning',
      sources: [
        IAM_PAGES.actions,
        'https://support.huaweicloud.com/intl/en-us/api-iam5/AttachUserPolicyV5.html',
      ],
      kinds: GRANTING_KINDS,
    },
    messages: {
      literal: `"{action}" lets its holder {means, select,
        write-policies {write policies}
        grant-to-group {grant permissions to a user group}
        grant-to-user {grant permissions to a user}
        grant-to-agency {grant permissions to an agency}
        fill-group {put users into a group}
        let-others-act {let others act for the account}
        create-keys {create access keys of other users}
        set-passwords {set the password of other users}
        admit-users {let users of another identity provider in}};
        leave it to policies of administrators.`,
      wildcard: `"{action}" includes "{example}", which lets its holder {means, select,
        write-policies {write policies}
        grant-to-group {grant permissions to a user group}
        grant-to-user {grant permissions to a user}
        grant-to-agency {grant permissions to an agency}
        fill-group {put users into a group}
        let-others-act {let others act for the account}
        create-keys {create access keys of other users}
        set-passwords {set the password of other users}
        admit-users {let users of another identity provider in}};
        list the actions by name.`,
    },
  },
  create(context) {
    return {
      statement(statement, policy) {
        // A condition that leaves something out is a guard that somebody thought about.
        if (isGuardedBy(statement, context.catalog)) return;
        for (const { element, actions } of grantedAmong([...MEANS.keys()], statement, policy)) {
          if (isDeclared(element.value, context.workloads)) continue;
          const example =
            actions.find((action) => context.catalog.action(action) !== undefined) ?? actions[0] ?? '';
          const means = MEANS.get(example);
          if (means === undefined) continue;
          const finding = { at: element.node, facts: { actions } };
          const data = { action: element.value, means };
          if (isWildcard(element.value))
            context.report({ ...finding, messageId: 'wildcard', data: { ...data, example } });
          else context.report({ ...finding, messageId: 'literal', data });
        }
      },
    };
  },
});

const MEANS = new Map(ESCALATIONS.map(({ action, means }) => [action, means]));
