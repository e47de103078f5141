import { describe, it } from 'vitest';
import { rule } from '../../rules/agency-form.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = (action: string, resource: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${action}], "Resource": ${resource} }] }`;
const yaml = (action: string, uri: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action:
          - ${action}
        Resource:
          uri:
            - ${uri}
  `;

testRule(
  rule,
  {
    valid: [
      {
        name: 'assuming an agency',
        json: json(
          '"iam:agencies:assume"',
          '{ "uri": ["/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c", "/iam/agencies/*"] }',
        ),
        yaml: yaml('iam:agencies:assume', '/iam/agencies/x'),
      },
      { name: 'what is filled in later', json: json('"iam:agencies:assume"', '{ "uri": ["${agency}"] }') },
      {
        name: 'beside a statement about other resources',
        json: `{ "Version": "1.1", "Statement": [
          { "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/x"] } },
          { "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:b/*"] }
        ] }`,
      },
      { name: 'a policy about other resources', json: json('"obs:*:*"', '["obs:*:*:bucket:b"]') },
    ],
    invalid: [
      {
        name: 'another action',
        json: json('"iam:agencies:assume", «"ecs:*:get"»', '{ "uri": ["/iam/agencies/x"] }'),
        yaml: yaml('«iam:agencies:*»', '/iam/agencies/x'),
        errors: ['action'],
      },
      {
        name: 'what is no agency',
        json: json('"iam:agencies:assume"', '{ "uri": [«"x"», «"/iam/users/x"»] }'),
        errors: ['uri', 'uri'],
      },
      {
        name: 'another member',
        json: json('"iam:agencies:assume"', '{ "uri": ["/iam/agencies/x"], «"urn"»: [] }'),
        errors: [{ messageId: 'member', data: { name: 'urn' } }],
      },
    ],
  },
  { describe, it },
);
