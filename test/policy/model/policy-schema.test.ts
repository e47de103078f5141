import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { policyJsonSchema } from '../../../src/policy/model/policy-schema.js';

const validate = new Ajv2020({ strict: false }).compile(policyJsonSchema());
const allow = { Effect: 'Allow', Action: ['ecs:servers:list'] };

describe('the JSON Schema of a policy', () => {
  it.each<[string, unknown]>([
    [
      'a role',
      { Version: '1.0', Statement: [allow], Depends: [{ catalog: 'BASE', display_name: 'Tenant Guest' }] },
    ],
    [
      'a policy',
      {
        Version: '1.1',
        Statement: [
          {
            ...allow,
            Resource: ['*'],
            Condition: { stringEndWithIfExists: { 'g:UserName': ['x'] }, Bool: { 'g:MFAPresent': ['true'] } },
          },
          { Effect: 'Deny', NotAction: ['a:b:c'] },
        ],
      },
    ],
    [
      'the agency form',
      {
        Version: '1.1',
        Statement: [
          { Effect: 'Allow', Action: ['iam:agencies:assume'], Resource: { uri: ['/iam/agencies/1'] } },
        ],
      },
    ],
    [
      'an identity policy',
      {
        Version: '5.0',
        Statement: [
          {
            Sid: 'x',
            ...allow,
            NotResource: ['*'],
            Condition: { 'ForAnyValue:StringEquals': { 'g:TagKeys': ['a'] } },
          },
        ],
      },
    ],
    [
      'a trust policy',
      {
        Version: '5.0',
        Statement: [
          { Effect: 'Allow', Action: ['sts:agencies:assume'], Principal: { Service: ['service.OBS'] } },
        ],
      },
    ],
  ])('accepts %s', (_, value) => {
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no version', { Statement: [allow] }],
    ['another version', { Version: '1.2', Statement: [allow] }],
    ['no statement', { Version: '1.1', Statement: [] }],
    ['nine statements', { Version: '1.1', Statement: Array.from({ length: 9 }, () => allow) }],
    ['a Sid in 1.1', { Version: '1.1', Statement: [{ Sid: 'x', ...allow }] }],
    ['Depends in 1.1', { Version: '1.1', Statement: [allow], Depends: [] }],
    ['Action and NotAction', { Version: '5.0', Statement: [{ ...allow, NotAction: ['a:b:c'] }] }],
    ['neither', { Version: '5.0', Statement: [{ Effect: 'Allow' }] }],
    [
      'Resource and NotResource',
      { Version: '5.0', Statement: [{ ...allow, Resource: ['*'], NotResource: ['*'] }] },
    ],
    [
      'a Condition in a role',
      { Version: '1.0', Statement: [{ ...allow, Condition: { Bool: { 'g:MFAPresent': ['true'] } } }] },
    ],
    [
      'an unknown operator',
      { Version: '1.1', Statement: [{ ...allow, Condition: { StringIs: { 'g:UserName': ['x'] } } }] },
    ],
    ['another effect', { Version: '1.1', Statement: [{ ...allow, Effect: 'Permit' }] }],
  ])('refuses %s', (_, value) => {
    expect(validate(value)).toBe(false);
  });
});
