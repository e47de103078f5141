import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/calls/call.js';
import { resolveCall } from '../../../src/calls/resolve/resolve.js';
import { callOf, catalogOf } from '../catalog.js';

const ACTION = 'POST /v1/{project_id}/cloudservers/action';

const catalog = catalogOf([
  {
    id: 'ecs/batch-stop-servers',
    title: { 'zh-cn': '批量关闭云服务器', en: 'Stopping ECSs in a Batch' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:stop'],
  },
  {
    id: 'ecs/batch-reboot-servers',
    title: { 'zh-cn': '批量重启云服务器' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:reboot'],
  },
  {
    id: 'ecs/batch-start-servers',
    title: { 'zh-cn': '批量启动云服务器' },
    endpoints: [ACTION],
    actions: ['ecs:cloudServers:start'],
    discriminator: 'body: os-start',
  },
  {
    id: 'ecs/show-server',
    endpoints: ['GET /v1/{project_id}/cloudservers/{server_id}'],
    actions: ['ecs:cloudServers:showServer'],
  },
  {
    id: 'ecs/guess-server',
    endpoints: ['GET /v2/{project_id}/cloudservers/{server_id}'],
    actions: ['ecs:cloudServers:get'],
    doubts: [{ kind: 'repaired', confidence: 'doubtful', note: 'the path was broken over two lines' }],
  },
  {
    id: 'als/query-logs',
    endpoints: ['POST /v1/{project_id}/als/action'],
    discriminator: 'type = querylogs',
    actions: ['als:logs:query'],
  },
  {
    id: 'als/delete-logs',
    endpoints: ['POST /v1/{project_id}/als/action'],
    discriminator: 'type = deletelogs',
    actions: ['als:logs:delete'],
  },
  {
    id: 'evs/list-tags',
    endpoints: ['GET /v2/{project_id}/tags'],
    actions: ['evs:tags:list', 'evs:tags:get'],
  },
  {
    id: 'evs/list-all-tags',
    endpoints: ['GET /v2/{project_id}/tags'],
    actions: ['EVS:Tags:get', 'evs:tags:list'],
  },
  { id: 'evs/show-quota', endpoints: ['GET /v2/{project_id}/quotas'], actions: ['evs:quotas:get'] },
  { id: 'ims/show-quota', endpoints: ['GET /v2/{project_id}/quotas'], actions: ['ims:quotas:get'] },
  {
    id: 'obs/list-objects',
    title: { 'zh-cn': '列举桶内对象', en: 'Listing Objects' },
    actions: ['obs:bucket:ListBucket'],
  },
]);

function resolve(call: string | Partial<Call>): string {
  const resolution = resolveCall(callOf(call), catalog);
  if (resolution.status === 'resolved') return resolution.operation.id;
  return `${resolution.status}: ${(resolution.status === 'ambiguous' ? resolution.candidates.map(({ id }) => id) : resolution.near).join(', ')}`;
}

describe('an endpoint of several operations', () => {
  it('is ambiguous by itself and lists them all', () => {
    expect(resolve(ACTION)).toBe(
      'ambiguous: ecs/batch-reboot-servers, ecs/batch-start-servers, ecs/batch-stop-servers',
    );
  });

  it.each([
    ['its catalog id', 'ecs/batch-stop-servers', 'ecs/batch-stop-servers'],
    ['its id without the service', 'batch-stop-servers', 'ecs/batch-stop-servers'],
    ['its title', '批量关闭云服务器', 'ecs/batch-stop-servers'],
    [
      'its title in another language, case and spacing',
      'stopping  ECSs (in a batch)',
      'ecs/batch-stop-servers',
    ],
    ['what the body holds', 'os-start', 'ecs/batch-start-servers'],
    ['its action', 'ecs:cloudServers:reboot', 'ecs/batch-reboot-servers'],
    ["its action's last part", 'reboot', 'ecs/batch-reboot-servers'],
  ])('is told by %s', (_name, operation, expected) => {
    expect(resolve({ api: ACTION, operation })).toBe(expected);
  });

  it('is unknown by a name that none of them has', () => {
    expect(resolveCall(callOf({ api: ACTION, operation: 'delete' }), catalog)).toMatchObject({
      status: 'unknown',
      reason: 'the endpoint is known, but no operation "delete" on it',
      near: ['ecs/batch-reboot-servers', 'ecs/batch-start-servers', 'ecs/batch-stop-servers'],
    });
  });

  it('is told by its query', () => {
    expect(resolve('POST /v1/{project_id}/als/action?type=querylogs')).toBe('als/query-logs');
    expect(resolve('POST /v1/{project_id}/als/action?limit=1&type=deletelogs')).toBe('als/delete-logs');
    expect(resolve('POST /v1/{project_id}/als/action?limit=1')).toMatch(/^ambiguous/);
  });

  it('is told by its host', () => {
    expect(resolve('GET /v2/{project_id}/quotas')).toBe('ambiguous: evs/show-quota, ims/show-quota');
    expect(resolve('GET https://ims.eu-de.otc.t-systems.com/v2/{project_id}/quotas')).toBe('ims/show-quota');
    expect(resolve('GET https://gateway.example.com/v2/{project_id}/quotas')).toMatch(/^ambiguous/);
  });

  it('is one where all of them need the same, and says so', () => {
    expect(resolveCall(callOf('GET /v2/{project_id}/tags'), catalog)).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
      note: '2 operations fit and need the same: evs/list-all-tags and evs/list-tags',
    });
  });
});

