import type { PolicyKind } from './policy.js';

/** What a value may be; `string` for a list of one is what only some kinds take. */
export type ElementType = 'string' | 'array' | 'object';

export interface ElementSpec {
  readonly name: string;
  /** `one-of`: exactly one of the elements with the same `group` has to stand. */
  readonly presence: 'required' | 'optional' | 'one-of';
  /** Elements of one group exclude each other. */
  readonly group?: string;
  readonly types: readonly ElementType[];
  readonly source: string;
}

export interface ElementTable {
  readonly policy: readonly ElementSpec[];
  readonly statement: readonly ElementSpec[];
}

const SYNTAX = 'huaweicloudDocs/iam 用户指南/策略语法.md';
const ROLE = 'huaweicloudDocs/iam 用户指南/角色.md';
const CREATE = 'huaweicloudDocs/iam API参考/创建云服务自定义策略.md';
const AGENCY = 'huaweicloudDocs/iam API参考/创建委托自定义策略.md';
const ERRORS = 'huaweicloudDocs/iam API参考/错误码.md';
const IDENTITY = 'support.huaweicloud.com usermanual-iam5 iam_01_1289 (JSON Element Reference)';
const TRUST = 'terraform-provider-huaweicloud docs/incubating/identity_trust_agency.md';

const version = (source: string): ElementSpec => ({
  name: 'Version',
  presence: 'required',
  types: ['string'],
  source,
});
const statement = (source: string): ElementSpec => ({
  name: 'Statement',
  presence: 'required',
  types: ['array'],
  source,
});
const effect = (source: string): ElementSpec => ({
  name: 'Effect',
  presence: 'required',
  types: ['string'],
  source,
});
const action = (source: string): ElementSpec => ({
  name: 'Action',
  presence: 'one-of',
  group: 'action',
  types: ['array'],
  source,
});
/** IAM.1031: not together with Action; IAM.1030: an array. */
const notAction = (source: string): ElementSpec => ({
  name: 'NotAction',
  presence: 'one-of',
  group: 'action',
  types: ['array'],
  source,
});
const sid: ElementSpec = { name: 'Sid', presence: 'optional', types: ['string'], source: IDENTITY };
const resource = (types: readonly ElementType[], source: string): ElementSpec => ({
  name: 'Resource',
  presence: 'optional',
  group: 'resource',
  types,
  source,
});
const notResource: ElementSpec = {
  name: 'NotResource',
  presence: 'optional',
  group: 'resource',
  types: ['array'],
  source: IDENTITY,
};
const condition = (source: string): ElementSpec => ({
  name: 'Condition',
  presence: 'optional',
  types: ['object'],
  source,
});
const principal = (presence: 'required' | 'optional', source: string): ElementSpec => ({
  name: 'Principal',
  presence,
  group: 'principal',
  types: ['object', 'string'],
  source,
});
const notPrincipal = (source: string): ElementSpec => ({
  name: 'NotPrincipal',
  presence: 'optional',
  group: 'principal',
  types: ['object', 'string'],
  source,
});

/** Which elements each kind of policy has. Names are exact: another case is a misspelling (IAM.1059 refuses unknown keys). */
export const ELEMENTS: Readonly<Record<PolicyKind, ElementTable>> = {
  role: {
    policy: [
      version(ROLE),
      statement(ROLE),
      { name: 'Depends', presence: 'optional', types: ['array'], source: ROLE },
    ],
    // IAM.1039: roles take no Condition. Nothing says that they take a Resource, and examples on the web have one.
    statement: [effect(ROLE), action(ROLE), notAction(ERRORS), resource(['array', 'object'], ERRORS)],
  },
  policy: {
    policy: [version(SYNTAX), statement(SYNTAX)],
    statement: [
      effect(SYNTAX),
      action(SYNTAX),
      notAction(ERRORS),
      resource(['array', 'object'], CREATE),
      condition(SYNTAX),
    ],
  },
  'agency-policy': {
    policy: [version(AGENCY), statement(AGENCY)],
    statement: [
      effect(AGENCY),
      { ...action(AGENCY), presence: 'required' },
      { ...resource(['object'], AGENCY), presence: 'required' },
    ],
  },
  'identity-policy': {
    policy: [version(IDENTITY), statement(IDENTITY)],
    statement: [
      sid,
      effect(IDENTITY),
      action(IDENTITY),
      notAction(IDENTITY),
      resource(['array'], IDENTITY),
      notResource,
      condition(IDENTITY),
    ],
  },
  'resource-policy': {
    policy: [version(TRUST), statement(TRUST)],
    statement: [
      sid,
      effect(TRUST),
      principal('required', IDENTITY),
      action(TRUST),
      notAction(IDENTITY),
      resource(['array'], IDENTITY),
      notResource,
      condition(IDENTITY),
    ],
  },
  // Not judged: named here so that nothing in them is called unknown.
  'bucket-policy': {
    policy: [
      { ...version('OBS API reference, bucket policy'), presence: 'optional' },
      statement('OBS API reference, bucket policy'),
      { name: 'Id', presence: 'optional', types: ['string'], source: 'OBS API reference, bucket policy' },
    ],
    statement: [
      sid,
      effect('OBS API reference, bucket policy'),
      principal('optional', 'OBS API reference, bucket policy'),
      notPrincipal('OBS API reference, bucket policy'),
      action('OBS API reference, bucket policy'),
      notAction('OBS API reference, bucket policy'),
      resource(['array', 'string'], 'OBS API reference, bucket policy'),
      { ...notResource, types: ['array', 'string'] },
      condition('OBS API reference, bucket policy'),
    ],
  },
  'topic-policy': {
    policy: [
      version('SMN API reference, topic policy'),
      statement('SMN API reference, topic policy'),
      { name: 'Id', presence: 'optional', types: ['string'], source: 'SMN API reference, topic policy' },
    ],
    statement: [
      sid,
      effect('SMN API reference, topic policy'),
      principal('optional', 'SMN API reference, topic policy'),
      notPrincipal('SMN API reference, topic policy'),
      action('SMN API reference, topic policy'),
      notAction('SMN API reference, topic policy'),
      resource(['array', 'string'], 'SMN API reference, topic policy'),
      condition('SMN API reference, topic policy'),
    ],
  },
};

/** The specification of an element by its name, whatever its case; compare `name` to see whether it is spelled right. */
export function elementOf(
  kind: PolicyKind,
  level: keyof ElementTable,
  name: string,
): ElementSpec | undefined {
  const wanted = name.toLowerCase();
  return ELEMENTS[kind][level].find((element) => element.name.toLowerCase() === wanted);
}

/** The value of Version that each kind has; undefined where the grammar is not ours. */
export const VERSIONS: Readonly<Record<PolicyKind, string | undefined>> = {
  role: '1.0',
  policy: '1.1',
  'agency-policy': '1.1',
  'identity-policy': '5.0',
  'resource-policy': '5.0',
  'bucket-policy': undefined,
  'topic-policy': undefined,
};

/** Keys of an entry of Depends (角色.md). */
export const DEPENDS_KEYS = ['catalog', 'display_name'] as const;

export const EFFECTS = ['Allow', 'Deny'] as const;

/** The only action of the agency form (创建委托自定义策略.md); tokens:assume is what the console of an older version wrote. */
export const AGENCY_ACTIONS = ['iam:agencies:assume', 'iam:tokens:assume'] as const;
