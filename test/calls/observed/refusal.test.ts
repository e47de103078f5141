import { describe, expect, it } from 'vitest';
import { refusalsIn } from '../../../src/calls/observed/refusal.js';
import { text } from '../../text.js';

describe('what a refusal says', () => {
  it('an older body names the action, in JSON however it is escaped', () => {
    for (const body of [
      `{"error": {"message": "Policy doesn't allow ecs:cloudServers:create to be performed.", "code": "Ecs.0111"}}`,
      String.raw`{"error": {"message": "Policy doesn\u0027t allow ecs:cloudServers:create to be performed.", "code": "Ecs.0111"}}`,
      String.raw`msg="{\"error\": {\"message\": \"Policy doesn't allow ecs:cloudServers:create to be performed.\", \"code\": \"Ecs.0111\"}}"`,
    ])
      expect(refusalsIn(body)).toMatchObject([
        { line: 1, action: 'ecs:cloudServers:create', because: 'not-allowed', code: 'Ecs.0111' },
      ]);
  });

  it('an identity policy’s body names principal, resource and the kind of policy', () => {
    expect(
      refusalsIn(
        'User: sts::0123:assumed-agency:shop/i-1 is not authorized to perform action ecs:cloudServers:get on resource ecs:cn-north-5:0123:instance:9a because no identity-based policy allows the ecs:cloudServers:get action.',
      ),
    ).toMatchObject([
      {
        action: 'ecs:cloudServers:get',
        resource: 'ecs:cn-north-5:0123:instance:9a',
        principal: 'sts::0123:assumed-agency:shop/i-1',
        because: 'not-allowed',
        policyType: 'identity-based',
      },
    ]);
    expect(
      refusalsIn(
        'User: x is not authorized to perform: iam::createAccessKey on resource: iam::0123:user:x with an explicit deny in the service control policy.',
      ),
    ).toMatchObject([
      { action: 'iam::createAccessKey', because: 'explicit-deny', policyType: 'service control' },
    ]);
  });

  it('a log of Terraform names the call beside the body', () => {
    const log = text`
      huaweicloud_compute_instance.web: Creating...
      │ Error: error creating server: Expected HTTP response code [200 202] when accessing [POST https://ecs.cn-north-4.myhuaweicloud.com/v1.1/0f/cloudservers], but got 403 instead
      │ {"error":{"message":"Policy doesn't allow ecs:cloudServers:createServers to be performed.","code":"Ecs.0111"}}
      │
      │   with huaweicloud_compute_instance.web,
    `;
    expect(refusalsIn(log)).toMatchObject([
      {
        action: 'ecs:cloudServers:createServers',
        api: 'POST https://ecs.cn-north-4.myhuaweicloud.com/v1.1/0f/cloudservers',
      },
    ]);
  });

  it('an exception of an SDK, an access log, and a body of OBS that names no action', () => {
    expect(
      refusalsIn(
        "huaweicloudsdkcore.exceptions.exceptions.ClientRequestException: ClientRequestException - {status_code:403,request_id:6b,error_code:VPC.0010,error_msg:Policy doesn't allow vpc:vpcs:list to be performed.}",
      ),
    ).toMatchObject([{ action: 'vpc:vpcs:list', code: 'VPC.0010' }]);
    expect(
      refusalsIn('10.0.0.1 - - [01/Nov/2026:10:00:00 +0000] "GET /v1/0f/vpcs HTTP/1.1" 403 112'),
    ).toMatchObject([{ action: undefined, api: 'GET /v1/0f/vpcs' }]);
    expect(
      refusalsIn('<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'),
    ).toMatchObject([{ action: undefined, because: 'untold' }]);
  });

  it('in Chinese', () => {
    expect(refusalsIn('错误：您没有执行该操作的权限，缺少授权项 evs:volumes:create。')).toMatchObject([
      { action: 'evs:volumes:create' },
    ]);
    expect(refusalsIn('权限不足（HTTP 403）：obs:bucket:CreateBucket 被显式拒绝')).toMatchObject([
      { action: 'obs:bucket:CreateBucket', because: 'explicit-deny' },
    ]);
  });

  it('each is told once, and what is no refusal is none', () => {
    const line = "Policy doesn't allow ecs:cloudServers:list to be performed.";
    expect(refusalsIn(`${line}\n${line}\n`)).toHaveLength(1);
    expect(refusalsIn('2026-11-28T10:00:00Z listening on 10.0.0.1:443\nGET /v1/x 200')).toEqual([]);
  });

  it('time, addresses and resource names are no actions', () => {
    expect(refusalsIn('at 10:11:12 403 from ecs:cn-north-4:0123:instance:1')).toMatchObject([
      { action: undefined },
    ]);
  });

  it('stays linear in long lines', () => {
    // A search that tries every beginning again would not end within the time of a test.
    expect(refusalsIn(`403 ${'a:'.repeat(500_000)}\n${'GET '.repeat(200_000)}`)).toHaveLength(1);
  });
});
