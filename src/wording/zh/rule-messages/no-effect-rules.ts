import type { Sentences } from '../../speaker.js';

export const noEffect: Readonly<Record<string, Sentences>> = {
  'action-case': { case: '“{action}”在文档中写作“{documented}”；请按文档书写。' },
  'condition-key-not-supported': {
    none: '该语句的授权项都不支持条件键“{key}”，因此没有请求会带有它；请使用这些授权项支持的条件键。',
    some: '“{action}”不支持条件键“{key}”，因此其请求不会带有它；请将该授权项移到单独的语句中。',
  },
  'duplicate-action': { duplicate: '“{action}”已在第 {line} 行的同一列表中；请在此删除。' },
  'duplicate-sid': { duplicate: '第 {line} 行的语句已使用 Sid“{sid}”；请换一个名称。' },
  'empty-list': {
    statement: '策略没有语句；请添加。',
    action: '“{element}”为空；请列出授权项，或删除该语句。',
    resource: '“{element}”为空；请列出资源，或删除“{element}”。',
    condition: '条件“{element}”为空；请填写或删除。',
    values: '“{element}”没有值；请列出一个。',
  },
  'empty-sid': { empty: 'Sid 为空；请为语句命名，或删除 Sid。' },
  'ineffective-allow': {
    denied:
      '“{action}”在此被允许，又被第 {line} 行的“{by}”拒绝，Deny 优先；请在此删除，或将其从 Deny 中去掉。',
    remove: '从 Allow 中删除“{action}”。',
  },
  'ineffective-scope': {
    scope:
      '“{action}”在{place, select, projects {项目} enterprise projects {企业项目}}的策略中不生效；请在其他范围的策略中授予。',
  },
  'ineffective-wildcard': {
    none: '“{pattern}”不匹配 {service} 文档中的{count, plural, one {唯一一个授权项} other {任何授权项（共 # 个）}}；请更正或删除。',
  },
  'mixed-scope': {
    mixed: `“{action}”属于{scope, select, global {全局服务} project-level {项目级服务}} {service}，与
      {otherScope, select, global {全局服务} project-level {项目级服务}} {other} 写在一起；请分成两个策略。`,
    keep: '此处只保留{scope, select, global {全局} project-level {项目级}}服务，其余移到单独的策略中。',
  },
  'obs-mixed': {
    mixed: `“{action}”与“{other}”写在一起，只会在 OBS 鉴权的两个范围之一生效；请将 OBS 放入单独的策略：
      一个授予全局项目，一个授予其他项目。`,
    obs: '此处只保留 OBS。',
    others: '此处只保留其他服务。',
  },
  'private-source-ip': {
    private:
      '“{address}”是私网地址，“{key}”不会是私网地址；请写公网地址，或使用“g:VpcSourceIp”，经由 VPC 终端节点的请求带有它。',
    rename: '使用“g:VpcSourceIp”。',
  },
  'redundant-action': { redundant: '第 {line} 行的“{by}”已包含“{action}”；请在此删除。' },
  'redundant-condition-value': { redundant: '“{by}”已包含“{key}”的值“{value}”；请删除。' },
  'redundant-resource': { redundant: '第 {line} 行的“{by}”已包含“{resource}”；请在此删除。' },
  'redundant-statement': {
    redundant: `该语句所{effect, select, Allow {允许} Deny {拒绝}}的内容，已由第 {lines, list, plain} 行的语句
      {effect, select, Allow {允许} Deny {拒绝}}{lines, plural, other {}}；请删除。`,
  },
  'resource-not-supported': {
    service: '服务 {service} 不支持按资源授权；请删除“{element}”。',
    action: '“{action}”不能限定到资源；请将其移到没有“{element}”的语句中。',
    remove: '删除“{element}”，授权项将对所有资源生效。',
  },
  'resource-type-mismatch': {
    resource: '该语句的授权项都不接受“{type}”类型的资源；请写{types, list, or}类型的资源。',
    action: '此处没有“{action}”可以接受的资源；请在 Resource 中添加{types, list, or}类型的资源。',
  },
};
