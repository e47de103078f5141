import { describe, it } from 'vitest';
import { rule } from '../../rules/wildcard-service-name.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'services by name, the full wildcard (another rule), and a Deny',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*", "*:*:*", "*"] }, { "Effect": "Deny", "Action": ["*:*:delete*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get*"]\n',
      },
    ],
    invalid: [
      {
        name: 'a star for the service, and in its name',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"*:*:list*"», "ecs:*:list*", «"e*:*:*"»] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - «"*:*:list*"»\n      - ecs:*:list*\n      - «e*:*:*»\n',
        errors: [{ messageId: 'services', data: { pattern: '*:*:list*' } }, 'services'],
      },
    ],
  },
  { describe, it },
);
