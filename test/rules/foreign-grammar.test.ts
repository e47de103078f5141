import { describe, it } from 'vitest';
import { rule } from '../../rules/foreign-grammar.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'a policy',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
      {
        name: 'a trust policy',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Principal": { "IAM": ["1"] }, "Action": ["sts:agencies:assume"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a bucket policy',
        json: '{ «"Statement"»: [{ "Sid": "a", "Effect": "Allow", "Principal": { "ID": ["*"] }, "Action": ["GetObject"], "Resource": ["b/*"] }] }',
        yaml: text`
          «Statement»:
            - Effect: Allow
              Principal: { ID: ["*"] }
              Action: [GetObject]
              Resource: ["b/*"]
        `,
        errors: [{ messageId: 'foreign', data: { kind: 'bucket-policy' } }],
      },
      {
        name: 'a topic policy',
        json: '{ "Version": "2016-09-07", "Id": "p", «"Statement"»: [{ "Sid": "a", "Effect": "Allow", "Principal": { "CSP": ["urn:csp:iam::1:root"] }, "Action": ["SMN:Publish"], "Resource": "urn:smn:r:1:t" }] }',
        errors: [{ messageId: 'foreign', data: { kind: 'topic-policy' } }],
      },
    ],
  },
  { describe, it },
);
