import { describe, expect, it } from 'vitest';
import { inferAccessLevel, isReadOnly, verbOf } from '../../src/policy/facts/access-level.js';
import {
  isAddress,
  isEveryAddress,
  isPrivateAddress,
  valueProblem,
} from '../../src/policy/grants/condition-form.js';
import { elementOf, ELEMENTS } from '../../src/policy/model/elements.js';
import { scopeOf, serviceMeantBy } from '../../src/policy/facts/service-scopes.js';

describe('the access level that a name suggests', () => {
  it.each([
    ['ecs:servers:list', 'list'],
    ['ecs:servers:get', 'read'],
    ['obs:object:GetObject', 'read'],
    ['obs:bucket:HeadBucket', 'read'],
    ['vpc:publicIps:update', 'write'],
    ['dli:queue:submit_job', 'write'],
    ['ecs:servers:setTags', 'tagging'],
    ['vpc:vpcTags:create', 'tagging'],
    ['vpc:vpcTags:get', 'read'],
    ['iam:agencies:createAgency', 'permission_management'],
    ['iam:users:listUsers', 'list'],
    ['obs:bucket:PutBucketPolicy', 'permission_management'],
    ['kms:grant:create', 'permission_management'],
    ['as:policies:create', 'write'],
    ['evs:recycle_policy:update', 'write'],
    ['elb:l7policies:create', 'write'],
    ['scm::deleteDomainMonitor', 'write'],
  ])('%s: %s', (action, level) => {
    expect(inferAccessLevel(action)).toBe(level);
  });

  it('rests on the first word of the operation', () => {
    expect(
      ['batchDeleteTags', 'GetBucketAcl', 'submit_job', 'list', 'ListAllMyBuckets', ''].map(verbOf),
    ).toEqual(['batch', 'get', 'submit', 'list', 'list', '']);
    expect(
      (['list', 'read', 'write', 'tagging', 'permission_management'] as const).filter(isReadOnly),
    ).toEqual(['list', 'read']);
  });
});

describe('services', () => {
  it('are global, of a project, both, or unknown', () => {
    expect(['OBS', 'ecs', 'scm', 'nosuch', 'constructor'].map((service) => scopeOf(service)?.scope)).toEqual([
      'global',
      'project',
      'both',
      undefined,
      undefined,
    ]);
  });

  it('have other names', () => {
    expect(['DEW', 'identity', 'ecs', 'toString'].map(serviceMeantBy)).toEqual([
      'kms',
      'iam',
      undefined,
      undefined,
    ]);
  });
});

describe('values of conditions', () => {
  it.each([
    ['number', '3600', true],
    ['number', '1e3', false],
    ['boolean', 'true', true],
    ['boolean', 'yes', false],
    ['null', 'false', true],
    ['date', '2012-11-11T23:59:59Z', true],
    ['date', '2023-02-29T00:00:00Z', false],
    ['date', '2024-02-29T00:00:00+08:00', true],
    ['date', '2024-01-01', false],
    ['ip', '192.0.2.1', true],
    ['ip', '192.0.2.0/24', true],
    ['ip', '192.0.2.0/33', false],
    ['ip', '192.0.2.256', false],
    ['ip', '2001:db8::/32', true],
    ['ip', '2001:db8::g', false],
    ['string', 'anything', true],
    ['ip', '${var.range}', true],
  ] as const)('%s %s', (type, value, fits) => {
    expect(valueProblem(type, value) === undefined).toBe(fits);
  });

  it('know private and unlimited ranges', () => {
    expect(
      ['10.0.0.0/8', '172.20.0.1', '172.32.0.1', '192.168.0.0/16', '8.8.8.8', 'fd00::1', '2001:db8::1'].map(
        isPrivateAddress,
      ),
    ).toEqual([true, true, false, true, false, true, false]);
    expect(['0.0.0.0/0', '::/0', '10.0.0.0/8'].map(isEveryAddress)).toEqual([true, true, false]);
    expect(isAddress('1.2.3.4/24/8')).toBe(false);
  });
});

describe('elements', () => {
  it('are found whatever their case, under their right name', () => {
    expect(elementOf('policy', 'statement', 'notaction')?.name).toBe('NotAction');
    expect(elementOf('policy', 'statement', 'Sid')).toBeUndefined();
    expect(elementOf('identity-policy', 'statement', 'Sid')?.presence).toBe('optional');
    expect(elementOf('role', 'statement', 'Condition')).toBeUndefined();
  });

  it('of one choice exclude each other', () => {
    for (const { statement } of Object.values(ELEMENTS))
      expect(
        statement.filter(({ presence }) => presence === 'one-of').every(({ group }) => group === 'action'),
      ).toBe(true);
  });
});
