import { describe, it } from 'vitest';
import { rule } from '../../rules/uncovered-policy.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy with a manifest',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        manifest: text`
          apis:
            - GET /v1/{project_id}/cloudservers/detail
        `,
      },
      {
        name: 'a bucket policy, which has no calls',
        json: '{ "Statement": [{ "Sid": "a", "Effect": "Allow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["bucket/*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a policy without one',
        json: '{ "Version": "1.1", «"Statement"»: [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        yaml: text`
          Version: "1.1"
          «Statement»: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]
        `,
        errors: [{ messageId: 'uncovered', data: { manifest: 'policy.apis.yaml' } }],
      },
    ],
  },
  { describe, it },
);
