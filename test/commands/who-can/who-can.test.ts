import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/commands/who-can/who-can.js';
import type { WhoCanOptions } from '../../../src/commands/who-can/who-can.js';
import { text } from '../../text.js';
import { memoryIo } from '../memory-io.js';

const POLICIES = {
  'open.json': text`
    {
      "Version": "1.1",
      "Statement": [
        { "Effect": "Allow", "Action": ["ecs:cloudServers:list"] },
        { "Effect": "Allow", "Action": ["obs:object:*"] }
      ]
    }
  `,
  'narrow.json': text`
    {
      "Version": "1.1",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": ["obs:object:GetObject"],
          "Resource": ["obs:*:*:object:data/*"],
          "Condition": { "Bool": { "g:MFAPresent": ["true"] } }
        }
      ]
    }
  `,
  'denying.yaml': 'Version: "1.1"\nStatement: [{ Effect: Deny, Action: ["obs:*:*"] }]\n',
  'silent.json': '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["vpc:*:*"] }] }',
};

const TERRAFORM = text`
  resource "huaweicloud_identity_role" "reader" {
    name   = "reader"
    type   = "AX"
    policy = jsonencode({
      Version   = "1.1"
      Statement = [{ Effect = "Allow", Action = ["obs:object:GetObject"] }]
    })
  }

  resource "huaweicloud_identity_role" "guard" {
    name   = "guard"
    type   = "AX"
    policy = jsonencode({
      Version   = "1.1"
      Statement = [{ Effect = "Deny", Action = ["obs:object:*"] }]
    })
  }

  resource "huaweicloud_identity_group" "team" {
    name = "team"
  }

  resource "huaweicloud_identity_group_role_assignment" "team" {
    group_id              = huaweicloud_identity_group.team.id
    role_id               = huaweicloud_identity_role.reader.id
    enterprise_project_id = var.shop
  }

  resource "huaweicloud_identity_user" "ann" {
    name = "ann"
  }

  resource "huaweicloud_identity_group_membership" "team" {
    group = huaweicloud_identity_group.team.id
    users = [huaweicloud_identity_user.ann.id]
  }

  resource "huaweicloud_identity_agency" "worker" {
    name                   = "worker"
    delegated_service_name = "op_svc_ecs"
    all_resources_roles    = [huaweicloud_identity_role.reader.name, huaweicloud_identity_role.guard.name]
  }
`;

describe('who-can', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'who-can-'));
  for (const [name, content] of Object.entries({
    ...POLICIES,
    'infra/main.tf': TERRAFORM,
    'broken/a.json': '{ "Statement": [',
  })) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }

  afterAll(() => {
    rmSync(cwd, { recursive: true });
  });

  async function whoCan(action: string, options: Partial<WhoCanOptions> = {}) {
    const io = memoryIo(cwd);
    const code = await run(io, { action, paths: Object.keys(POLICIES), format: 'text', ...options });
    return { code, out: io.out() };
  }

  it('tells policies that allow it, on what terms, those that deny it, and how many say nothing', async () => {
    expect(await whoCan('obs:object:GetObject')).toEqual({
      code: 0,
      out: text`
        obs:object:GetObject: allowed by 2 policies
          open.json  allowed (open.json:5)
          narrow.json  allowed for some requests (narrow.json:4)
              resources: obs:*:*:object:data/*
              condition: { "Bool": { "g:MFAPresent": ["true"] } }
              for example: obs:object:GetObject on obs:x:x:object:data/x with g:MFAPresent=true
          denying.yaml  denied (denying.yaml:2)
        1 other policy says nothing of it
      `,
    });
  });

  it('asks about a resource where one is named', async () => {
    const { out } = await whoCan('obs:object:GetObject', { resource: 'obs:*:*:object:other/*' });
    expect(out).toContain('on obs:*:*:object:other/*: allowed by 1 policy');
    expect(out).not.toContain('narrow.json');
  });

  it('follows attachments of Terraform to groups, their members and agencies, with scope and trust', async () => {
    const { out } = await whoCan('obs:object:GetObject', { paths: ['infra'], format: 'json' });
    const { principals } = JSON.parse(out) as { readonly principals: readonly object[] };
    const reader = 'infra/main.tf#huaweicloud_identity_role.reader';
    expect(principals).toMatchObject([
      {
        principal: 'huaweicloud_identity_group.team',
        outcome: 'allowed',
        policies: [reader],
        scopes: ['enterprise_project_id = var.shop'],
        by: { file: 'infra/main.tf', line: 6 },
      },
      {
        principal: 'huaweicloud_identity_user.ann',
        through: 'huaweicloud_identity_group.team',
        outcome: 'allowed',
      },
      {
        principal: 'huaweicloud_identity_agency.worker',
        outcome: 'denied',
        assumedBy: ['delegated_service_name = "op_svc_ecs"'],
      },
    ]);
  });

  it('says the same as text and as Markdown', async () => {
    const told = await whoCan('obs:object:GetObject', { paths: ['infra'] });
    expect(told.out).toContain('as a member of huaweicloud_identity_group.team');
    expect(told.out).toContain('granted in enterprise_project_id = var.shop');
    expect(told.out).toContain('taken on by delegated_service_name = "op_svc_ecs"');
    const { out } = await whoCan('obs:object:GetObject', { paths: ['infra'], format: 'markdown' });
    expect(out).toContain('### Principals, by Terraform:');
    expect(out).toContain('`huaweicloud_identity_agency.worker`');
  });

  it('says that nobody can, and which files could not be read', async () => {
    expect((await whoCan('iam:users:createUser')).out).toContain('iam:users:createUser: no policy allows it');
    const broken = await whoCan('iam:users:createUser', { paths: ['broken', 'open.json'] });
    expect(broken.code).toBe(2);
    expect(broken.out).toContain('broken/a.json cannot be read');
  });

  it('takes patterns, and refuses what is no action', async () => {
    expect((await whoCan('obs:*')).out).toContain('obs:*: allowed by 2 policies');
    await expect(whoCan('createUser')).rejects.toThrow('is no action');
  });
});
