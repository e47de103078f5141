import { describe, it } from 'vitest';
import { rule } from '../../rules/redundant-resource.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'resources of different buckets and different case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*", "obs:*:*:object:A/x"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:object:GetObject"]\n    Resource: ["obs:*:*:object:a/*", "obs:*:*:object:b/*"]\n',
      },
      {
        name: 'one resource',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'what a wildcard covers, and a second copy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": [«"obs:*:*:object:a/x"», "obs:*:*:object:a/*", «"OBS:*:*:object:a/*"»] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:object:GetObject"]\n    Resource:\n      - «obs:*:*:object:a/x»\n      - obs:*:*:object:a/*\n      - «OBS:*:*:object:a/*»\n',
        errors: [{ messageId: 'redundant', data: { by: 'obs:*:*:object:a/*' } }, 'redundant'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:a/*"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:object:GetObject"]\n    Resource:\n      - obs:*:*:object:a/*\n',
        },
      },
    ],
  },
  { describe, it },
);