describe('an operation alone', () => {
  it.each(['obs/list-objects', 'OBS/List-Objects', '列举桶内对象', 'listing objects'])(
    'is found as %s',
    (operation) => {
      expect(resolve({ operation })).toBe('obs/list-objects');
      expect(resolve(operation)).toBe('obs/list-objects');
    },
  );

  it('that is misspelt has near names', () => {
    expect(resolve({ operation: 'obs/list-objcts' })).toBe('unknown: obs/list-objects');
    expect(resolve({ operation: 'Listing Object' })).toBe('unknown: Listing Objects');
  });

  it('must not contradict the name beside it', () => {
    expect(resolve({ api: 'Listing Objects', operation: 'obs/list-objects' })).toBe('obs/list-objects');
    expect(resolve({ api: 'Listing Objects', operation: 'stop' })).toBe('unknown: obs/list-objects');
  });
});

describe('the confidence of a resolution', () => {
  it('is certain for a template and for values that look like identifiers', () => {
    expect(resolveCall(callOf('GET /v1/{project_id}/cloudservers/{id}'), catalog)).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
    });
    expect(resolveCall(callOf('GET /v1/0123abc/cloudservers/42'), catalog)).toMatchObject({
      status: 'resolved',
      confidence: 'certain',
    });
  });

  it('falls where a word stands for a parameter', () => {
    expect(resolveCall(callOf('GET /v1/0123abc/cloudservers/detial'), catalog)).toMatchObject({
      confidence: 'likely',
      note: 'read "detial" as the value of a parameter',
    });
  });

  it('is that of the row it rests on', () => {
    expect(resolveCall(callOf('GET /v2/{project_id}/cloudservers/{id}'), catalog)).toMatchObject({
      confidence: 'doubtful',
    });
  });
});

describe('an unknown endpoint', () => {
  it('is not the value of a parameter where the path has others', () => {
    expect(resolve('GET /v1/{project_id}/cloudservers/detial')).toMatch(/^unknown/);
    expect(resolve('GET /v1/{project_id}/cloudservers/42')).toBe('ecs/show-server');
  });

  it('names what is near and why it is unknown', () => {
    expect(resolveCall(callOf('PUT /v1/{project_id}/cloudservers/action'), catalog)).toMatchObject({
      status: 'unknown',
      near: [ACTION],
      reason: 'the catalog of huaweicloud knows no such endpoint',
    });
  });
});
