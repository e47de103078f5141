import { describe, it } from 'vitest';
import { rule } from '../../rules/principal-not-allowed.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const document = (principal: string) =>
  `{ "Version": "5.0", "Statement": [{ "Effect": "Allow", ${principal}"Action": ["sts:agencies:assume"] }] }`;
const PRINCIPAL = '"Principal": { "IAM": ["1"] }, ';
const resource = (type: string, argument: string, principal: string) =>
  text`
    resource "${type}" "p" {
      ${argument} = jsonencode({ Version = "5.0", Statement = [{ Effect = "Allow", ${principal} = { IAM = ["1"] }, Action = ["sts:agencies:assume"] }] })
    }
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a file that does not say where it is attached',
        json: document(PRINCIPAL),
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Principal: { IAM: ["1"] }
              Action: ["sts:agencies:assume"]
        `,
      },
      {
        name: 'a trust policy',
        json: `{ "trust_policy": ${document(PRINCIPAL)} }`,
        hcl: resource('huaweicloud_identity_trust_agency', 'trust_policy', 'Principal'),
      },
      { name: 'an identity policy without one', json: `{ "policy_document": ${document('')} }` },
    ],
    invalid: [
      {
        name: 'a principal in the body of an identity policy',
        json: `{ "policy_document": ${document('«"Principal"»: { "IAM": ["1"] }, ')} }`,
        yaml: text`
          policy_document:
            Version: "5.0"
            Statement:
              - Effect: Allow
                «Principal»: { IAM: ["1"] }
                Action: ["sts:agencies:assume"]
        `,
        errors: [
          {
            messageId: 'principal',
            data: { place: 'policy_document' },
            suggestions: [
              {
                message: 'Remove it.',
                json: `{ "policy_document": ${document('')} }`,
                yaml: text`
                  policy_document:
                    Version: "5.0"
                    Statement:
                      - Effect: Allow
                        Action: ["sts:agencies:assume"]
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'a principal in a policy of an organization',
        hcl: resource('huaweicloud_organizations_policy', 'content', '«Principal»'),
        errors: ['principal'],
      },
    ],
  },
  { describe, it },
);
