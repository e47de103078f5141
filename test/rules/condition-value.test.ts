import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-value.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (condition: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:get"], "Condition": { ${condition} } }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'values of every type',
        json: policy(
          '"DateLessThan": { "g:CurrentTime": ["2030-01-01T00:00:00Z", "2024-02-29T08:00:00+08:00"] }, "NumberEquals": { "g:MFAAge": ["1", "-2.5"] }, "Bool": { "g:MFAPresent": ["true"] }, "IpAddress": { "g:SourceIp": ["192.0.2.0/24", "2001:db8::/32"] }, "StringEquals": { "g:UserName": ["anything"] }',
        ),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                "Null": { "g:UserName": ["false"] }
        `,
      },
      {
        name: 'values that are filled in later, and unknown operators',
        json: policy(
          '"Bool": { "g:MFAPresent": ["{{ mfa }}"] }, "IpAddress": { "g:SourceIp": ["${var.ip}/32"] }, "Whenever": { "g:UserName": ["x"] }',
        ),
      },
    ],
    invalid: [
      {
        name: 'times that do not exist',
        json: policy('"DateLessThan": { "g:CurrentTime": [«"2030-02-30T00:00:00Z"», «"2030-01-01"»] }'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                DateLessThan: { "g:CurrentTime": [«2030-13-01T00:00:00Z», «"tomorrow"»] }
        `,
        errors: ['value', 'value'],
      },
      {
        name: 'no numbers, Booleans and addresses',
        json: policy(
          '"NumberEquals": { "g:MFAAge": [«"five"»] }, "Bool": { "g:MFAPresent": [«"yes"»] }, "Null": { "g:UserName": [«"1"»] }, "IpAddress": { "g:SourceIp": [«"10.0.0.256"», «"10.0.0.0/33"»] }',
        ),
        errors: ['value', 'value', 'value', 'value', 'value'],
      },
      {
        name: 'two Booleans',
        json: policy('"Bool": { "g:MFAPresent": «["true", "false"]» }'),
        errors: [{ messageId: 'several', data: { count: 2 } }],
      },
    ],
  },
  { describe, it },
);
