import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSyntax, parsePolicyText } from '../../../src/policy/syntax/parse-policy.js';
import { reasonFor } from '../../../src/policy/model/recognise.js';
import { policyOf, recognise } from '../../../src/policy/model/view.js';
import { policy, root, roots } from '../plain.js';

const allow = { Effect: 'Allow', Action: ['ecs:servers:list'] };
const kind = (value: unknown): string => {
  const recognition = recognise(root(JSON.stringify(value)));
  return recognition.ok ? recognition.kind : reasonFor(recognition);
};

describe('every form of the policy language is recognised', () => {
  it.each([
    [
      'role',
      { Version: '1.0', Statement: [allow], Depends: [{ catalog: 'BASE', display_name: 'Tenant Guest' }] },
    ],
    ['role', { Statement: [allow], Depends: [] }],
    ['policy', { Version: '1.1', Statement: [allow] }],
    ['policy', { Version: 1.1, Statement: [allow] }],
    ['policy', { Version: '7', Statement: [allow] }],
    ['identity-policy', { Version: '5.0', Statement: [{ Effect: 'Allow', Action: ['*'] }] }],
    [
      'resource-policy',
      {
        Version: '5.0',
        Statement: [{ ...allow, Action: ['sts:agencies:assume'], Principal: { Service: ['service.OBS'] } }],
      },
    ],
    [
      'agency-policy',
      {
        Version: '1.1',
        Statement: [
          { Effect: 'Allow', Action: ['iam:agencies:assume'], Resource: { uri: ['/iam/agencies/1'] } },
        ],
      },
    ],
    [
      'bucket-policy',
      {
        Statement: [
          { Effect: 'Deny', Action: ['GetObject'], Principal: { ID: ['*'] }, Resource: ['examplebucket/*'] },
        ],
      },
    ],
    [
      'bucket-policy',
      {
        Version: '2008-10-17',
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::b/*'] },
        ],
      },
    ],
    [
      'topic-policy',
      {
        Version: '2016-09-07',
        Id: 'x',
        Statement: [
          {
            Sid: 'a',
            Effect: 'Allow',
            Principal: { CSP: ['urn:csp:iam::1:root'] },
            Action: ['SMN:Publish'],
            Resource: 'urn:smn:r:1:t',
          },
        ],
      },
    ],
  ])('%s', (expected, value) => {
    expect(kind(value)).toBe(expected);
  });

  it('a policy that is broken is one all the same', () => {
    expect(kind({ Version: '1.1', Statement: 'x' })).toBe('policy');
    expect(kind({ Version: '1.1', Statement: [] })).toBe('policy');
    expect(kind({ Version: '1.1' })).toBe('policy');
    expect(kind({ version: '1.1', statement: [{ effect: 'Allow', action: 'a:b:c' }] })).toBe('policy');
    expect(kind({ Version: '1.1', Statements: [allow] })).toBe('policy');
    expect(kind({ Statement: [{ Action: ['a:b:c'] }] })).toBe('policy');
    expect(kind({ Version: '2012-10-17', Statement: [allow] })).toBe('policy');
  });
});

describe('what is no policy is not judged', () => {
  it.each([
    ['package.json', { name: 'x', version: '1.1.0', dependencies: {} }, 'has no Statement'],
    ['a configuration with a version', { version: '1.1', rules: [] }, 'has no Statement'],
    [
      'a query',
      { Statement: 'SELECT 1' },
      'has a Statement, but neither a policy version nor an Effect or Action',
    ],
    [
      'statements of something else',
      { Statement: [{ sql: 'SELECT 1' }] },
      'has a Statement, but neither a policy version nor an Effect or Action',
    ],
    ['a list', [1], 'a list, not a policy'],
    ['a number', 1, 'a single value, not a policy'],
    [
      'a lone statement',
      allow,
      'a single statement without a policy around it; put it into the Statement of a policy',
    ],
    [
      'an AWS policy',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' }] },
      'a policy of AWS',
    ],
  ])('%s', (_, value, reason) => {
    expect(kind(value)).toBe(reason);
    expect(policyOf(root(JSON.stringify(value)))).toBeUndefined();
  });
});

describe('a policy inside something else is found with its address', () => {
  const inner = { Version: '1.1', Statement: [allow] };
  const addresses = (value: unknown): unknown =>
    roots(JSON.stringify(value)).map((found) => [found.address, policyOf(found)?.kind]);

  it.each([
    [
      'the body that creates a custom policy',
      { role: { display_name: 'x', type: 'AX', policy: inner } },
      [['role.policy', 'policy']],
    ],
    [
      'a list of roles',
      { roles: [{ policy: inner }, { policy: { ...inner, Version: '1.0' } }] },
      [
        ['roles[0].policy', 'policy'],
        ['roles[1].policy', 'role'],
      ],
    ],
    [
      'JSON inside a string',
      { policy_document: JSON.stringify({ ...inner, Version: '5.0' }) },
      [['policy_document', 'identity-policy']],
    ],
    [
      'several policies in a list',
      [inner, inner],
      [
        ['[0]', 'policy'],
        ['[1]', 'policy'],
      ],
    ],
    ['any name, at any depth', { a: { 'b/c': [{ settings: inner }] } }, [['/a/b~1c/0/settings', 'policy']]],
    [
      'JSON in a string below any name',
      { data: { 'reader.json': JSON.stringify(inner) } },
      [['/data/reader.json', 'policy']],
    ],
    [
      'the blocks of a Terraform resource, as Crossplane writes them',
      { spec: { forProvider: { statement: [{ effect: 'Allow', action: ['ecs:*:get'] }] } } },
      [['/spec/forProvider', 'policy']],
    ],
    [
      'the same, as Pulumi writes them',
      { properties: { statements: [{ effect: 'Allow', actions: ['ecs:*:get'] }] } },
      [['/properties', 'policy']],
    ],
    [
      'something that only has a statement of another kind',
      { statement: [{ effect: 'NoSchedule', key: 'a' }] },
      [[undefined, undefined]],
    ],
  ])('%s', (_, value, expected) => {
    expect(addresses(value)).toEqual(expected);
  });

  it('what was JSON inside a string has its own place in the string', () => {
    const text = JSON.stringify({ policy_document: JSON.stringify(inner) });
    const [found] = roots(text);
    const element = found && policyOf(found)?.statements[0]?.action?.items[0]?.node;
    expect(element).toMatchObject({ value: 'ecs:servers:list' });
    expect(text.slice(...(element?.range ?? [0, 0]))).toBe(String.raw`\"ecs:servers:list\"`);
  });
});

describe('the view of a policy', () => {
  it('reads a bare string as a list of one, and the agency form one level down', () => {
    const { statements } = policy({
      Version: '1.1',
      Statement: { Effect: 'allow', Action: 'a:b:c', Resource: { uri: ['/iam/agencies/1'] } },
    });
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      index: 0,
      effect: 'Allow',
      action: { array: undefined, items: [{ value: 'a:b:c' }] },
      resource: { array: undefined, items: [{ value: '/iam/agencies/1' }] },
    });
  });

  it('leaves out what is malformed', () => {
    const { version, statements } = policy({
      Version: 1.1,
      Statement: [{ Effect: ' Allow', Action: [1, 'a:b:c', null] }, 'x'],
    });
    expect(version).toBeUndefined();
    expect(statements).toMatchObject([{ effect: undefined, action: { items: [{ value: 'a:b:c' }] } }]);
  });

  it('reads conditions as operators, keys and values', () => {
    const condition = policy({
      Version: '1.1',
      Statement: [
        { ...allow, Condition: { StringEquals: { 'g:UserName': ['a', 'b'], 'g:ServiceName': 'x' } } },
      ],
    }).statements[0]?.condition;
    expect(
      condition?.operators.map(({ name, keys }) => [
        name,
        keys.map(({ key, values }) => [key, values.length]),
      ]),
    ).toEqual([
      [
        'StringEquals',
        [
          ['g:UserName', 2],
          ['g:ServiceName', 1],
        ],
      ],
    ]);
  });

  it('sees the members that it names, whatever their case', () => {
    const { statements, dependsMember } = policy({
      version: '1.1',
      DEPENDS: [],
      statements: [{ ...allow, SID: 'a', Principal: { ID: ['x'] }, notPRINCIPAL: { ID: ['y'] } }],
    });
    expect(dependsMember?.name.value).toBe('DEPENDS');
    expect(
      statements.map(({ sid, principalMember, notPrincipalMember }) => [
        sid?.value,
        principalMember?.name.value,
        notPrincipalMember?.name.value,
      ]),
    ).toEqual([['a', 'Principal', 'notPRINCIPAL']]);
  });

  it('takes nothing for an element that is none: numbers, objects, a Sid that is no text', () => {
    const [statement] = policy({
      Version: '1.1',
      Statement: [{ Effect: 'Allow', Sid: 1, Action: ['a:b:c', 1, null, { x: 'y' }], Resource: {} }],
    }).statements;
    expect(statement?.sid).toBeUndefined();
    expect([statement?.action?.items.map(({ value }) => value), statement?.action?.unknown]).toEqual([
      ['a:b:c'],
      [],
    ]);
    expect([statement?.resource?.items, statement?.resource?.unknown, statement?.resource?.array]).toEqual([
      [],
      [],
      undefined,
    ]);
    expect(
      policy({ Version: '1.1', Statement: [{ ...allow, Action: 'a:b:c' }] }).statements[0]?.action,
    ).toMatchObject({ array: undefined, items: [{ value: 'a:b:c' }] });
    expect(
      policy({ Version: '1.1', Statement: [{ ...allow, Action: ['a:b:c'] }] }).statements[0]?.action?.array,
    ).toBeDefined();
  });

  it('counts the last of several members with one name', () => {
    expect(policy('{"Version":"1.0","Version":"1.1","Statement":[]}').version).toBe('1.1');
  });
});

const folder = process.env['LINT_POLICIES_POLICIES'];
describe.skipIf(folder === undefined)('published policies (LINT_POLICIES_POLICIES)', () => {
  beforeAll(() => loadSyntax('yaml'));

  it('are all read without a crash, as JSON and as YAML, and what is valid JSON is recognised', () => {
    const files = readdirSync(folder ?? '', { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && entry.name !== 'manifest.tsv',
    );
    expect(files.length).toBeGreaterThan(100);
    for (const entry of files) {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      expect(() => parsePolicyText(text, { syntax: 'yaml' })).not.toThrow();
      const result = parsePolicyText(text, { syntax: 'json' });
      if (result.ok)
        expect(
          result.document.body.map((found) => recognise(found).ok),
          entry.name,
        ).toEqual([true]);
    }
  });
});
if (folder === undefined)
  it.skip('published policies are not read: LINT_POLICIES_POLICIES names no folder of them');
