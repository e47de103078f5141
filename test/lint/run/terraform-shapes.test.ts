import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text } from '../../text.js';

/** The findings of a file that are errors, by rule and line, and what is said of its holes. */
async function lint(path: string, content: string, others: Readonly<Record<string, string>> = {}) {
  const { record } = await lintFiles({
    files: [{ path, text: content }],
    read: (other) => (other === './' || other === '' ? Object.keys(others).join('\n') : others[other]),
    config: DEFAULT_CONFIG,
    loadCatalog: () => Promise.resolve(createCatalog('huaweicloud', exampleCatalog())),
  });
  const [file] = record.files;
  const errors = (file?.findings ?? []).filter(({ severity }) => severity === 'error');
  return {
    checked: file?.checked,
    found: errors.map(({ rule, line }) => `${rule}:${line}`),
    holes: file?.holes?.length ?? 0,
  };
}

// Each shape is one of a public landing zone, module or example; the faults in it are ours.
describe('each literal statement is linted, in the shapes that repositories have', () => {
  it('guardrails that are switched on one by one, packed and counted', async () => {
    const content = text`
      locals {
        leave = {
          Sid      = "DenyLeave"
          Effect   = "Dney"
          Action   = ["organizations:organizations:leave"]
          Resource = ["*"]
        }
        tags = {
          for tag in var.tags : "tag-\${tag}" => {
            Effect   = "Deny"
            Action   = ["ecs:create"]
            Resource = ["*"]
          }
        }
        all = merge(
          var.guards.leave.enabled ? { leave = { stmt = local.leave, enforce = true } } : {},
          var.guards.tags.enabled ? { for name, one in local.tags : name => { stmt = one, enforce = true } } : {},
        )
        enforced = [for name, guard in local.all : guard.stmt if guard.enforce]
        chunks = [
          for at in range(0, length(local.enforced), 5) :
          slice(local.enforced, at, min(at + 5, length(local.enforced)))
        ]
      }
      resource "huaweicloud_organizations_policy" "guard" {
        count   = length(local.chunks)
        type    = "service_control_policy"
        content = jsonencode({ Version = "5.0", Statement = local.chunks[count.index] })
      }
    `;
    const { checked, found, holes } = await lint('scps.tf', content);
    expect(checked).toBe('partly');
    expect(holes).toBeGreaterThan(0);
    expect(found).toEqual(['invalid-effect:4', 'action-format:11']);
  });

  it('a condition that is added where a variable asks for it', async () => {
    const content = text`
      resource "huaweicloud_identity_trust_agency" "recorder" {
        trust_policy = jsonencode({
          Version = "5.0"
          Statement = [merge(
            { Effect = "Alow", Principal = { Service = ["service.Config"] }, Action = ["sts:agencies:assume"] },
            length(var.accounts) > 0 ? { Condition = { StringEquls = { "g:SourceAccount" = var.accounts } } } : {}
          )]
        })
      }
    `;
    const { checked, found } = await lint('agency.tf', content);
    expect(checked).toBe('partly');
    expect(found).toEqual(['invalid-effect:5', 'unknown-condition-operator:6']);
  });

  it('policies of a module that gets them as a map', async () => {
    const content = text`
      module "iam" {
        source   = "example/iam/huaweicloud"
        policies = {
          reader = { description = "reads", statements = [{ Effect = "Alow", Action = ["obs::objct"] }] }
        }
      }
    `;
    expect(await lint('main.tf', content)).toMatchObject({
      checked: true,
      found: ['invalid-effect:4', 'action-format:4'],
    });
  });

  it('statements about agencies beside others are no fault', async () => {
    const content = text`
      resource "huaweicloud_identity_role" "pipeline" {
        type   = "AX"
        policy = jsonencode({
          "Version" : "1.1",
          "Statement" : [
            {
              "Effect" : "Allow",
              "Action" : ["iam:agencies:assume"],
              "Resource" : { "uri" : ["/iam/agencies/\${module.security.agency_id}"] }
            },
            {
              "Effect" : "Allow",
              "Action" : ["obs:object:GetObject"],
              "Resource" : ["obs:*:*:object:\${var.bucket}/*"]
            }
          ]
        })
      }
    `;
    expect(await lint('roles.tf', content)).toEqual({ checked: 'partly', found: [], holes: 2 });
  });

  it('statements of an endpoint have no version to miss', async () => {
    const content = text`
      resource "huaweicloud_vpcep_endpoint" "obs" {
        policy_statement = <<EOF
      [{ "Effect": "Alow", "Principal": "*", "Action": ["*"], "Resource": ["*/*"] }]
      EOF
      }
    `;
    const { found } = await lint('endpoint.tf', content);
    expect(found).toContain('invalid-effect:3');
    expect(found.filter((one) => one.startsWith('missing-element'))).toEqual([]);
  });

  it('blocks of a provider that calls them policy', async () => {
    const content = text`
      resource "flexibleengine_identity_role_v3" "reader" {
        scope = "domain"
        policy {
          effect = "Alow"
          action = ["ecs:*:list*"]
        }
      }
    `;
    expect(await lint('role.tf', content)).toMatchObject({ checked: true, found: ['invalid-effect:4'] });
  });

  it('a role whose whole policy is a variable is skipped, and named', async () => {
    const content = 'resource "huaweicloud_identity_role" "given" {\n  policy = var.policy\n}\n';
    expect(await lint('role.tf', content)).toEqual({ checked: false, found: [], holes: 0 });
  });
});
