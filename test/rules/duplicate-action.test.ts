import { describe, it } from 'vitest';
import { rule } from '../../rules/duplicate-action.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'the same action in two statements, which another rule looks at',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list"] }, { "Effect": "Deny", "Action": ["ecs:cloudServers:list"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a second copy, whatever its case',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", «"ecs:CloudServers:List"», "ecs:cloudServers:get"] }] }',
        yaml: text`
          Version: "1.1"
          Statement:
            - Effect: Allow
              Action:
                - ecs:cloudServers:list # needed
                - «ecs:cloudServers:list» # not needed
        `,
        errors: ['duplicate'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:get"] }] }',
          yaml: text`
            Version: "1.1"
            Statement:
              - Effect: Allow
                Action:
                  - ecs:cloudServers:list # needed
          `,
        },
      },
    ],
  },
  { describe, it },
);
