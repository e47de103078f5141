import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-expected-action.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';
import { exampleCatalog } from './example-catalog.js';

const json = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["ecs:cloudServers:list", "obs:object:GetObject"] },
      { "Effect": "Deny", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:secrets/*"] }
    ]
  }
`;
const yaml = text`
  Version: "1.1"
  Statement:
    - { Effect: Allow, Action: ["ecs:cloudServers:list", "obs:object:GetObject"] }
    - { Effect: Deny, Action: ["obs:object:*"], Resource: ["obs:*:*:object:secrets/*"] }
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'what is known, and services without a catalog',
        json,
        yaml,
        catalog: exampleCatalog(),
        expectations: 'never: ["*", ecs:*:*, ecs:cloudServers:list, dds:instance:delete]\n',
      },
    ],
    invalid: [
      {
        name: 'a name that is near a known one',
        json,
        yaml,
        catalog: exampleCatalog(),
        expectations: 'never: [«ecs:cloudServer:list», «ecs:cloudServer:*»]\n',
        errors: [
          { messageId: 'action', data: { near: ['ecs:cloudServers:list'] } },
          { messageId: 'action', data: { near: ['ecs:cloudServers:*'] } },
        ],
      },
      {
        name: 'a service that nobody knows, in an entry that says more',
        json,
        catalog: exampleCatalog(),
        expectations: 'always: [{ action: [ecs:cloudServers:list, «esc:cloudServers:list»] }]\n',
        errors: [{ messageId: 'service', data: { near: ['ecs'] }, confidence: 'likely' }],
      },
    ],
  },
  { describe, it },
);
