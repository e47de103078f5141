import { describe, expect, it } from 'vitest';
import { judge } from '../../src/analysis/judge.js';
import type { Verdict } from '../../src/analysis/verdict.js';
import { parseManifest } from '../../src/calls/manifest/manifest.js';
import { resolveCall } from '../../src/calls/resolve/resolve.js';
import { catalogOf } from '../calls/catalog.js';
import { text } from '../text.js';
import type { StatementSketch } from './workload.js';
import { policyFrom } from './workload.js';

const catalog = catalogOf(
  [
    { id: 'obs/get-object', actions: ['obs:object:GetObject'] },
    { id: 'obs/list-objects', actions: ['obs:bucket:ListBucket'] },
    {
      id: 'ecs/attach',
      endpoints: ['POST /v1/attach'],
      actions: ['ecs:servers:attach'],
      dependent_actions: ['evs:volumes:use', 'ecs:servers:get'],
    },
  ],
  [
    {
      service: 'obs',
      condition_keys: [{ key: 'obs:prefix', value_type: 'string' }],
    },
  ],
);

function verdictOf(manifest: string, statements: readonly StatementSketch[], version = '1.1'): Verdict {
  const { manifest: read, problems } = parseManifest(manifest, 'app.apis.yaml');
  expect(problems).toEqual([]);
  return judge({
    catalog,
    policies: [policyFrom(statements, 'app.json', version)],
    calls: read.calls.map((call) => resolveCall(call, catalog)),
  });
}

const GET = { Effect: 'Allow', Action: ['obs:object:GetObject'] };
const REPORTS = ['obs:*:*:object:reports/*'];

function getFrom(resource: string, more = ''): string {
  return `apis:\n  - { operation: obs/get-object, resource: "${resource}"${more} }\n`;
}

