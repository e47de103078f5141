import { describe, it } from 'vitest';
import { rule } from '../../rules/privilege-escalation.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'reading of identities, a Deny, and wildcards that other rules look at',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:*:get*", "*:*:*", "*:*:create*"] }, { "Effect": "Deny", "Action": ["iam:agencies:createAgency"] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action: ["iam:policies:getV5", "ecs:*:*"]
        `,
      },
      {
        name: 'an action under a condition',
        json: '{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": ["iam:users:attachPolicyV5"], "Condition": { "Bool": { "g:MFAPresent": ["true"] } } }] }',
      },
      {
        name: 'what a declared call needs',
        catalog: exampleCatalog(),
        manifest: 'apis: [POST /v3.0/OS-AGENCY/agencies]\n',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:agencies:createAgency"] }] }',
      },
      {
        name: 'what is denied again',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["iam:roles:*"] }, { "Effect": "Deny", "Action": ["iam:roles:createRole", "iam:roles:updateRole"] }] }',
      },
    ],
    invalid: [
      ...[
        '"StringMatch": { "g:UserName": ["*"] }',
        '"StringEqualsIfExists": { "g:NoSuchKey": ["x"] }',
        '"Null": { "g:MFAPresent": ["true", "false"] }',
        '"Null": { "g:NoSuchKey": ["true"] }',
        '"Bool": { "g:MFAPresent": ["true", "false"] }',
        '"IpAddress": { "g:SourceIp": ["0.0.0.0/0"] }',
      ].map((condition) => ({
        name: `a Condition that every request meets: ${condition}`,
        json: `{ "Version": "5.0", "Statement": [{ "Effect": "Allow", "Action": [«"iam:users:attachPolicyV5"»], "Condition": { ${condition} } }] }`,
        errors: ['literal' as const],
      })),
      {
        name: 'names of both generations, in any case, and wildcards',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*", «"iam:roles:CREATEROLE"», «"iam:*:*"», «"iam:*:addUserToGroup*"»] }] }',
        yaml: text`
          Version: "5.0"
          Statement:
            - Effect: Allow
              Action:
                - «iam:credentials:createCredentialV5»
                - «iam:*»
                - «iam:agencies:*»
        `,
        errors: ['literal', 'wildcard', 'wildcard'],
      },
      {
        name: 'how it escalates',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": [«"iam:permissions:addUserToGroup"»] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: «"iam:permissions:addUserToGroup"»
        `,
        errors: [{ messageId: 'literal', confidence: 'certain', data: { means: 'fill-group' } }],
      },
    ],
  },
  { describe, it },
);
