import { posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/index/memory.js';
import { DEFAULT_CONFIG } from '../../../src/lint/config/config.js';
import { lintFiles } from '../../../src/lint/run/runner.js';
import { loadSyntax, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { exampleCatalog } from '../../rules/example-catalog.js';
import { text } from '../../text.js';
import { plain } from '../plain.js';

beforeAll(() => loadSyntax('hcl'));

type Files = Readonly<Record<string, string>>;

/** The texts of a repository, and the names in its folders. */
function reader(files: Files): (path: string) => string | undefined {
  return (path) => {
    if (!path.endsWith('/')) return files[posix.normalize(path)];
    const folder = posix.normalize(path);
    const inside = Object.keys(files).filter(
      (name) => posix.join(posix.dirname(name), '/') === posix.join(folder, '/'),
    );
    return inside.map((name) => posix.basename(name)).join('\n');
  };
}

function rootsOf(files: Files) {
  const parsed = parsePolicyText(files['main.tf'] ?? '', {
    filename: 'main.tf',
    surroundings: { read: reader(files) },
  });
  if (!parsed.ok) throw new Error('not read');
  return parsed.document.body;
}

const TEAM = text`
  variable "actions" {
    type = list(string)
  }
  variable "effect" {
    default = "Allow"
  }
  locals {
    policy = jsonencode({
      Version   = "1.1"
      Statement = [{ Effect = var.effect, Action = concat(["obs:bucket:ListBucket"], var.actions) }]
    })
  }
  resource "huaweicloud_identity_role" "team" {
    policy = local.policy
  }
  output "policy" {
    value = local.policy
  }
`;

describe('what is handed to a module of the same repository', () => {
  it('makes its policies, with what is handed over where it stands', () => {
    const main = text`
      module "team" {
        source  = "./modules/team"
        actions = ["ecs:a:b", local.more]
      }
      locals {
        more = "ecs:a:c"
      }
    `;
    const [root] = rootsOf({ 'main.tf': main, 'modules/team/main.tf': TEAM });
    expect(root?.address).toBe('module.team.huaweicloud_identity_role.team');
    expect(root && plain(root.value)).toEqual({
      Version: '1.1',
      Statement: [{ Effect: 'Allow', Action: ['obs:bucket:ListBucket', 'ecs:a:b', 'ecs:a:c'] }],
    });
  });

  it('comes back in its outputs', () => {
    const main = text`
      module "team" {
        source  = "./modules/team"
        actions = ["ecs:a:b"]
        effect  = "Deny"
      }
      resource "huaweicloud_identity_role" "same" {
        policy = module.team.policy
      }
    `;
    const same = rootsOf({ 'main.tf': main, 'modules/team/main.tf': TEAM }).find(
      ({ address }) => address === 'huaweicloud_identity_role.same',
    );
    expect(same && plain(same.value)).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: ['obs:bucket:ListBucket', 'ecs:a:b'] }],
    });
  });

  it('is told apart for each instance, and goes through modules of modules', () => {
    const main = text`
      module "platform" {
        source   = "./modules/platform"
        for_each = { read = ["ecs:a:get"], list = ["ecs:a:list"] }
        rights   = each.value
      }
    `;
    const platform = text`
      variable "rights" {}
      module "team" {
        source  = "../team"
        actions = var.rights
      }
    `;
    const found = rootsOf({
      'main.tf': main,
      'modules/platform/main.tf': platform,
      'modules/team/main.tf': TEAM,
    });
    expect(
      found.map(({ address, value }) => [address, JSON.stringify(plain(value)).includes('ecs:a:list')]),
    ).toEqual([
      ['module.platform["read"].module.team.huaweicloud_identity_role.team', false],
      ['module.platform["list"].module.team.huaweicloud_identity_role.team', true],
    ]);
  });

  it('comes to an end where modules call each other, and where they multiply', () => {
    const loop = text`
      module "again" {
        source  = "../team"
        actions = var.actions
      }
    `;
    const many = Array.from(
      { length: 60 },
      (_, index) => `module "m${index}" {\n  source = "./modules/a"\n}\n`,
    ).join('');
    const fan = (folder: string) =>
      Array.from({ length: 60 }, (_, index) => `module "m${index}" {\n  source = "../${folder}"\n}\n`).join(
        '',
      );
    expect(
      rootsOf({
        'main.tf': 'module "team" {\n  source = "./modules/team"\n}\n',
        'modules/team/main.tf': TEAM,
        'modules/team/loop.tf': loop,
      }),
    ).toHaveLength(1);
    expect(
      rootsOf({
        'main.tf': many,
        'modules/a/main.tf': fan('b'),
        'modules/b/main.tf': fan('c'),
        'modules/c/main.tf': TEAM,
      }),
    ).not.toHaveLength(0);
  }, 30_000);

  it('is linted in the file that hands it over; what the module says itself, in the module only', async () => {
    const files: Files = {
      'main.tf': text`
        module "team" {
          source  = "./modules/team"
          actions = ["obs::objct"]
        }
      `,
      'modules/team/main.tf': TEAM.replace('"obs:bucket:ListBucket"', '"obs::bucket"'),
    };
    const { record } = await lintFiles({
      files: Object.entries(files).map(([path, content]) => ({ path, text: content })),
      read: reader(files),
      config: DEFAULT_CONFIG,
      loadCatalog: () => Promise.resolve(createCatalog('huaweicloud', exampleCatalog())),
    });
    const found = record.files.flatMap(({ path, findings }) =>
      findings.map(({ rule, line, column }) => [path, rule, line, column]),
    );
    expect(found).toEqual([
      ['main.tf', 'action-format', 3, 14],
      ['modules/team/main.tf', 'action-format', 10, 58],
    ]);
    expect(record.files.map(({ path, checked }) => [path, checked])).toEqual([
      ['main.tf', true],
      ['modules/team/main.tf', 'partly'],
    ]);
  });

  it('is nothing where the module is somewhere else', () => {
    const main = text`
      module "team" {
        source  = "git::https://example.com/team.git"
        actions = ["ecs:a:b"]
      }
      resource "huaweicloud_identity_role" "same" {
        policy = module.team.policy
      }
    `;
    expect(rootsOf({ 'main.tf': main }).map(({ value }) => value.type)).toEqual(['Unknown']);
  });
});
