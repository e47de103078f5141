import type { UnknownNode } from '../model/ast.js';
import type { Element, Policy, Statement } from '../model/policy.js';

/** A policy under the name that its workload calls it by. */
export interface NamedPolicy {
  readonly id: string;
  readonly policy: Policy;
}

/** Why a statement applies to some requests only. */
export type Limit =
  /** It has a Condition. */
  | 'condition'
  /** Its Resource or NotResource leaves something out. */
  | 'resource'
  /** A part that decides is only known at run time. */
  | 'unknown-part';

/** Where a policy allows or denies: an element of `Action`, or the whole statement for `NotAction`. */
export interface Site {
  readonly policy: NamedPolicy;
  readonly statement: Statement;
  /** Undefined for `NotAction`, and for a part of `Action` that is only known at run time. */
  readonly element: Element | undefined;
  readonly unknown?: UnknownNode;
  /** Empty where it applies to every request for the action. */
  readonly limits: readonly Limit[];
}

export type Outcome = 'allowed' | 'denied' | 'conditional' | 'not-granted';

export interface Decision {
  readonly outcome: Outcome;
  /** Every place that allows the action, limited or not. */
  readonly allows: readonly Site[];
  readonly denies: readonly Site[];
  /** What a conditional outcome depends on; empty otherwise. */
  readonly why: readonly (Limit | 'conditional-deny')[];
}

/** One allowing part of a policy, as written. */
export interface Grant {
  readonly site: Site;
  /** The action or wildcard as written; `NotAction` for one; the source text of a part known only at run time. */
  readonly pattern: string;
  readonly kind: 'literal' | 'wildcard' | 'not-action' | 'unknown';
  /** Whether it allows an action, limits aside. */
  readonly covers: (action: string) => boolean;
}

/**
 * Generations of policies and of the names of actions in them: `1.1` stands for roles and policies, `5.0` for identity
 * policies.
 */
export type Generation = '1.1' | '5.0';

/** Names of one permission, by the policies in which they stand for it. */
export interface PermissionNames extends Readonly<Record<Generation, readonly string[]>> {
  /** Types of the resources that identity policies can narrow it to (`ecs:instance`), if any. */
  readonly resourceTypes: readonly string[];
}

/** The generation of a policy, and of the names that count in it. */
export function generationOf({ kind }: Policy): Generation {
  return kind === 'identity-policy' ? '5.0' : '1.1';
}
