import { describe, expect, it } from 'vitest';
import { findEndpoints, readEndpoints } from '../../../src/extract/cells/endpoints.js';
import { cellOf } from '../read.js';

const read = (html: string) => readEndpoints(cellOf(html));

describe('endpoints of a cell', () => {
  it.each([
    [
      'a line each',
      'GET /v2/{project_id}/servers<br>GET /v2.1/{project_id}/servers',
      ['GET /v2/{project_id}/servers', 'GET /v2.1/{project_id}/servers'],
    ],
    [
      'the method on a line of its own',
      '<p>POST</p><p>/v1/{project_id}/instances;</p><p>PUT</p><p>/v1/{project_id}/instances;</p>',
      ['POST /v1/{project_id}/instances', 'PUT /v1/{project_id}/instances'],
    ],
    [
      'several methods before one path',
      'POST,PUT,DELETE<br>/v1/{id}/eip',
      ['POST /v1/{id}/eip', 'PUT /v1/{id}/eip', 'DELETE /v1/{id}/eip'],
    ],
    [
      'several paths after one method',
      '<p>GET</p><p>/v1/{id}/channels;</p><p>/v1/{id}/members;</p>',
      ['GET /v1/{id}/channels', 'GET /v1/{id}/members'],
    ],
    ['a query', 'GET /v1/{project_id}/backups?id={id}&limit={limit}', ['GET /v1/{project_id}/backups']],
    ['a query template', 'GET /v3/groups{?domain_id,name}', ['GET /v3/groups']],
    [
      'a query template with blanks',
      'GET /v2/{project_id}/policy{? a, b ,c}',
      ['GET /v2/{project_id}/policy'],
    ],
    [
      'prose right behind',
      'POST /v1.0/{project_id}/jobs/submit-job，SQL语句调用',
      ['POST /v1.0/{project_id}/jobs/submit-job'],
    ],
    [
      'prose without a break',
      'POST /v1/cloudimages/{image_id}/file导出镜像前',
      ['POST /v1/cloudimages/{image_id}/file'],
    ],
    [
      'a colon in a segment',
      'GET /v2/reverse/floatingips/{region}:{floatingip_id}',
      ['GET /v2/reverse/floatingips/{region}:{floatingip_id}'],
    ],
    [
      'parameters with a colon',
      'POST /v1.0/:x_project_id/job/:job_id',
      ['POST /v1.0/{x_project_id}/job/{job_id}'],
    ],
    ['parameters in angle brackets', 'GET /v1/&lt;project_id&gt;/servers', ['GET /v1/{project_id}/servers']],
    [
      'a whole address',
      'PUT https://{Endpoint}/v3/{project_id}/instances',
      ['PUT /v3/{project_id}/instances'],
    ],
    ['the root', 'GET /', ['GET /']],
    ['a method in mixed case', 'Get /v1.0/{project_id}/types', ['GET /v1.0/{project_id}/types']],
    ['method and path glued', 'POST/v3/{project_id}/instances', ['POST /v3/{project_id}/instances']],
  ])('%s', (_, html, endpoints) => {
    expect(read(html).endpoints).toEqual(endpoints);
    expect(read(html).doubts).toEqual([]);
  });

  it.each([
    ['the method twice', 'POST POST /v2/{id}/signs', ['POST /v2/{id}/signs']],
    ['no slash', 'GET v3.0/OS-USER/users', ['GET /v3.0/OS-USER/users']],
    [
      'no slash behind a parameter',
      'GET /v1/{project_id}/jobs/{job_id}versions/{version_id}',
      ['GET /v1/{project_id}/jobs/{job_id}/versions/{version_id}'],
    ],
    ['no slash after the version', 'POST /v1{project_id}/servers', ['POST /v1/{project_id}/servers']],
    ['an opening brace missing', 'POST /v1/project_id}/servers', ['POST /v1/{project_id}/servers']],
    ['a closing brace missing', 'POST /v3/{project_id/vaults', ['POST /v3/{project_id}/vaults']],
    ['a brace too many', 'GET /v1/{project_id}}/servers', ['GET /v1/{project_id}/servers']],
    ['double braces', 'PUT /v1.0/{{project_id}}/authorization', ['PUT /v1.0/{project_id}/authorization']],
    [
      'blanks in a parameter',
      'POST /v1.0/{project_id}/kms/{ key_id }/tags',
      ['POST /v1.0/{project_id}/kms/{key_id}/tags'],
    ],
    [
      'a blank in the path',
      'GET /v2/{project_id}/elb/ certificates/{certificate_id}',
      ['GET /v2/{project_id}/elb/certificates/{certificate_id}'],
    ],
    [
      'a blank before a slash',
      'GET /v2/{project_id}/elb/l7policies /{ l7policy_id}',
      ['GET /v2/{project_id}/elb/l7policies/{l7policy_id}'],
    ],
    ['broken over lines', 'POST /v1/<br>{project_id}/clusters', ['POST /v1/{project_id}/clusters']],
  ])('mended: %s', (_, html, endpoints) => {
    expect(read(html).endpoints).toEqual(endpoints);
    expect(read(html).doubts.length).toBeGreaterThan(0);
    for (const doubt of read(html).doubts)
      expect(doubt).toMatchObject({ kind: 'repaired', was: expect.any(String) as string });
  });

  it.each([
    ['POST /v2/{id}/action<br>action="os-extend"', 'action = os-extend'],
    ['POST /v2/{id}/action (body: os-start)', 'body = os-start'],
    ['POST /v2/{id}/action {"os-stop": null}', 'action = os-stop'],
    ['PUT /v1/services/{id} (with statuses in the request body)', 'with statuses in the request body'],
  ])('%s is told apart by %s', (html, discriminator) => {
    expect(read(html).discriminator).toBe(discriminator);
  });

  it.each(['×', '-', 'x', '无', '仅支持Console，API方式不支持', 'Console引用'])('"%s" is no API', (html) => {
    expect(read(html)).toEqual({ endpoints: [], paths: [], doubts: [] });
  });

  it('takes a name for a name, although it begins with a method', () => {
    expect(read('PUT上传<br>POST上传')).toMatchObject({ endpoints: [], apiName: 'PUT上传 POST上传' });
  });

  it('keeps a path without a method apart', () => {
    expect(read('/api/*')).toMatchObject({ endpoints: [], paths: ['/api/*'] });
  });

  it('finds an endpoint in running text', () => {
    expect(findEndpoints('GET /v1/{project_id}/servers')).toEqual(['GET /v1/{project_id}/servers']);
  });
});
