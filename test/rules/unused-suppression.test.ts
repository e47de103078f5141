import { describe, it } from 'vitest';
import { rule } from '../../rules/unused-suppression.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }';

testRule(
  rule,
  {
    valid: [{ name: 'a file without suppressions', json }],
    invalid: [
      {
        name: 'a comment that suppresses nothing, and removes it',
        json: `«// lint-policies-disable-next-line excess-action -- break-glass role»\n${json}`,
        yaml: text`
          Version: "1.1"
          «# eslint-disable-next-line iam/excess-action -- break-glass role»
          Statement: [{ Effect: Allow, Action: ["ecs:*:*"] }]
        `,
        errors: ['unused'],
        fixed: {
          json: ` \n${json}`,
          yaml: 'Version: "1.1"\n \nStatement: [{ Effect: Allow, Action: ["ecs:*:*"] }]\n',
        },
      },
      {
        name: 'a comment that names no rule',
        json: `«// lint-policies-disable-next-line no-such-rule -- why not»\n${json}`,
        errors: [{ messageId: 'unknownRule', data: { rule: 'no-such-rule' } }],
      },
    ],
  },
  { describe, it },
);
