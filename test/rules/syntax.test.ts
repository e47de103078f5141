import { describe, it } from 'vitest';
import { rule } from '../../rules/syntax.js';
import { testRule } from '../../src/lint/tester.js';
import { text } from '../text.js';

testRule(
  rule,
  {
    valid: [
      {
        name: 'comments and commas where they may stand',
        jsonc: '{ /* why */ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"], }] }',
      },
      {
        name: 'a file that can be read',
        json: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"] }] }',
      },
    ],
    invalid: [
      {
        name: 'a comma that is missing',
        json: text`
          {
            "Version": "1.1"
            «"»Statement": []
          }
        `,
        errors: ['syntax'],
      },
      { name: 'a list that is not closed', yaml: 'Version: "1.1"\nStatement: [«»', errors: ['syntax'] },
      {
        name: 'nesting deeper than any policy',
        json: `${'['.repeat(1000)}«[»${'['.repeat(50)}${']'.repeat(1051)}`,
        errors: ['too-deep'],
      },
      {
        name: 'comments and commas that strict JSON does not know, and reads on',
        json: '{ «// why»\n "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:*:*"«,»] }] }',
        errors: ['comment', 'trailing-comma'],
      },
      {
        name: 'one broken policy among the others of a file',
        hcl: text`
          resource "huaweicloud_identity_role" "a" {
            policy = <<EOF
          { "Version": "1.1" «"»Statement": [] }
          EOF
          }
          resource "huaweicloud_identity_role" "b" {
            policy = jsonencode({ Version = "1.1", Statement = [] })
          }
        `,
        errors: ['syntax'],
      },
      {
        name: 'a broken policy that is the only one of its file',
        hcl: text`
          resource "huaweicloud_identity_role" "a" {
            policy = <<EOF
          { "Version": "1.1" «"»Statement": [] }
          EOF
          }
        `,
        errors: ['syntax'],
      },
    ],
  },
  { describe, it },
);
