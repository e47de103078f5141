import { describe, it } from 'vitest';
import { rule } from '../../rules/version-language-mismatch.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'parts that each version has, and parts that none has',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Resource": ["*"], "Sidd": "x", "Condition": { "Bool": { "g:MFAPresent": ["true"] }, "StringEquals": { "g:Nonsense": ["a"], "g:ResourceTag/a": ["b"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Sid: A\n    Effect: Allow\n    Principal: { Service: ["service.ECS"] }\n    Action: ["sts:agencies:assume"]\n',
      },
      {
        name: 'the roles that a role depends on',
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"] }], "Depends": [] }',
      },
    ],
    invalid: [
      {
        name: 'elements of identity policies',
        json: '{ "Version": "1.1", "Statement": [{ «"Sid"»: "A", "Effect": "Allow", "Action": ["obs:*:get"], «"NotResource"»: ["obs:*:*:bucket:a"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - «Sid»: A\n    Effect: Allow\n    Action: ["obs:*:get"]\n    «NotResource»: ["obs:*:*:bucket:a"]\n',
        errors: [
          {
            messageId: 'element',
            confidence: 'certain',
            suggestions: [
              {
                message: 'Write Version "5.0".',
                json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["obs:*:get"], "NotResource": ["obs:*:*:bucket:a"] }] }',
                yaml: 'Version: "5.0"\nStatement:\n  - Sid: A\n    Effect: Allow\n    Action: ["obs:*:get"]\n    NotResource: ["obs:*:*:bucket:a"]\n',
              },
            ],
          },
          'element',
        ],
      },
      {
        name: 'operators and keys of identity policies',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { «"IpAddress"»: { "g:SourceIp": ["192.0.2.1"] }, "StringEquals": { «"g:SourceVpc"»: ["a"], "g:UserName": ["b"] } } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition:\n      «NotIpAddress»:\n        g:SourceIp: ["192.0.2.1"]\n      StringEquals:\n        «g:SourceVpc»: [a]\n',
        errors: [
          { messageId: 'operator', confidence: 'likely' },
          { messageId: 'key', confidence: 'likely' },
        ],
      },
    ],
  },
  { describe, it },
);
