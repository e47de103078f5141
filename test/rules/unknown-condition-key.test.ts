import { describe, it } from 'vitest';
import { rule } from '../../rules/unknown-condition-key.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const policy = (keys: string, action = '"obs:*:*"') =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${action}], "Condition": { "StringEquals": { ${keys} } } }] }`;
const yaml = (key: string) =>
  text`
    Version: "1.1"
    Statement:
      - Effect: Allow
        Action: ["ecs:*:get"]
        Condition:
          StringEquals:
            ${key}: ["a"]
  `;
const catalog = exampleCatalog();

testRule(
  rule,
  {
    valid: [
      {
        name: 'global keys and those of the service, in any case',
        catalog,
        json: policy('"g:UserName": ["a"], "g:resourcetag/team": ["a"], "obs:Prefix": ["a"]'),
        yaml: yaml('g:ResourceTag/team'),
      },
      {
        name: 'keys of services that list none',
        catalog,
        json: policy('"modelarts:poolType": ["public"]', '"modelarts:*:*"'),
      },
      { name: 'keys of any service under a wildcard', catalog, json: policy('"dli:x": ["a"]', '"*:*:get*"') },
      { name: 'what is filled in later', catalog, json: policy('"${var.key}": ["a"]') },
    ],
    invalid: [
      {
        name: 'prefixes of no service, under a wildcard and a NotAction',
        catalog,
        json: `{ "Version": "5.0", "Statement": [
          { "Effect": "Deny", "Action": ["*"], "Condition": { "StringEquals": { «"huaweicloud:RequestedRegion"»: ["a"] } } },
          { "Effect": "Deny", "NotAction": ["iam:*:*"], "Condition": { "StringEquals": { «"nosuch:thing"»: ["a"], «"esc:ImageId"»: ["a"] } } }
        ] }`,
        errors: [
          { messageId: 'noService', confidence: 'likely', data: { near: ['g:RequestedRegion'] } },
          { messageId: 'noService', confidence: 'doubtful', data: { near: [] } },
          { messageId: 'noService', data: { near: ['ecs:ImageId'] } },
        ],
      },
      {
        name: 'a misspelt global key',
        catalog,
        json: policy('«"g:UserNam"»: ["a"]'),
        yaml: yaml('«g:ResourceTags/team»'),
        errors: [{ messageId: 'global', confidence: 'likely' }],
      },
      {
        name: 'a global key that is near to none',
        catalog,
        json: policy('«"g:Weather"»: ["a"]'),
        errors: [{ messageId: 'global', confidence: 'doubtful', suggestions: [] }],
      },
      {
        name: 'keys without a prefix and of another cloud',
        catalog,
        json: policy('«"UserName"»: ["a"], «"aws:MultiFactorAuthPresent"»: ["true"]'),
        errors: [
          {
            messageId: 'prefix',
            suggestions: [
              {
                message: 'Write "g:UserName".',
                json: policy('"g:UserName": ["a"], "aws:MultiFactorAuthPresent": ["true"]'),
              },
            ],
          },
          {
            messageId: 'foreign',
            suggestions: [{ json: policy('"UserName": ["a"], "g:MFAPresent": ["true"]') }],
          },
        ],
      },
      {
        name: 'a key of a service that the statement does not name',
        catalog,
        json: policy('«"obs:prefix"»: ["a"]', '"ecs:*:get"'),
        errors: [{ messageId: 'service', data: { services: ['ecs'] }, suggestions: [] }],
      },
      {
        name: 'a key that its service does not list',
        catalog,
        json: policy('«"obs:prefixes"»: ["a"]'),
        errors: [{ messageId: 'key', suggestions: [{ json: policy('"obs:prefix": ["a"]') }] }],
      },
    ],
  },
  { describe, it },
);