describe('a call that names what it is about', () => {
  it('is granted where the policy allows exactly that, and its confidence is that of the resource', () => {
    const verdict = verdictOf(getFrom('obs:*:*:object:reports/*'), [{ ...GET, Resource: REPORTS }]);
    expect(verdict.calls[0]?.status).toBe('granted');
    expect(verdict.conditional).toEqual([]);
    const denied = verdictOf(
      text`
        apis:
          - operation: obs/get-object
            resource: { urn: "obs:*:*:object:other/*", confidence: likely }
      `,
      [{ ...GET, Resource: REPORTS }],
    );
    expect(denied.missing).toMatchObject([{ confidence: 'likely' }]);
  });

  it('is missing for a request that the policy does not reach, and says which', () => {
    const { missing } = verdictOf(
      text`
        apis:
          - operation: obs/get-object
            resource: ["obs:*:*:object:reports/*", "obs:*:*:object:inbox/new"]
      `,
      [{ ...GET, Resource: REPORTS }],
    );
    expect(missing).toMatchObject([
      {
        action: 'obs:object:GetObject',
        request: { action: 'obs:object:GetObject' },
        elsewhere: [{ statement: { effect: 'Allow' } }],
      },
    ]);
    expect(missing[0]?.request?.resource).toMatch(/^obs:.*:object:inbox\/new$/);
  });

  it('is denied where a Deny names some of it', () => {
    const deny = { Effect: 'Deny', Action: ['obs:object:*'], Resource: ['obs:*:*:object:reports/secret/*'] };
    const { denied } = verdictOf(getFrom('obs:*:*:object:reports/*'), [GET, deny]);
    expect(denied[0]?.request?.resource).toMatch(/:object:reports\/secret\//);
    const elsewhere = verdictOf(getFrom('obs:*:*:object:reports/public/*'), [GET, deny]);
    expect(elsewhere.calls[0]?.status).toBe('granted');
  });

  it('takes several statements together: what one leaves out another may hold', () => {
    const { calls } = verdictOf(getFrom('obs:*:*:object:reports/*'), [
      { ...GET, Resource: ['obs:*:*:object:reports/a*'] },
      { ...GET, NotResource: ['obs:*:*:object:reports/a*'] },
    ]);
    expect(calls[0]?.status).toBe('granted');
  });

  it('says nothing of actions on other types of resources, nor of what it depends on in other services', () => {
    const list = { Effect: 'Allow', Action: ['obs:bucket:ListBucket'], Resource: ['obs:*:*:bucket:reports'] };
    const { conditional } = verdictOf(
      'apis: [{ operation: obs/list-objects, resource: "obs:*:*:object:reports/*" }]',
      [list],
    );
    expect(conditional).toMatchObject([{ action: 'obs:bucket:ListBucket', why: ['resource'] }]);
    const attach = verdictOf(
      'apis: [{ api: POST /v1/attach, resource: "ecs:*:*:instance:web" }]',
      ['ecs:servers:attach', 'ecs:servers:get']
        .map((action) => ({
          Effect: 'Allow',
          Action: [action],
          Resource: ['ecs:*:*:instance:web'],
        }))
        .concat({ Effect: 'Allow', Action: ['evs:volumes:use'], Resource: ['evs:*:*:volume:data'] }),
    );
    // Whether a dependency of a type that nobody tells is on that very resource, the call does not say.
    expect(attach.conditional.map(({ action }) => action).sort()).toEqual([
      'ecs:servers:get',
      'evs:volumes:use',
    ]);
  });
});

describe('a call that says what is known of its context', () => {
  const from = (condition: object) => [{ ...GET, Condition: condition }];

  it('takes an address with a prefix for every address of it', () => {
    const office = from({ IpAddress: { 'g:SourceIp': ['10.0.0.0/8'] } });
    const inside = getFrom('*', ', context: { g:SourceIp: 10.2.0.0/16 }');
    expect(verdictOf(inside, office).calls[0]?.status).toBe('granted');
    const partly = verdictOf(
      getFrom('*', ', context: { g:SourceIp: [10.2.0.0/16, 192.168.0.0/30] }'),
      office,
    );
    expect(partly.missing[0]?.request?.context.get('g:sourceip')?.[0]).toMatch(/^192\.168\.0\.[0-3]$/);
    const wider = verdictOf(getFrom('*', ', context: { g:SourceIp: 8.0.0.0/6 }'), office);
    expect(wider.missing[0]?.request?.context.get('g:sourceip')?.[0]).toMatch(/^(?:8|9|11)\./);
  });

  it.each([
    ['a number', { NumberLessThan: { 'obs:max-keys': ['100'] } }, 'obs:max-keys: 50', 'obs:max-keys: 500'],
    [
      'a date',
      { DateLessThan: { 'g:CurrentTime': ['2030-01-01T00:00:00Z'] } },
      'g:CurrentTime: 2029-06-01T00:00:00Z',
      'g:CurrentTime: 2031-06-01T00:00:00Z',
    ],
    ['a Boolean', { Bool: { 'g:MFAPresent': ['true'] } }, 'g:MFAPresent: true', 'g:MFAPresent: false'],
    ['a text', { StringMatch: { 'obs:prefix': ['inbox/*'] } }, 'obs:prefix: inbox/', 'obs:prefix: outbox/'],
    [
      'a key of several values at once',
      { 'ForAllValues:StringEquals': { 'g:TagKeys': ['team', 'owner'] } },
      'g:TagKeys: [team, owner]',
      'g:TagKeys: [team, cost]',
    ],
  ])('decides %s', (_, condition, fits, fails) => {
    expect(verdictOf(getFrom('*', `, context: { ${fits} }`), from(condition)).calls[0]?.status).toBe(
      'granted',
    );
    expect(verdictOf(getFrom('*', `, context: { ${fails} }`), from(condition)).missing).toMatchObject([
      { action: 'obs:object:GetObject' },
    ]);
  });

  it('stays conditional only for keys of which it says nothing, and names them', () => {
    const both = from({ Bool: { 'g:MFAPresent': ['true'] }, StringEquals: { 'g:UserName': ['ann'] } });
    const { conditional } = verdictOf(getFrom('*', ', context: { g:MFAPresent: true }'), both);
    expect(conditional).toMatchObject([{ why: ['condition'], keys: ['g:username'] }]);
    const refused = verdictOf(getFrom('*', ', context: { g:MFAPresent: false }'), both);
    expect(refused.missing).toHaveLength(1);
  });

  it('does not take the key of one service for a key of another', () => {
    const { conditional } = verdictOf('apis: [{ api: POST /v1/attach, context: { obs:prefix: inbox/ } }]', [
      {
        Effect: 'Allow',
        Action: ['ecs:servers:attach'],
        Condition: { StringEquals: { 'obs:prefix': ['inbox/'] } },
      },
      { Effect: 'Allow', Action: ['ecs:servers:get', 'evs:volumes:use'] },
    ]);
    expect(conditional).toMatchObject([{ action: 'ecs:servers:attach' }]);
  });

  it('is undecided where only a run tells, and says so', () => {
    const { conditional } = verdictOf(getFrom('obs:*:*:object:reports/*'), [
      { ...GET, Resource: ['obs:*:*:object:${bucket}/*'] },
    ]);
    expect(conditional).toMatchObject([{ why: ['unknown-part'] }]);
  });
});

it('keeps two entries of one call apart by what they are about', () => {
  const { calls } = verdictOf(
    text`
      apis:
        - { operation: obs/get-object, resource: "obs:*:*:object:reports/*" }
        - { operation: obs/get-object, resource: "obs:*:*:object:inbox/*" }
    `,
    [{ ...GET, Resource: REPORTS }],
  );
  expect(calls.map(({ status }) => status)).toEqual(['granted', 'missing']);
});
