import type { PolicyKind } from './policy.js';

/**
 * The elements that a policy is made of. Sources: user guide 策略语法 and API reference 创建云服务自定义策略 (1.0, 1.1),
 * 创建委托自定义策略 (agency form), usermanual-iam5 iam_01_1289 “JSON Element Reference” (5.0).
 */
export interface PolicyElement {
  readonly name: string;
  /** The kinds that must have it; `choice` names the element that may stand in its place. */
  readonly requiredIn: readonly PolicyKind[];
  readonly choice?: string;
  readonly shape: ElementShape;
}

export type ElementShape =
  /** A string. */
  | 'string'
  /** A list of strings. */
  | 'strings'
  /** A list of objects. */
  | 'objects'
  /** An object. */
  | 'object'
  /** A list of strings, or an object: the agency form writes `{ "uri": [...] }`. */
  | 'resources'
  /** Anything: who a policy speaks of is another rule's. */
  | 'any';

const EVERY_KIND: readonly PolicyKind[] = ['role', 'policy', 'identity-policy', 'resource-policy', 'agency-policy'];

export const POLICY_ELEMENTS: readonly PolicyElement[] = [
  { name: 'Version', requiredIn: EVERY_KIND, shape: 'string' },
  { name: 'Statement', requiredIn: EVERY_KIND, shape: 'objects' },
  { name: 'Depends', requiredIn: [], shape: 'objects' },
];

export const STATEMENT_ELEMENTS: readonly PolicyElement[] = [
  { name: 'Sid', requiredIn: [], shape: 'string' },
  { name: 'Effect', requiredIn: EVERY_KIND, shape: 'string' },
  { name: 'Principal', requiredIn: [], shape: 'any' },
  { name: 'NotPrincipal', requiredIn: [], shape: 'any' },
  { name: 'Action', requiredIn: EVERY_KIND, choice: 'NotAction', shape: 'strings' },
  { name: 'NotAction', requiredIn: [], shape: 'strings' },
  // In a resource policy it is left out: the policy hangs at its resource.
  { name: 'Resource', requiredIn: ['agency-policy'], choice: 'NotResource', shape: 'resources' },
  { name: 'NotResource', requiredIn: [], shape: 'resources' },
  { name: 'Condition', requiredIn: [], shape: 'object' },
];

/** The members of an entry of `Depends`. Source: user guide 角色. */
export const DEPENDS_ELEMENTS: readonly PolicyElement[] = [
  { name: 'catalog', requiredIn: EVERY_KIND, shape: 'string' },
  { name: 'display_name', requiredIn: EVERY_KIND, shape: 'string' },
];

/** Elements of which a statement has only one. Sources: API reference 错误码 IAM.1031; iam_01_1289. */
export const EXCLUSIVE_ELEMENTS: readonly (readonly [string, string])[] = [['Action', 'NotAction'], ['Resource', 'NotResource'], ['Principal', 'NotPrincipal']];

export const EFFECTS = ['Allow', 'Deny'] as const;

/** The versions of the language: role, policy, identity policy. */
export const VERSIONS = ['1.0', '1.1', '5.0'] as const;
