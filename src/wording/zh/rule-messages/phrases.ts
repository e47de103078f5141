export const KINDS = `{kind, select,
  role {角色（Version 1.0）}
  policy {策略（Version 1.1）}
  agency-policy {委托策略}
  identity-policy {身份策略}
  resource-policy {资源策略}
  bucket-policy {桶策略}
  topic-policy {主题策略}}`;

export const FOUND = `{found, select,
  object {对象} list {列表} string {字符串} number {数字} Boolean {布尔值} null {null} expression {表达式}}`;

export const WHAT = `{what, select,
  version {版本} effect {Effect} action {授权项} resource {资源}
  condition operator {条件运算符} condition key {条件键} name {名称}}`;

export const PLACE = '{place, select, policy {策略} statement {语句} depends {“Depends”的条目}}';

export const NEAR = '{near, plural, =0 {请检查名称。} other {是否应为{near, list, or}？}}';

export const CALL = '{call}{others, plural, =0 {} other { 等 # 个其他调用}}';

export const SEEN = '{seen, select, true {{observed}} false {}}';
