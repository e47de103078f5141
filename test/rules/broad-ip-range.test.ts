import { describe, it } from 'vitest';
import { rule } from '../../rules/broad-ip-range.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'narrow ranges, private ones, other keys and no addresses',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32", "${cidr}", "nonsense/0"], "g:VpcSourceIp": ["10.0.0.0/8"] }, "StringEquals": { "g:Referer": ["0.0.0.0/0"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["*"]\n    Condition: { IpAddress: { "g:SourceIp": ["0.0.0.0/0"] } }\n',
      },
    ],
    invalid: [
      {
        name: 'every address, and half of them',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"0.0.0.0/0"», «"::/0"», «"128.0.0.0/1"»] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Deny\n    Action: ["*"]\n    Condition:\n      NotIpAddressIfExists:\n        g:SourceIp:\n          - «0.0.0.0/0»\n          - «"::/0"»\n          - «8.0.0.0/8»\n',
        errors: ['every', 'every', { messageId: 'broad', data: { prefix: 9 } }],
      },
      {
        name: 'what the team calls broad',
        options: { ipv4: 25 },
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"203.0.113.0/24"», "203.0.113.0/25"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["ecs:*:get"]\n    Condition: { IpAddress: { "g:SourceIp": [«"203.0.113.0/24"»] } }\n',
        errors: ['broad'],
      },
    ],
  },
  { describe, it },
);
