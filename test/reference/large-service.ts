import type { Operation, ServiceCatalog } from '../../src/catalog/model/model.js';

const VERBS = [
  ['查询', 'Querying'],
  ['创建', 'Creating'],
  ['删除', 'Deleting'],
  ['更新', 'Modifying'],
  ['批量启动', 'Starting in batches'],
] as const;
const THINGS = [
  ['弹性云服务器', 'ECSs', 'cloudservers'],
  ['云硬盘快照', 'EVS disk snapshots', 'snapshots'],
  ['安全组规则', 'security group rules', 'security-group-rules'],
  ['负载均衡器监听器', 'load balancer listeners', 'listeners'],
  ['备份策略', 'backup policies', 'backup-policies'],
] as const;
const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'POST'] as const;

/** A service of a size and with names, paths and dependencies as real ones have them; no two operations share an endpoint. */
export function largeService(cloud: string, service: string, size: number): ServiceCatalog {
  const operations = Array.from({ length: size }, (_, index): Operation => {
    const [zh, en] = VERBS[index % VERBS.length] ?? VERBS[0];
    const [zhThing, enThing, path] = THINGS[Math.floor(index / VERBS.length) % THINGS.length] ?? THINGS[0];
    return {
      id: `${service}/${en.toLowerCase().replaceAll(' ', '-')}-${path}-${index}`,
      title: { 'zh-cn': `${zh}${zhThing}${index}`, en: `${en} ${enThing} ${index}` },
      endpoints: [
        `${METHODS[index % METHODS.length] ?? 'GET'} /v2/{project_id}/${service}/${path}/{id}/part${index}`,
      ],
      actions: [`${service}:${path}:operate${Math.floor(index / 3)}`],
      dependent_actions: index % 3 === 0 ? ['vpc:ports:get'] : [],
      scenarios: [],
      scope: { project: true, enterprise_project: index % 2 === 0 },
      sources: [
        {
          page: `huaweicloudDocs/${service}/cn.zh-cn/API参考/${path}.md`,
          table: 1,
          row: index + 1,
          line: 10 + index,
          sha256: '0'.repeat(64),
        },
      ],
    };
  });
  return { schema: 1, cloud, service, operations, actions: [] };
}
