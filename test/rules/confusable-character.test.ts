import { describe, it } from 'vitest';
import { rule } from '../../rules/confusable-character.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const policy = (action: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [${action}] }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'other scripts in paths, tags and values',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:object:GetObject"], "Resource": ["obs:*:*:object:b/图片/*"], "Condition": { "StringEquals": { "g:ResourceTag/部门": ["研发"] } } }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            # 只读
            - Effect: Allow
              Action: ["ecs:*:get"]
        `,
      },
    ],
    invalid: [
      {
        name: 'full-width characters',
        json: policy('«"ecs：＊：list"»'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - «"ecs：＊：list"»
        `,
        errors: [
          {
            messageId: 'character',
            data: { character: 'full-width colon “：” (U+FF1A)' },
            suggestions: [
              {
                message: 'Write "ecs:*:list".',
                json: policy('"ecs:*:list"'),
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action:
                        - "ecs:*:list"
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'a Cyrillic letter',
        json: policy('«"еcs:cloudServers:list"»'),
        errors: [{ messageId: 'character', suggestions: [{ json: policy('"ecs:cloudServers:list"') }] }],
      },
      {
        name: 'what cannot be seen',
        json: policy('«"ecs:cloud\u200bServers:list"», «"vpc:vpcs:list\\u0000"»'),
        errors: [
          { messageId: 'character', data: { character: 'zero-width space (U+200B)' } },
          { messageId: 'character', data: { character: 'NUL character (U+0000)', text: 'vpc:vpcs:list·' } },
        ],
      },
      {
        name: 'what stands for nothing else',
        json: policy('«"ecs:云服务器:list"»'),
        errors: [{ messageId: 'character', suggestions: [] }],
      },
      {
        name: 'operators, keys and resources; of these, what would allow more is not written by itself',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": [«"obs：*:*:bucket:b"»], "Condition": { "StringEquals": { «"g：UserName"»: ["a"] } } }] }',
        errors: ['character', 'character'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Resource": ["obs：*:*:bucket:b"], "Condition": { "StringEquals": { "g:UserName": ["a"] } } }] }',
        },
      },
    ],
  },
  { describe, it },
);
