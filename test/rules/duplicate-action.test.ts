import { describe, it } from 'vitest';
import { rule } from '../../rules/duplicate-action.js';
import { testRule } from '../../src/lint/tester.js';

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
        yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:cloudServers:list # needed\n      - «ecs:cloudServers:list» # not needed\n',
        errors: ['duplicate'],
        fixed: {
          json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:cloudServers:list", "ecs:cloudServers:get"] }] }',
          yaml: 'Version: "1.1"\nStatement:\n  - Effect: Allow\n    Action:\n      - ecs:cloudServers:list # needed\n',
        },
      },
    ],
  },
  { describe, it },
);
