import { beforeAll, describe, expect, it } from 'vitest';
import { addAction, applyEdits } from '../../../src/policy/edit/edit.js';
import { policyOf } from '../../../src/policy/model/view.js';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import { text } from '../../text.js';
import { plain, roots } from '../plain.js';

beforeAll(() => loadSyntax('hcl'));

/** The file with one more action in the first statement of its policy; undefined where that cannot be written. */
function withAction(source: string, action: string): string | undefined {
  const [root] = roots(source, 'hcl');
  const [statement] = (root && policyOf(root))?.statements ?? [];
  const edits = statement && addAction(source, statement, action);
  return edits === undefined ? undefined : applyEdits(source, edits);
}

function actionsIn(source: string): unknown {
  return roots(source, 'hcl').map(({ value }) => plain(value));
}

const policyWith = (...actions: readonly string[]) => ({
  Version: '1.1',
  Statement: [{ Effect: 'Allow', Action: actions }],
});

describe('JSON in a string of Terraform is edited as the string writes it', () => {
  it('in a heredoc', () => {
    const source = text`
      resource "huaweicloud_identity_role" "reader" {
        policy = <<EOF
      {
        "Version": "1.1",
        "Statement": [{
          "Effect": "Allow",
          "Action": [
            "ecs:a:b"
          ]
        }]
      }
      EOF
      }
    `;
    const after = withAction(source, 'ecs:a:c');
    expect(after).toBe(source.replace('      "ecs:a:b"\n', '      "ecs:a:b",\n      "ecs:a:c"\n'));
    expect(actionsIn(after ?? '')).toEqual([policyWith('ecs:a:b', 'ecs:a:c')]);
  });

  it('in a heredoc whose indentation is taken away', () => {
    const source = text`
      resource "huaweicloud_identity_role" "reader" {
        policy = <<-EOF
          {
            "Version": "1.1",
            "Statement": [{
              "Effect": "Allow",
              "Action": [
                "ecs:a:b"
              ]
            }]
          }
        EOF
      }
    `;
    const after = withAction(source, 'ecs:a:c');
    expect(after).toBe(
      source.replace('          "ecs:a:b"\n', '          "ecs:a:b",\n          "ecs:a:c"\n'),
    );
  });

  it('in a quoted string, with its quotation marks escaped and what begins a template doubled', () => {
    const source = String.raw`resource "huaweicloud_identity_role" "reader" {
  policy = "{\"Version\":\"1.1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[\"ecs:a:b\"]}]}"
}
`;
    const after = withAction(source, 'ecs:a:${x}');
    expect(after).toBe(
      source.replace(String.raw`\"ecs:a:b\"`, (one) => one + String.raw`, \"ecs:a:$$` + String.raw`{x}\"`),
    );
    expect(actionsIn(after ?? '')).toEqual([policyWith('ecs:a:b', 'ecs:a:${x}')]);
  });

  it('not where something stands in it that only a run fills', () => {
    const source = text`
      variable "bucket" {}
      resource "huaweicloud_identity_role" "reader" {
        policy = <<EOF
      { "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ecs:a:b"], "Resource": ["obs:*:*:bucket:${'${var.bucket}'}"] }] }
      EOF
      }
    `;
    expect(withAction(source, 'ecs:a:c')).toBeUndefined();
  });
});
