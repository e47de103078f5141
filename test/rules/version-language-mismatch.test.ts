import { describe, it } from 'vitest';
import { rule } from '../../rules/version-language-mismatch.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'parts that each version has, and parts that none has',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Resource": ["*"], "Sidd": "x", "Condition": { "Bool": { "g:MFAPresent": ["true"] }, "StringEquals": { "g:Nonsense": ["a"], "g:ResourceTag/a": ["b"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Sid: A
              Effect: Allow
              Principal: { Service: ["service.ECS"] }
              Action: ["sts:agencies:assume"]
        `,
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
        yaml: text`
          Version: "1.1"
          Statement:
            - «Sid»: A
              Effect: Allow
              Action: ["obs:*:get"]
              «NotResource»: ["obs:*:*:bucket:a"]
        `,
        errors: [
          {
            messageId: 'element',
            confidence: 'certain',
            suggestions: [
              {
                message: 'Write Version "5.0".',
                json: '{ "Version": "5.0", "Statement": [{ "Sid": "A", "Effect": "Allow", "Action": ["obs:*:get"], "NotResource": ["obs:*:*:bucket:a"] }] }',
                yaml: text`
                  Version: "5.0"
                  Statement:
                    - Sid: A
                      Effect: Allow
                      Action: ["obs:*:get"]
                      NotResource: ["obs:*:*:bucket:a"]
                `,
              },
            ],
          },
          'element',
        ],
      },
      {
        name: 'operators and keys of identity policies',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { «"IpAddress"»: { "g:SourceIp": ["192.0.2.1"] }, "StringEquals": { «"g:SourceVpc"»: ["a"], "g:UserName": ["b"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                «NotIpAddress»:
                  g:SourceIp: ["192.0.2.1"]
                StringEquals:
                  «g:SourceVpc»: [a]
        `,
        errors: [
          { messageId: 'operator', confidence: 'likely' },
          { messageId: 'key', confidence: 'likely' },
        ],
      },
    ],
  },
  { describe, it },
);
