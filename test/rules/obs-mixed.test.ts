import { describe, it } from 'vitest';
import { rule } from '../../rules/obs-mixed.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'OBS alone, in any case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:bucket:ListBucket", "OBS:object:GetObject"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:*:*"]\n',
      },
      {
        name: 'an identity policy',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*", "ecs:*:get"] }] }',
      },
      {
        name: 'a wildcard over every service',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["*:*:list*", "obs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'OBS with ECS',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get", «"obs:*:*"»] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:*:get\n      - «obs:*:*»\n',
        errors: [
          {
            messageId: 'mixed',
            suggestions: [
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"] }] }',
                yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - obs:*:*\n',
              },
              {
                json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"] }] }',
                yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:*:get\n',
              },
            ],
          },
        ],
      },
    ],
  },
  { describe, it },
);
