import { describe, it } from 'vitest';
import { rule } from '../../rules/broad-ip-range.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'narrow ranges, private ones, other keys and no addresses',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.0/24", "203.0.113.7", "2001:db8::/32", "${cidr}", "nonsense/0"], "g:VpcSourceIp": ["10.0.0.0/8"] }, "StringEquals": { "g:Referer": ["0.0.0.0/0"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["*"]
              Condition: { IpAddress: { "g:SourceIp": ["0.0.0.0/0"] } }
        `,
      },
    ],
    invalid: [
      {
        name: 'every address, and half of them',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"0.0.0.0/0"», «"::/0"», «"128.0.0.0/1"»] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["*"]
              Condition:
                NotIpAddressIfExists:
                  g:SourceIp:
                    - «0.0.0.0/0»
                    - «"::/0"»
                    - «8.0.0.0/8»
        `,
        errors: ['every', 'every', { messageId: 'broad', data: { prefix: 9 } }],
      },
      {
        name: 'what the team calls broad',
        options: { ipv4: 25 },
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"203.0.113.0/24"», "203.0.113.0/25"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition: { IpAddress: { "g:SourceIp": [«"203.0.113.0/24"»] } }
        `,
        errors: ['broad'],
      },
    ],
  },
  { describe, it },
);
