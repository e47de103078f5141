import { describe, it } from 'vitest';
import { rule } from '../../rules/private-source-ip.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'public addresses, private ones of VPCs, and other operators',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.0/24", "${cidr}"], "g:VpcSourceIp": ["10.0.0.0/8"] }, "StringEquals": { "g:SourceIp": ["10.0.0.1"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition: { IpAddress: { "g:VpcSourceIp": ["192.168.0.0/24"] } }
        `,
      },
    ],
    invalid: [
      {
        name: 'a private range',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": [«"172.16.0.0/12"»] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Deny
              Action: ["*"]
              Condition:
                NotIpAddress:
                  g:SourceIp: [«"192.168.1.1"»]
        `,
        errors: [
          {
            messageId: 'private',
            confidence: 'likely',
            suggestions: [
              {
                json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:VpcSourceIp": ["172.16.0.0/12"] } } }] }',
                yaml: text`
                  Version: "5.0"
                  Statement:
                    - Effect: Deny
                      Action: ["*"]
                      Condition:
                        NotIpAddress:
                          g:VpcSourceIp: ["192.168.1.1"]
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'one among public ones',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { "IpAddress": { "g:SourceIp": ["203.0.113.7", «"fd00::1"»] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition: { IpAddress: { "g:SourceIp": ["203.0.113.7", «"10.0.0.1"»] } }
        `,
        errors: [{ messageId: 'private', suggestions: [] }],
      },
    ],
  },
  { describe, it },
);
