import { describe, it } from 'vitest';
import { rule } from '../../rules/absent-policy.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json =
  '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }';
const yaml = text`
  Version: "1.1"
  Statement: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
`;
const apis = text`
  apis:
    - GET /v1/{project_id}/cloudservers/detail
`;

testRule(
  rule,
  {
    valid: [
      { name: 'a policy of the same name', json, yaml, manifest: apis },
      {
        name: 'policies that are all there',
        json,
        others: { 'other.json': json },
        manifest: `policies: [policy.json, other.json]\n${apis}`,
      },
    ],
    invalid: [
      {
        name: 'a policy that is not there',
        json,
        manifest: `policies: [policy.json, «other.json»]\n${apis}`,
        errors: [{ messageId: 'absent', data: { policy: 'other.json' } }],
      },
      {
        name: 'a policy that is not there, in YAML',
        yaml,
        manifest: `policies:\n  - policy.yaml\n  - «other.yaml»\n${apis}`,
        errors: ['absent'],
      },
      {
        name: 'an address at which there is none',
        json,
        manifest: `policies: [«policy.json#ops»]\n${apis}`,
        errors: [{ messageId: 'absent', data: { addressed: true, address: 'ops' } }],
      },
      {
        name: 'a file that holds no policy',
        json,
        others: { 'data.json': '{}' },
        manifest: `policies: [policy.json, «data.json»]\n${apis}`,
        errors: ['absent'],
      },
    ],
  },
  { describe, it },
);
