import { describe, it } from 'vitest';
import { rule } from '../../rules/public-principal.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'principals by name, a Deny, and a star under a condition',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": { "IAM": ["iam::0123:root"], "Service": ["service.ECS"] }, "Action": ["sts:agencies:assume"] }, { "Effect": "Deny", "Principal": "*", "Action": ["sts:agencies:assume"] }, { "Effect": "Allow", "Principal": "*", "Action": ["sts:agencies:assume"], "Condition": { "StringEquals": { "g:PrincipalOrgId": ["o-1"] } } }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Principal: { Service: ["service.ECS"] }
              Action: ["sts:agencies:assume"]
        `,
      },
      {
        name: 'a bucket policy, which is not judged',
        json: '{ "Statement": [{ "Effect": "Allow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["mine/*"] }] }',
      },
      {
        name: 'the policy of an endpoint',
        hcl: text`
          resource "huaweicloud_vpcep_endpoint" "obs" {
            policy_document = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", Principal = "*", Action = ["*"], Resource = ["*"] }] })
          }
        `,
      },
    ],
    invalid: [
      {
        name: 'everybody, in each form',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": «"*"», "Action": ["sts:agencies:assume"] }, { "Effect": "Allow", "Principal": { "IAM": ["iam::0123:root", «"*"», «"iam::*:user:ops"»] }, "Action": ["sts:*:*"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Principal:
                IAM: «"*"»
                Service: [«"*"»]
                "*": [«"*"»]
              Action: ["sts:agencies:assume"]
        `,
        errors: [{ messageId: 'everybody', confidence: 'certain' }, 'everybody', 'everybody'],
      },
      {
        name: 'everybody else, and what may be the policy of an endpoint',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", «"NotPrincipal"»: { "IAM": ["iam::0123:root"] }, "Action": ["obs:object:GetObject"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              «NotPrincipal»: { IAM: ["iam::0123:root"] }
              Action: ["obs:object:GetObject"]
        `,
        errors: [{ messageId: 'others', confidence: 'likely' }],
      },
    ],
  },
  { describe, it },
);
