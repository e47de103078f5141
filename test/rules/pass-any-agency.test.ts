import { describe, it } from 'vitest';
import { rule } from '../../rules/pass-any-agency.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'agencies by name, in each form',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:pass", "sts:agencies:assume"], "Resource": ["iam::*:agency:backup", "iam::0123:agency:ops-*"] }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["iam:agencies:assume"]\n    Resource: { uri: ["/iam/agencies/0780"] }\n',
      },
      {
        name: 'a Deny, a condition, a trust policy, and other actions on agencies',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "Action": ["iam:agencies:pass"] }, { "Effect": "Allow", "Action": ["iam:agencies:pass"], "Condition": { "StringEquals": { "iam:PassedToService": ["service.ECS"] } } }, { "Effect": "Allow", "Action": ["iam:agencies:list*"], "Resource": ["*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Principal: { Service: ["service.ECS"] }\n    Action: ["sts:agencies:assume"]\n',
      },
      {
        name: 'what a declared call needs, in a policy 1.1',
        catalog: [
          'schema: 1\ncloud: huaweicloud\nservice: iam\noperations:\n  - { id: iam/assume, endpoints: ["POST /v3/assume"], actions: ["iam:tokens:assume"] }\nactions: [{ name: "iam:tokens:assume" }]\n',
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
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: [«"sts:*:*"»]\n  - Effect: Allow\n    Action: ["iam:tokens:assume"]\n    Resource: [«"*"»]\n',
        errors: ['action', 'resource'],
      },
      {
        name: 'the agency form with a star',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": [«"/iam/agencies/*"»] } }] }',
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["iam:agencies:assume"]\n    Resource:\n      uri:\n        - «/iam/agencies/*»\n',
        errors: [
          { messageId: 'resource', data: { resource: '/iam/agencies/*', action: 'iam:agencies:assume' } },
        ],
      },
      {
        name: 'exceptions only',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:pass"], «"NotResource"»: ["iam::*:agency:admin"] }, { "Effect": "Allow", «"NotAction"»: ["iam:users:*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Action: ["iam:agencies:pass"]\n    «NotResource»: ["iam::*:agency:admin"]\n  - Effect: Allow\n    «NotAction»: ["iam:users:*"]\n    Resource: ["*"]\n',
        errors: ['notResource', 'notAction'],
      },
    ],
  },
  { describe, it },
);
