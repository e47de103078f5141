import { describe, it } from 'vitest';
import { rule } from '../../rules/pass-any-agency.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'agencies by name, in each form',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:pass", "sts:agencies:assume"], "Resource": ["iam::*:agency:backup", "iam::0123:agency:ops-*"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["iam:agencies:assume"]
              Resource: { uri: ["/iam/agencies/0780"] }
        `,
      },
      {
        name: 'a Deny, a condition, a trust policy, and other actions on agencies',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": ["iam:agencies:pass"] }, { "Effect": "Allow", "Action": ["iam:agencies:pass"], "Condition": { "StringEquals": { "iam:PassedToService": ["service.ECS"] } } }, { "Effect": "Allow", "Action": ["iam:agencies:list*"], "Resource": ["*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Principal: { Service: ["service.ECS"] }
              Action: ["sts:agencies:assume"]
        `,
      },
      {
        name: 'what a declared call needs, in a policy 1.1',
        catalog: [
          text`
            schema: 1
            cloud: huaweicloud
            service: iam
            operations:
              - { id: iam/assume, endpoints: ["POST /v3/assume"], actions: ["iam:tokens:assume"] }
            actions: [{ name: "iam:tokens:assume" }]
          `,
        ],
        manifest: 'apis: [POST /v3/assume]\n',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:tokens:assume"] }] }',
      },
      {
        name: 'a NotAction that leaves them out',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "NotAction": ["iam:*:*", "sts:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'no resource, a star, and a wildcard for the action',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"iam:agencies:pass"»] }, { "Effect": "Allow", "Action": ["iam:agencies:*"], "Resource": ["ecs:*:*:instance:*", «"iam::*:agency:*"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: [«"sts:*:*"»]
            - Effect: Allow
              Action: ["iam:tokens:assume"]
              Resource: [«"*"»]
        `,
        errors: ['action', 'resource'],
      },
      {
        name: 'the agency form with a star',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": [«"/iam/agencies/*"»] } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["iam:agencies:assume"]
              Resource:
                uri:
                  - «/iam/agencies/*»
        `,
        errors: [
          { messageId: 'resource', data: { resource: '/iam/agencies/*', action: 'iam:agencies:assume' } },
        ],
      },
      {
        name: 'exceptions only',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:pass"], «"NotResource"»: ["iam::*:agency:admin"] }, { "Effect": "Allow", «"NotAction"»: ["iam:users:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["iam:agencies:pass"]
              «NotResource»: ["iam::*:agency:admin"]
            - Effect: Allow
              «NotAction»: ["iam:users:*"]
              Resource: ["*"]
        `,
        errors: ['notResource', 'notAction'],
      },
    ],
  },
  { describe, it },
);
