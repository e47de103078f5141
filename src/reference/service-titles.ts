import type { Title } from '../catalog/model/model.js';

/**
 * What services are called, where the catalog does not say: the names on the clouds' own product pages
 * (support.huaweicloud.com, docs.otc.t-systems.com).
 */
const SERVICE_NAMES: Readonly<Record<string, Title>> = {
  aom: { 'zh-cn': '应用运维管理', en: 'Application Operations Management' },
  apig: { 'zh-cn': 'API网关', en: 'API Gateway' },
  as: { 'zh-cn': '弹性伸缩', en: 'Auto Scaling' },
  bms: { 'zh-cn': '裸金属服务器', en: 'Bare Metal Server' },
  cbr: { 'zh-cn': '云备份', en: 'Cloud Backup and Recovery' },
  cce: { 'zh-cn': '云容器引擎', en: 'Cloud Container Engine' },
  cci: { 'zh-cn': '云容器实例', en: 'Cloud Container Instance' },
  cdn: { 'zh-cn': '内容分发网络', en: 'Content Delivery Network' },
  ces: { 'zh-cn': '云监控服务', en: 'Cloud Eye' },
  css: { 'zh-cn': '云搜索服务', en: 'Cloud Search Service' },
  cts: { 'zh-cn': '云审计服务', en: 'Cloud Trace Service' },
  dcaas: { 'zh-cn': '云专线', en: 'Direct Connect' },
  dcs: { 'zh-cn': '分布式缓存服务', en: 'Distributed Cache Service' },
  dds: { 'zh-cn': '文档数据库服务', en: 'Document Database Service' },
  deh: { 'zh-cn': '专属主机', en: 'Dedicated Host' },
  dli: { 'zh-cn': '数据湖探索', en: 'Data Lake Insight' },
  dms: { 'zh-cn': '分布式消息服务', en: 'Distributed Message Service' },
  dns: { 'zh-cn': '云解析服务', en: 'Domain Name Service' },
  drs: { 'zh-cn': '数据复制服务', en: 'Data Replication Service' },
  dss: { 'zh-cn': '专属分布式存储服务', en: 'Dedicated Distributed Storage Service' },
  dws: { 'zh-cn': '数据仓库服务', en: 'Data Warehouse Service' },
  ecs: { 'zh-cn': '弹性云服务器', en: 'Elastic Cloud Server' },
  eip: { 'zh-cn': '弹性公网IP', en: 'Elastic IP' },
  elb: { 'zh-cn': '弹性负载均衡', en: 'Elastic Load Balance' },
  eps: { 'zh-cn': '企业项目管理服务', en: 'Enterprise Project Management Service' },
  er: { 'zh-cn': '企业路由器', en: 'Enterprise Router' },
  evs: { 'zh-cn': '云硬盘', en: 'Elastic Volume Service' },
  functiongraph: { 'zh-cn': '函数工作流', en: 'FunctionGraph' },
  gaussdb: { 'zh-cn': '云数据库GaussDB', en: 'GaussDB' },
  hilens: { 'zh-cn': '华为HiLens', en: 'HiLens' },
  hss: { 'zh-cn': '主机安全服务', en: 'Host Security Service' },
  iam: { 'zh-cn': '统一身份认证服务', en: 'Identity and Access Management' },
  ims: { 'zh-cn': '镜像服务', en: 'Image Management Service' },
  kms: { 'zh-cn': '密钥管理服务', en: 'Key Management Service' },
  lts: { 'zh-cn': '云日志服务', en: 'Log Tank Service' },
  modelarts: { 'zh-cn': 'AI开发平台ModelArts', en: 'ModelArts' },
  mrs: { 'zh-cn': 'MapReduce服务', en: 'MapReduce Service' },
  nat: { 'zh-cn': 'NAT网关', en: 'NAT Gateway' },
  obs: { 'zh-cn': '对象存储服务', en: 'Object Storage Service' },
  rds: { 'zh-cn': '云数据库RDS', en: 'Relational Database Service' },
  rms: { 'zh-cn': '资源管理服务', en: 'Resource Management Service' },
  scm: { 'zh-cn': 'SSL证书管理', en: 'SSL Certificate Manager' },
  sdrs: { 'zh-cn': '存储容灾服务', en: 'Storage Disaster Recovery Service' },
  sfs: { 'zh-cn': '弹性文件服务', en: 'Scalable File Service' },
  sfsturbo: { 'zh-cn': '高性能弹性文件服务', en: 'SFS Turbo' },
  smn: { 'zh-cn': '消息通知服务', en: 'Simple Message Notification' },
  swr: { 'zh-cn': '容器镜像服务', en: 'SoftWare Repository for Container' },
  tms: { 'zh-cn': '标签管理服务', en: 'Tag Management Service' },
  vpc: { 'zh-cn': '虚拟私有云', en: 'Virtual Private Cloud' },
  vpcep: { 'zh-cn': 'VPC终端节点', en: 'VPC Endpoint' },
  vpn: { 'zh-cn': '虚拟专用网络', en: 'Virtual Private Network' },
  waf: { 'zh-cn': 'Web应用防火墙', en: 'Web Application Firewall' },
};

/** A service's name; undefined where neither the catalog nor this table knows one. */
export function serviceTitle(service: string, title: Title | undefined): Title | undefined {
  return title ?? (Object.hasOwn(SERVICE_NAMES, service) ? SERVICE_NAMES[service] : undefined);
}
