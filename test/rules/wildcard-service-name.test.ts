import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-service-name.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'services by name, the full wildcard (another rule), and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*", "*:*:*", "*"] }, { "Effect": "Deny", "Action": ["*:*:delete*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get*"]
        `,
      },
    ],
    invalid: [
      {
        name: 'a star for the service, and in its name',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"*:*:list*"», "ecs:*:list*", «"e*:*:*"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «"*:*:list*"»
                - ecs:*:list*
                - «e*:*:*»
        `,
        errors: [{ messageId: 'services', data: { pattern: '*:*:list*' } }, 'services'],
      },
    ],
  },
  { describe, it },
);
