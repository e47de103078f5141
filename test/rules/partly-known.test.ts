import { describe, it } from 'vitest';
import { rule } from '../../rules/partly-known.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

const role = (actions: string): string => text`
  variable "given" {
    default = ["ecs:cloudServers:list"]
  }
  resource "huaweicloud_identity_role" "reader" {
    policy = jsonencode({ Version = "1.1", Statement = [{ Effect = "Allow", Action = ${actions} }] })
  }
`;

testRule(
  rule,
  {
    valid: [
      { name: 'what a default tells', hcl: role('var.given') },
      { name: 'what can be computed', hcl: role('concat(["ecs:cloudServers:get"], var.given)') },
    ],
    invalid: [
      {
        name: 'a variable without a value',
        hcl: role('«var.actions»'),
        errors: [{ messageId: 'hole', data: { why: '“var.actions” is only known when Terraform runs' } }],
      },
      {
        name: 'a conditional',
        hcl: role('«var.all ? ["ecs:*:*"] : ["ecs:*:get"]»'),
        errors: [{ messageId: 'hole' }],
      },
      {
        name: 'each hole of a policy',
        hcl: role('["ecs:cloudServers:list", «"ecs:${var.type}:get"», «var.more»]'),
        errors: [{ messageId: 'hole' }, { messageId: 'hole' }],
      },
    ],
  },
  { describe, it },
);
