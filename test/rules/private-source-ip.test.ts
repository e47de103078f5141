import { describe, it } from 'vitest';
import { rule } from '../../rules/private-source-ip.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'public addresses, private ones of VPCs, and other operators',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.0/24", "${cidr}"], "g:VpcSourceIp": ["10.0.0.0/8"] }, "StringEquals": { "g:SourceIp": ["10.0.0.1"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition: { IpAddress: { "g:VpcSourceIp": ["192.168.0.0/24"] } }\n',
      },
    ],
    invalid: [
      {
        name: 'a private range',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"172.16.0.0/12"»] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["*"]\n    Condition:\n      NotIpAddress:\n        g:SourceIp: [«"192.168.1.1"»]\n',
        errors: [
          {
            messageId: 'private',
            confidence: 'likely',
            suggestions: [
              {
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:VpcSourceIp": ["172.16.0.0/12"] } } }] }',
                yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["*"]\n    Condition:\n      NotIpAddress:\n        g:VpcSourceIp: ["192.168.1.1"]\n',
              },
            ],
          },
        ],
      },
      {
        name: 'one among public ones',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.7", «"fd00::1"»] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition: { IpAddress: { "g:SourceIp": ["203.0.113.7", «"10.0.0.1"»] } }\n',
        errors: [{ messageId: 'private', suggestions: [] }],
      },
    ],
  },
  { describe, it },
);
