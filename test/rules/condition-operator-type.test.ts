import { describe, it } from 'vitest';
import { rule } from '../../rules/condition-operator-type.js';
import { testRule } from '../../src/lint/tester.js';
import { exampleCatalog } from './example-catalog.js';
import { text } from '../text.js';

const policy = (condition: string) =>
  `{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["obs:*:*"], "Condition": { ${condition} } }] }`;

testRule(
  rule,
  {
    valid: [
      {
        name: 'operators that fit',
        catalog: exampleCatalog(),
        json: policy(
          '"Bool": { "g:MFAPresent": ["true"] }, "NumberLessThan": { "g:MFAAge": ["300"] }, "DateLessThan": { "g:CurrentTime": ["2030-01-01T00:00:00Z"] }, "StringMatch": { "obs:prefix": ["a*"], "g:ResourceTag/x": ["y"] }, "Null": { "g:MFAAge": ["false"] }',
        ),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                Bool: { "g:MFAPresent": ["true"] }
        `,
      },
      {
        name: 'keys of which nothing is known',
        json: policy('"NumberEquals": { "obs:max-keys": ["1"], "g:Unheard": ["1"] }'),
      },
    ],
    invalid: [
      {
        name: 'a Boolean compared as a string',
        json: policy('"StringEquals": { «"g:MFAPresent"»: ["true"] }'),
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action: ["ecs:*:get"]
              Condition:
                StringEquals: { «"g:MFAPresent"»: ["true"] }
        `,
        errors: [
          {
            messageId: 'type',
            data: { type: 'boolean' },
            suggestions: [
              {
                message: 'Write "Bool".',
                json: policy('"Bool": { "g:MFAPresent": ["true"] }'),
                yaml: text`
                  Version: "1.1"
                  Statement:
                    - Effect: Allow
                      Action: ["ecs:*:get"]
                      Condition:
                        Bool: { "g:MFAPresent": ["true"] }
                `,
              },
            ],
          },
        ],
      },
      {
        name: 'a key of a service, and several keys of one operator',
        catalog: exampleCatalog(),
        json: policy(
          '"NumberEquals": { «"obs:prefix"»: ["1"] }, "DateLessThan": { "g:CurrentTime": ["2030-01-01T00:00:00Z"], «"g:UserName"»: ["a"] }',
        ),
        errors: [
          {
            messageId: 'type',
            suggestions: [
              {
                json: policy(
                  '"StringEquals": { "obs:prefix": ["1"] }, "DateLessThan": { "g:CurrentTime": ["2030-01-01T00:00:00Z"], "g:UserName": ["a"] }',
                ),
              },
            ],
          },
          { messageId: 'type', suggestions: [] },
        ],
      },
    ],
  },
  { describe, it },
);
