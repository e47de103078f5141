/** What `explain` says of actions, operations, SDK operations, Terraform types, and of all else that can be looked up. */
export const en = {
  nothingAsked: `nothing to explain; name an action ("ecs:cloudServers:stop") or an endpoint
    ("GET /v1/'{project_id}'/cloudservers/detail")`,
  noCatalog: 'there is no catalog here; expected <cloud>/<service>.yaml below it',

  // Without an answer.
  unknown: `No catalog knows {kind, select,
    endpoint {this endpoint}
    action {this action}
    pattern {an action that this stands for}
    operation {an operation of this id or title}
    sdk {what this SDK operation calls}
    terraform {what this Terraform type calls; calls are known for the types of the providers "huaweicloud" and
      "opentelekomcloud"}}.`,
  noEndpoint: 'This is no endpoint: {complaint}.',
  didYouMean: 'Did you mean',

  // Free words, and what is neither an action nor an operation.
  foundKind: `{kind, select, api {API} action {action} service {service} resource {resource type} key {condition key}
    terraform {Terraform type} rule {rule}}`,
  needsActions: 'needs {actions, list, plain}',
  andMore: 'and {more, plural, one {# more} other {# more}}: name more of what you look for',
  askByName: `for all that is known of one: lint-policies explain "{name}"`,
  globalKey: `a global condition key, of every service: {type}{several, select, one {} several { (several values)}}, in
    policies of {versions, list, plain}`,
  serviceSize: `{operations, plural, one {# operation} other {# operations}} · {actions, plural,
    one {# action} other {# actions}}`,
  narrowedByKey: `narrows {actions, plural, =0 {no action that is known} one {# action} other {# actions}}`,
  narrowedToType: `{actions, plural, =0 {no action is known to be narrowed to it} one {# action can be narrowed to it}
    other {# actions can be narrowed to it}}`,
  actions: 'actions',

  // What is asked of.
  sdkCalls: '{by} calls {endpoint}',
  mayCall: `What the provider may call for it ({kinds, list, plain}): an upper bound, a plan rarely needs all of it.`,
  resource: 'resource',
  dataSource: 'data source',
  standsFor: 'stands for {count, plural, one {# action} other {# actions}}',
  several: `{count, plural, one {# operation} other {# operations}}; a call must say which one it means`,
  upperBound: `may call {operations, plural,
    one {# documented operation, which needs} other {# documented operations, which need}}
    {actions, plural, one {# action} other {# actions}}`,

  // An action.
  formerName: 'a former name',
  former: `{former}: last documented {date}; {replaced, plural,
    =0 {the documentation does not say what replaced it} other {today {replaced, list, plain}}}`,
  neededBy: `{count, plural,
    =0 {no API is known to need it} one {needed by # operation} other {needed by # operations}}`,
  withoutApi: 'without an API',
  version: 'Version {version}',
  required: '{type} (required)',
  need: `{as, select, action {as its own action} dependency {as a dependency}}{by, select,
    name {} pattern {, through {pattern}}}{in, select, always {} scenario {, when {scenario}}}`,
  needByAlias: '{need}, in identity policies, as {alias}',

  // Labels, before what they name.
  policies: 'policies',
  aliases: 'aliases',
  aliasOf: 'stands for',
  resources: 'resources',
  conditions: 'conditions',
  scope: 'scope',
  endpoints: 'endpoints',
  toldBy: 'told by',
  needs: 'needs',
  allNeeds: 'all needs',
  notKnown: 'not known',
  identity: 'identity',
  either: 'either',
  or: 'or',
  when: 'when',
  from: 'from',

  // What stands behind them.
  dependency: '{name} (dependency)',
  noPermission: 'no permission',
  notSaid: 'not said',
  scopeName: `{scope, select,
    project {IAM project} enterprise_project {enterprise project} resource {single resources} tag {tags}}`,
  scopes: `{yes, list, plain}`,
  notScopes: `not {no, list, plain}`,
  scopesButNot: `{yes, list, plain}; not {no, list, plain}`,
  place: '{page}, table {table}, row {row} (line {line})',
  doubt: `{note}{kind, select, plain {} says { (it says {was})} was { (was: {was})}}{at, select,
    nowhere {} page {: {page}, row {row}}}`,
} as const;
