import { describe, it } from 'vitest';
import { rule } from '../../rules/public-principal.js';
import { testRule } from '../../src/lint/tester.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'principals by name, a Deny, and a star under a condition',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": { "IAM": ["iam::0123:root"], "Service": ["service.ECS"] }, "Action": ["sts:agencies:assume"] }, { "Effect": "Deny", "Principal": "*", "Action": ["sts:agencies:assume"] }, { "Effect": "Allow", "Principal": "*", "Action": ["sts:agencies:assume"], "Condition": { "StringEquals": { "g:PrincipalOrgId": ["o-1"] } } }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Principal: { Service: ["service.ECS"] }\n    Action: ["sts:agencies:assume"]\n',
      },
      {
        name: 'a bucket policy, which is not judged',
        json: '{ "Statement": [{ "Effect": "Allow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["mine/*"] }] }',
      },
      {
        name: 'the policy of an endpoint',
        hcl: 'resource "huaweicloud_vpcep_endpoint" "obs" {\n  policy_document = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", Principal = "*", Action = ["*"], Resource = ["*"] }] })\n}\n',
      },
    ],
    invalid: [
      {
        name: 'everybody, in each form',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": «"*"», "Action": ["sts:agencies:assume"] }, { "Effect": "Allow", "Principal": { "IAM": ["iam::0123:root", «"*"», «"iam::*:user:ops"»] }, "Action": ["sts:*:*"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    Principal:\n      IAM: «"*"»\n      Service: [«"*"»]\n      "*": [«"*"»]\n    Action: ["sts:agencies:assume"]\n',
        errors: [{ messageId: 'everybody', confidence: 'certain' }, 'everybody', 'everybody'],
      },
      {
        name: 'everybody else, and what may be the policy of an endpoint',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", «"NotPrincipal"»: { "IAM": ["iam::0123:root"] }, "Action": ["obs:object:GetObject"] }] }',
        yaml: 'Version: "5.0"\nStatement:\n  - Effect: Allow\n    «NotPrincipal»: { IAM: ["iam::0123:root"] }\n    Action: ["obs:object:GetObject"]\n',
        errors: [{ messageId: 'others', confidence: 'likely' }],
      },
    ],
  },
  { describe, it },
);
