import type { Sentences } from '../../speaker.js';

const MEANS = `{means, select,
      write-policies {编写策略} grant-to-group {向用户组授权} grant-to-user {向用户授权} grant-to-agency {向委托授权}
      fill-group {将用户加入用户组} let-others-act {让他人代表账号操作} create-keys {创建其他用户的访问密钥}
      set-passwords {设置其他用户的密码} admit-users {接入其他身份提供商的用户}}`;

const GAINS = `{gains, select,
  act-as-agency {以委托的身份操作，拥有其全部权限}
  grant-itself {给自己授予任何权限}
  be-another-user {以其他用户的身份登录}
  add-a-user {添加权限任选的用户}}`;

export const danger: Readonly<Record<string, Sentences>> = {
  'allow-not-action': {
    allowed:
      '带 NotAction 的 Allow 会允许其余所有授权项，包括将来新增的服务；请在 Action 中列出所需的授权项。',
  },
  'allow-not-resource': {
    allowed:
      '带 NotResource 的 Allow 会涉及其余所有资源，包括将来新建的资源；请在 Resource 中列出所需的资源。',
  },
  'broad-ip-range': {
    every: '“{range}”包含所有地址；请写出所指的地址。',
    broad: '“{range}”放行的地址过多；请使用 /{prefix} 或更小的网段。',
  },
  'broad-resource': {
    broad: '“{action}”对所有资源生效；请在 Resource 中列出所指的 {types, list, plain or} 类型的资源。',
  },
  'for-all-values-alone': {
    alone: '仅用“{operator}”时，不带“{key}”的请求也会满足；请为该条件键加上值为“false”的“Null”。',
    add: '要求“{key}”必须存在。',
  },
  'escalation-path': {
    open: `{steps, list, plain}：合在一起，拥有者可以${GAINS}；请去掉其中一步，或写明它的用途。`,
    guarded: `{steps, list, plain}：合在一起，在满足策略的条件时，拥有者可以${GAINS}；请检查没有拥有者满足全部条件。`,
  },
  'full-wildcard': { everything: '“{pattern}”允许所有服务的所有授权项；请列出所需的授权项。' },
  'negated-condition': {
    negated: 'Allow 中的“{operator}”会放行“{key}”除所列之外的所有值；请列出允许的值，或将其他值写入 Deny。',
  },
  'pass-any-agency': {
    action: '“{action}”对所有委托生效；请在 Resource 中写明所指的委托。',
    resource: '“{resource}”使“{action}”对所有委托生效；请写明所指的委托。',
    notResource: 'NotResource 使“{action}”对其余所有委托生效；请在 Resource 中写明所指的委托。',
    notAction: '带 NotAction 的 Allow 使“{action}”对所有委托生效；请将其加入 NotAction，或写明所指的委托。',
  },
  'privilege-escalation': {
    literal: `拥有“{action}”者可以${MEANS}；请只放在管理员的策略中。`,
    wildcard: `“{action}”包含“{example}”，拥有者可以${MEANS}；请逐个列出授权项。`,
  },
  'public-principal': {
    everybody: '“{principal}”放行任何人；请写明所指的账号、用户或服务。',
    others: 'Allow 中的 NotPrincipal 放行其余所有人；请在 Principal 中写明所指的对象。',
  },
  'service-wildcard': {
    service: '“{pattern}”允许 {service} 的所有授权项；请列出所需的授权项。',
    read: '只允许读取：{patterns, list}。',
  },
  'unguarded-sensitive-action': {
    literal: '“{action}”未加限制地被允许；请添加条件，例如使用“{key}”。',
    wildcard: '“{action}”未加限制地允许{sensitive, list, 1}；请添加条件，例如使用“{key}”。',
  },
  'wildcard-permissions': {
    known:
      '“{pattern}”包含 {count, plural, other {#}} 个权限管理授权项：{examples, list, 3}；请逐个列出授权项。',
    unknown: '从名称看，“{pattern}”包含权限管理授权项；请逐个列出授权项。',
    expand: '替换为它所代表的 {count, plural, other {#}} 个授权项。',
  },
  'wildcard-service-name': {
    services: '“{pattern}”的服务名使用了通配，会涉及将来新增的服务；请为每个所指的服务单独写一项。',
  },
  'wildcard-write': {
    known: '“{pattern}”包含 {count, plural, other {#}} 个写类授权项：{examples, list, 3}；请逐个列出授权项。',
    unknown: '从名称看，“{pattern}”包含写类授权项；请逐个列出授权项。',
    expand: '替换为它所代表的 {count, plural, other {#}} 个授权项。',
  },
};
