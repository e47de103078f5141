import { describe, it } from 'vitest';
import { rule } from '../../rules/resource-format.js';
import { testRule } from '../../src/lint/tester.js';

const policy = (resource: string, version = '1.1') =>
  `{ "Version": "${version}", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": [${resource}] }] }`;
const yaml = (resource: string) =>
  `Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action: ["obs:*:*"]\n    Resource:\n      - ${resource}\n`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'a star, patterns and paths with colons',
        json: policy(
          '"*", "OBS:*:*:bucket:*", "obs:cn-north-4:07805acaba800fdd4fbdc00b8f888c7c:object:b/a:b/*", "obs:*:*:*:*/*", "obs:*:*:object:*", "dli:*:*:table:*"',
        ),
        yaml: yaml('obs:*:*:bucket:logs-*'),
      },
      {
        name: 'URNs without region and account',
        json: policy('"iam::1234:policy:admin", "obs:::bucket:logs"', '5.0'),
      },
      {
        name: 'parts that a template fills in',
        json: policy(
          '"obs:*:*:bucket:${var.bucket}", "${var.resource}:*:*:bucket:b", "obs:*:*:object:${aws:x}/*"',
        ),
      },
      {
        name: 'the agency form',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:assume"], "Resource": { "uri": ["/iam/agencies/x"] } }] }',
      },
    ],
    invalid: [
      {
        name: 'too few segments',
        json: policy('«"my-bucket"», «"obs:bucket:b"»'),
        yaml: yaml('«my-bucket»\n      - «obs:bucket:*»'),
        errors: [{ messageId: 'segments', data: { count: 1 } }, 'segments'],
      },
      {
        name: 'names of other clouds',
        json: policy('«"arn:aws:s3:::b/*"»', '5.0'),
        errors: [{ messageId: 'foreign', data: { cloud: 'AWS' } }],
      },
      {
        name: 'empty segments',
        json: policy('«"obs:::bucket:b"», «"obs:*:*::b"»'),
        errors: [
          {
            messageId: 'empty-segment',
            data: { segment: 'region' },
            suggestions: [
              { message: 'Write "obs:*:*:bucket:b".', json: policy('"obs:*:*:bucket:b", "obs:*:*::b"') },
            ],
          },
          { messageId: 'empty-segment', data: { segment: 'resource type' }, suggestions: [] },
        ],
      },
      {
        name: 'a region that a web page left behind',
        json: policy('«"obs:<em>:</em>:bucket:*"»'),
        errors: [{ messageId: 'region', data: { region: '<em>' } }],
      },
      {
        name: 'an object behind a bucket, and a bucket behind an object',
        json: policy('«"obs:*:*:bucket:b/*"», «"obs:*:*:object:b"»'),
        yaml: yaml('«obs:*:*:bucket:b/*»\n      - «obs:*:*:object:b»'),
        errors: [
          {
            messageId: 'path',
            data: { path: 'b/*' },
            suggestions: [
              {
                json: policy('"obs:*:*:object:b/*", "obs:*:*:object:b"'),
                yaml: yaml('obs:*:*:object:b/*\n      - obs:*:*:object:b'),
              },
            ],
          },
          'path',
        ],
      },
    ],
  },
  { describe, it },
);
