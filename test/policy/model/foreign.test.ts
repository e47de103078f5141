import { beforeAll, describe, expect, it } from 'vitest';
import { foreignPolicy } from '../../../src/policy/model/foreign-policy.js';
import { loadSyntax } from '../../../src/policy/syntax/parse-policy.js';
import { policyOf } from '../../../src/policy/model/view.js';
import { text } from '../../text.js';
import { root, roots } from '../plain.js';

beforeAll(async () => {
  await loadSyntax('yaml');
  await loadSyntax('hcl');
});

const language = (value: unknown): string | undefined =>
  foreignPolicy(root(typeof value === 'string' ? value : JSON.stringify(value)))?.language;

describe('the policy language of another cloud is told by what only it has', () => {
  const read = (action: string, more: object = {}) => ({ Effect: 'Allow', Action: [action], ...more });

  it.each([
    ['AWS', 'its version', { Version: '2012-10-17', Statement: [read('kms:Decrypt')] }],
    ['AWS', 'a resource', { Statement: [read('kms:Decrypt', { Resource: 'arn:aws:kms:::key/1' })] }],
    [
      'AWS',
      'a service, where nothing else is said',
      { Statement: [read('dynamodb:Query', { Resource: '*' })] },
    ],
    [
      'AWS',
      'whom it trusts',
      {
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
    ],
    [
      'AWS',
      'the key of a condition',
      { Statement: [read('kms:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })] },
    ],
    ['Alibaba Cloud', 'its version', { Version: '1', Statement: [read('ecs:DescribeInstances')] }],
    ['Alibaba Cloud', 'a resource', { Statement: [read('ecs:*', { Resource: ['acs:ecs:*:*:instance/*'] })] }],
    [
      'Tencent Cloud',
      'its version, in its lower case',
      { version: '2.0', statement: [{ effect: 'allow', action: ['vpc:*'], resource: ['*'] }] },
    ],
    [
      'Tencent Cloud',
      'a resource',
      {
        statement: [
          { effect: 'allow', action: ['name/cos:GetObject'], resource: ['qcs::cos:::prefix//1/b/*'] },
        ],
      },
    ],
    ['Volcengine', 'a resource', { Statement: [read('iam:*', { Resource: ['trn:iam::1:user/*'] })] }],
    [
      'Google Cloud',
      'its bindings',
      { bindings: [{ role: 'roles/viewer', members: ['user:a@example.com'] }] },
    ],
    ['Azure', 'its scopes', { Name: 'x', Actions: ['*/read'], AssignableScopes: ['/subscriptions/1'] }],
    ['Oracle Cloud', 'its sentences', { statements: ['Allow group Readers to read buckets in tenancy'] }],
  ])('%s by %s', (cloud, _, value) => {
    expect(language(value)).toBe(cloud);
    expect(policyOf(root(JSON.stringify(value)))).toBeUndefined();
  });

  it.each([
    [
      'one of our versions',
      { Version: '1.1', Statement: [read('s3:GetObject', { Resource: ['arn:aws:s3:::b'] })] },
    ],
    ['an action of three parts', { Version: '2012-10-17', Statement: [read('obs:object:GetObject')] }],
    ['an action of a service of ours', { Statement: [read('ecs:start')] }],
    ['an action without a service', { Version: '7', Statement: [read('start')] }],
  ])('%s speaks for ours, whatever else is wrong', (_, value) => {
    expect(language(value)).toBeUndefined();
    expect(policyOf(root(JSON.stringify(value)))).toBeDefined();
  });

  it('bucket and topic policies have a grammar of their own', () => {
    const statement = { Effect: 'Allow', Principal: { ID: ['*'] }, Action: ['GetObject'], Resource: ['b/*'] };
    expect(language({ Statement: [statement] })).toBe('OBS bucket policy');
    expect(language({ Version: '2016-09-07', Statement: [statement] })).toBe('SMN topic policy');
  });
});

describe('in Terraform the type of a resource tells', () => {
  const hcl = (source: string) => roots(source, 'hcl').map((found) => foreignPolicy(found)?.language);

  it('what another provider makes is another cloud’s, also in blocks', () => {
    const source = text`
      data "aws_iam_policy_document" "read" {
        statement {
          effect  = "Allow"
          actions = ["kms:Decrypt"]
        }
      }
      resource "ctyun_iam_policy" "vpc" {
        content = { version = "1.1", statement = [{ effect = "allow", action = ["vpc:vpcs:list"] }] }
      }
    `;
    expect(hcl(source)).toEqual(['AWS', 'CTyun']);
  });

  it('a document of AWS in a resource of ours is ours, and wrong', () => {
    const source = text`
      resource "huaweicloud_identity_role" "copied" {
        policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"] }] })
      }
    `;
    const [found] = roots(source, 'hcl');
    expect(found && policyOf(found)?.version).toBe('2012-10-17');
  });

  it('what hangs on a bucket is a bucket policy, whatever it looks like', () => {
    const source = text`
      resource "huaweicloud_obs_bucket_policy" "open" {
        policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = ["*"], Resource = ["b/*"] }] })
      }
    `;
    expect(hcl(source)).toEqual(['OBS bucket policy']);
  });
});

it('a policy of another cloud beside one of ours is found with its address', () => {
  const own = { Version: '1.1', Statement: [{ Effect: 'Allow', Action: ['ecs:*:get'] }] };
  const other = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['kms:*'] }] };
  const found = roots(JSON.stringify({ own, clouds: { other: JSON.stringify(other) } }));
  expect(found.map((one) => [one.address, foreignPolicy(one)?.language])).toEqual([
    ['/own', undefined],
    ['/clouds/other', 'AWS'],
  ]);
});
