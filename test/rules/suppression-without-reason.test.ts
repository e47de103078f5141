import { describe, it } from 'vitest';
import { rule } from '../../rules/suppression-without-reason.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a reason behind two dashes, in either spelling',
        jsonc: `// lint-policies-disable excess-action -- break-glass role\n// eslint-disable-next-line iam/excess-action -- the same\n${json}`,
      },
      {
        name: 'other comments, and what only looks like one',
        jsonc:
          '// lint-policies is great\n{ "Version": "1.1", "Statement": [{ "Sid": "// lint-policies-disable x", "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
      },
      {
        name: 'a comment that switches rules on again',
        yaml: text`
          # lint-policies-enable excess-action
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:*:*"] }]
        `,
      },
    ],
    invalid: [
      {
        name: 'no reason, an empty one, and one without dashes',
        json: `«// lint-policies-disable-next-line excess-action»\n${json.slice(0, -1)}\n«/* eslint-disable iam/excess-action, unknown-action -- */»\n}\n«// lint-policies-disable-line»`,
        yaml: text`
          «# lint-policies-disable excess-action»
          Version: "1.1"
          Statement: [{ Effect: Allow, Action: ["ecs:*:*"] }] «# eslint-disable-line»
          # unrelated
          «# lint-policies-disable-line unknown-action -- »
        `,
        errors: ['unreasoned', 'unreasoned', 'unreasoned'],
      },
    ],
  },
  { describe, it },
);
