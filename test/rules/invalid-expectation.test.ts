import { describe, it } from 'vitest';
import { rule } from '../../rules/invalid-expectation.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const json = text`
  {
    "Version": "1.1",
    "Statement": [
      { "Effect": "Allow", "Action": ["ecs:cloudServers:list", "obs:object:GetObject"] },
      { "Effect": "Deny", "Action": ["obs:object:*"], "Resource": ["obs:*:*:object:secrets/*"] }
    ]
  }
`;
const yaml = text`
  Version: "1.1"
  Statement:
    - { Effect: Allow, Action: ["ecs:cloudServers:list", "obs:object:GetObject"] }
    - { Effect: Deny, Action: ["obs:object:*"], Resource: ["obs:*:*:object:secrets/*"] }
`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'all that there is to write',
        json,
        yaml,
        expectations: text`
          policies: ["*", "!old/**"]
          together: false
          cloud: huaweicloud
          never:
            - "*"
            - iam::createAccessKey
            - action: [ecs:*:*, obs:*]
              resource: ["obs:*:*:object:a/*", /iam/agencies/x]
              condition: { StringEqualsIfExists: { g:UserName: admin } }
              context:
                g:SourceIp: [10.0.0.0/8, 192.0.2.1]
                g:MFAPresent: true
                g:MFAAge: 3600
                g:CurrentTime: 2026-10-31T00:00:00Z
                obs:prefix: inbox/*
                g:ResourceTag/team: null
          always: ecs:cloudServers:list
          at-most: [policy.json]
        `,
      },
    ],
    invalid: [
      {
        name: 'keys that there are none of',
        json,
        yaml,
        expectations:
          'never: [iam:*:*]\n«nevr»: [ecs:*:*]\nalways: [{ action: ecs:*:*, «ressource»: "*" }]\n',
        errors: [
          { messageId: 'invalid', data: { fault: 'unknown key "nevr"; did you mean "never"?' } },
          { messageId: 'invalid', data: { fault: 'unknown key "ressource"; did you mean "resource"?' } },
        ],
      },
      { name: 'a text that is no mapping', json, expectations: '«iam:*:*»\n', errors: ['invalid'] },
      {
        name: 'nothing that is expected',
        json,
        expectations: '«policies»: [policy.json]\n',
        errors: ['invalid'],
      },
      {
        name: 'values of another kind',
        json,
        expectations: text`
          policies: [«7», «""»]
          together: «perhaps»
          cloud: «Cloud!»
          never: «[]»
          always: [«1», «{ resource: "*" }»]
          at-most: «{ path: a.json }»
        `,
        errors: ['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'invalid'],
      },
      {
        name: 'actions and resources that are none',
        json,
        expectations: 'never: [«createUser», «"ecs:a:b:c"», { action: "*", resource: «bucket» }]\n',
        errors: ['invalid', 'invalid', 'invalid'],
      },
      {
        name: 'conditions that are none',
        json,
        expectations: text`
          never:
            - { action: "*", condition: «[]» }
            - { action: "*", condition: { «StringEqual»: { g:UserName: a } } }
            - { action: "*", condition: { StringEquals: { g:UserName: «{}» } } }
            - { action: "*", context: «text» }
            - { action: "*", context: { g:SourceIp: «10.0.0.0/64» } }
            - { action: "*", context: { g:CurrentTime: «[2026-10-31T00:00:00Z, 2026-11-30T00:00:00Z]» } }
        `,
        errors: [
          'invalid',
          {
            messageId: 'invalid',
            data: { fault: 'no condition operator is called "StringEqual"; did you mean "StringEquals"?' },
          },
          'invalid',
          'invalid',
          'invalid',
          'invalid',
        ],
      },
    ],
  },
  { describe, it },
);
