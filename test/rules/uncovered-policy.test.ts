import { describe, it } from 'vitest';
import { rule } from '../../rules/uncovered-policy.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy with a manifest',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }] }',
        manifest: 'apis:\n  - GET /v1/{project_id}/cloudservers/detail\n',
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
        yaml: 'Version: "1.1"\n«Statement»: [{ Effect: Allow, Action: ["ecs:cloudServers:list"] }]\n',
        errors: [{ messageId: 'uncovered', data: { manifest: 'policy.apis.yaml' } }],
      },
    ],
  },
  { describe, it },
);
