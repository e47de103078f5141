import { describe, it } from 'vitest';
import { rule } from '../../rules/element-not-allowed.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const organization = (effect: string, name: string) =>
  text`
    resource "huaweicloud_organizations_policy" "p" {
      content = jsonencode({ Version = "5.0", Statement = [{ Effect = "${effect}", ${name} = ["iam:*:*"] }] })
    }
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'every element where it belongs',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", "NotAction": ["iam:*:*"], "NotResource": ["*"], "Condition": {} }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Deny
              NotAction: ["iam:*:*"]
              Condition: {}
        `,
        hcl: organization('Deny', 'NotAction'),
      },
      {
        name: "a condition of a role, which is another rule's",
        json: '{ "Version": "1.0", "Statement": [{ "Effect": "Allow", "Action": ["DNS:Zone:*"], "Condition": {} }] }',
      },
    ],
    invalid: [
      {
        name: 'NotPrincipal in a policy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], «"NotPrincipal"»: { "IAM": ["1"] } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["obs:*:*"]
              «NotPrincipal»: { IAM: ["1"] }
        `,
        errors: [{ messageId: 'kind', data: { kind: 'policy', element: 'NotPrincipal' } }],
      },
      {
        name: 'NotAction and Condition for agencies',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", «"NotAction"»: ["iam:*:*"], "Resource": { "uri": ["/iam/agencies/x"] }, «"Condition"»: {} }] }',
        errors: ['kind', 'kind'],
      },
      {
        name: 'NotPrincipal in a trust policy',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Deny", «"NotPrincipal"»: { "IAM": ["1"] }, "Action": ["sts:agencies:assume"] }] }',
        errors: ['kind'],
      },
      {
        name: 'an organization that allows everything but something',
        hcl: organization('Allow', '«NotAction»'),
        errors: ['organization'],
      },
    ],
  },
  { describe, it },
);
