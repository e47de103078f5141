import type {
  ArrayNode,
  MemberNode,
  ObjectNode,
  RootNode,
  StringNode,
  UnknownNode,
  ValueNode,
} from './ast.js';

/**
 * A policy as its own grammar reads it: a view over the tree, each part with the node it stands in. The view never
 * judges; what is malformed is simply absent here and left to the rules. Names of elements are read whatever their case
 * (`statement` is a probable misspelling of `Statement`), and of several members with one name the last counts.
 */
export type PolicyKind =
  /** Version 1.0: a system role, may carry `Depends`. */
  | 'role'
  /** Version 1.1: a fine-grained policy. */
  | 'policy'
  /** Version 5.0: an identity policy (also a service control policy). */
  | 'identity-policy'
  /** Version 5.0 with `Principal`: a trust policy or an endpoint policy. */
  | 'resource-policy'
  /** The agency form: `iam:agencies:assume` with `Resource: { uri: [...] }`. */
  | 'agency-policy'
  /** Another grammar that lives in the same files: recognised and named, not judged as IAM. */
  | 'bucket-policy'
  | 'topic-policy';

export interface Policy {
  readonly kind: PolicyKind;
  readonly root: RootNode;
  readonly node: ObjectNode;
  /** As written; undefined where it is missing or no string. */
  readonly version: string | undefined;
  readonly versionMember: MemberNode | undefined;
  readonly statementMember: MemberNode | undefined;
  readonly statements: readonly Statement[];
  /** Statements that are only known at run time. */
  readonly unknown: readonly UnknownNode[];
  readonly dependsMember: MemberNode | undefined;
}

export type Effect = 'Allow' | 'Deny';

export interface Statement {
  readonly node: ObjectNode;
  /** 0-based position in the policy. */
  readonly index: number;
  readonly sid: StringNode | undefined;
  /** Undefined where it is missing or neither of the two (any case is read). */
  readonly effect: Effect | undefined;
  readonly effectMember: MemberNode | undefined;
  readonly action: Elements | undefined;
  readonly notAction: Elements | undefined;
  readonly resource: Elements | undefined;
  readonly notResource: Elements | undefined;
  readonly condition: Condition | undefined;
  readonly principalMember: MemberNode | undefined;
  readonly notPrincipalMember: MemberNode | undefined;
}

/** A list of strings: `Action`, `Resource` and their negations; a bare string counts as a list of one. */
export interface Elements {
  readonly member: MemberNode;
  /** Undefined where the value is a bare string, an object (agency form) or something else. */
  readonly array: ArrayNode | undefined;
  readonly items: readonly Element[];
  /** Parts of the list that are only known at run time. */
  readonly unknown: readonly UnknownNode[];
}

export interface Element {
  readonly value: string;
  readonly node: StringNode;
}

export interface Condition {
  readonly member: MemberNode;
  readonly operators: readonly ConditionOperator[];
}

export interface ConditionOperator {
  readonly member: MemberNode;
  /** As written, with its quantifier and `IfExists`. */
  readonly name: string;
  readonly keys: readonly ConditionEntry[];
}

export interface ConditionEntry {
  readonly member: MemberNode;
  readonly key: string;
  readonly values: readonly ValueNode[];
}
