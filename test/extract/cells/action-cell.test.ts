import { describe, expect, it } from 'vitest';
import { readActions } from '../../../src/extract/cells/action-cell.js';
import { cellOf } from '../read.js';

const services = new Set(['ecs', 'vpc', 'evs', 'ims']);
const read = (html: string) => readActions(cellOf(html), services);
const flat = (html: string) => read(html).groups.flatMap((group) => group.actions);

describe('actions of a cell', () => {
  it.each([
    ['one', 'ecs:servers:list', ['ecs:servers:list']],
    ['paragraphs', '<p>ecs:servers:list</p><p>ecs:servers:get</p>', ['ecs:servers:list', 'ecs:servers:get']],
    [
      'several lists, nested',
      '<ul><li>ecs:servers:list<ul><li>vpc:ports:get</li></ul></li></ul><ul><li>evs:volumes:use</li></ul>',
      ['ecs:servers:list', 'vpc:ports:get', 'evs:volumes:use'],
    ],
    ['quoted, with commas', '"dws:*:get*",<br>"dws:*:list*"，', ['dws:*:get*', 'dws:*:list*']],
    [
      'with slashes and full-width separators',
      'ecs:servers:list/ecs:servers:get、vpc:ports:get；evs:volumes:get',
      ['ecs:servers:list', 'ecs:servers:get', 'vpc:ports:get', 'evs:volumes:get'],
    ],
    [
      'in capitals and mixed case, as written',
      'CCI:network:Create<br>FunctionGraph:function:invoke',
      ['CCI:network:Create', 'FunctionGraph:function:invoke'],
    ],
    ['in code and bold', '<code>ecs:<strong>servers</strong>:list</code>', ['ecs:servers:list']],
    ['without a resource type', 'sts::setSourceIdentity', ['sts::setSourceIdentity']],
    [
      'with what each is for behind it',
      'ecs:servers:list: querying<br>ecs:servers:get (querying one)',
      ['ecs:servers:list', 'ecs:servers:get'],
    ],
    ['with a sentence behind them', 'kms:cmk:get<br>KMS Administrator', ['kms:cmk:get']],
  ])('%s', (_, html, actions) => {
    expect(flat(html)).toEqual(actions);
    expect(read(html).doubts.filter((doubt) => doubt.kind === 'repaired')).toEqual([]);
  });

  it.each([
    ['blanks inside', 'elb: l7policies:get', ['elb:l7policies:get']],
    [
      'blanks before the operation',
      'FunctionGraph:trigger: listTriggers',
      ['FunctionGraph:trigger:listTriggers'],
    ],
    ['full-width colons', 'ecs：servers：list', ['ecs:servers:list']],
    [
      'glued, the service is known',
      'ims:images:getims:images:update',
      ['ims:images:get', 'ims:images:update'],
    ],
    [
      'glued, the operation is a verb',
      'CCI:pod:Createelb:loadbalancers:create',
      ['CCI:pod:Create', 'elb:loadbalancers:create'],
    ],
    ['broken behind a colon', 'ecs:servers:<br>list', ['ecs:servers:list']],
    ['a label glued to it', '弹性EIPecs:cloudServers:create', ['ecs:cloudServers:create']],
  ])('mended: %s', (_, html, actions) => {
    expect(flat(html)).toEqual(actions);
    expect(read(html).doubts).toMatchObject([{ kind: 'repaired' }]);
    expect(read(html).doubts[0]?.was).toBeTruthy();
  });

  it.each([
    ['a resource pattern of five parts', 'obs:*:*:bucket:*'],
    ['two parts', 's3:GetObject'],
    ['a time', '10:20:30'],
    ['a time format', 'YYYY-MM-DDTHH:MM:SS'],
    ['an address', 'http://example.com:80/a:b'],
  ])('takes no action out of %s', (_, html) => {
    expect(flat(html)).toEqual([]);
  });

  it.each([
    ['-', 'blank'],
    ['×', 'blank'],
    ['', 'blank'],
    ['N/A', 'blank'],
    ['无需授权', 'none'],
    ['无', 'none'],
    ['None', 'none'],
    ['No permission required.', 'none'],
    ['Included in the Tenant Guest permissions.', 'prose'],
  ])('"%s" says %s', (html, says) => {
    expect(read(html).says).toBe(says);
  });

  it('keeps labels with either colon, on the line or above it', () => {
    const groups = [
      { label: '云硬盘', actions: ['evs:volumes:get'] },
      { label: '备份', actions: ['evs:backups:get'] },
    ];
    expect(read('云硬盘：evs:volumes:get<br>备份:evs:backups:get').groups).toEqual(groups);
    expect(
      read(
        '<ul><li>云硬盘<ul><li>evs:volumes:get</li></ul></li><li>备份<ul><li>evs:backups:get</li></ul></li></ul>',
      ).groups,
    ).toEqual(groups);
  });

  it.each([
    '1. ecs:servers:list 2. ecs:servers:get',
    'ecs:servers:list<br>KMS Administrator<br>ecs:servers:get',
    'ecs:servers:list and ecs:servers:get',
  ])('takes neither numbers nor roles nor "and" for labels: %s', (html) => {
    expect(read(html).groups).toEqual([{ label: '', actions: ['ecs:servers:list', 'ecs:servers:get'] }]);
  });

  it('leaves what a note names aside', () => {
    expect(flat('ims:images:copy<br>说明：<br>obs:object:GetObject')).toEqual(['ims:images:copy']);
  });
});
