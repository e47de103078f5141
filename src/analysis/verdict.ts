import type { Call, Resolution, UnreadCalls } from '../calls/call.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Confidence, Operation, Source } from '../catalog/model/model.js';
import type { UnknownNode } from '../policy/model/ast.js';
import type { Generation } from '../policy/grants/decision.js';
import type { Request } from '../policy/requests/request.js';
import type { Element, Policy, Statement } from '../policy/model/policy.js';

export type { Request } from '../policy/requests/request.js';

/** What is judged together: a manifest's calls against its policies. Plain data, no files. */
export interface Workload {
  readonly catalog: Catalog;
  readonly policies: readonly WorkloadPolicy[];
  readonly calls: readonly Resolution[];
  /** What limits the policies (service control policies and their like): each must allow a request too. They grant nothing. */
  readonly boundaries?: readonly WorkloadPolicy[];
  /** Those that cannot be read, by the names that the manifest gives them: what is granted may be stopped by them. */
  readonly unreadBoundaries?: readonly string[];
  /** What makes further calls that nobody read: a grant that they may need is no excess. */
  readonly unread?: readonly Pick<UnreadCalls, 'client' | 'service'>[];
}

/** `id` is what a manifest and a report call the policy: `app.json`, `main.tf#huaweicloud_identity_role.ops`. */
export interface WorkloadPolicy {
  readonly id: string;
  readonly policy: Policy;
}

/** Where a policy allows or denies: an element of `Action`, or the whole statement for `NotAction`. */
export interface GrantSite {
  readonly policy: WorkloadPolicy;
  readonly statement: Statement;
  readonly element: Element | undefined;
  /** What stands there and is only known at run time. */
  readonly unknown?: UnknownNode;
}

/** Why an action is needed: the call, the operation, and the row of the documentation. */
export interface Because {
  readonly call: Call;
  readonly operation: Operation;
  readonly as: 'action' | 'dependency';
  readonly scenario: string | undefined;
  readonly source: Source | undefined;
  readonly confidence: Confidence;
}

/** Needed and not granted by any policy of the workload. */
export interface Missing {
  readonly action: string;
  /** Of the policies that would grant it by this name. */
  readonly generation: Generation;
  readonly as: 'action' | 'dependency';
  /** Only calls that may happen need it (`possible: true`). */
  readonly possible: boolean;
  /** One of the requests that the calls say they make and that is not granted; absent where none for the action is. */
  readonly request?: Request;
  /** Where other requests for the action are granted; there with `request`. */
  readonly elsewhere?: readonly GrantSite[];
  readonly confidence: Confidence;
  readonly because: readonly Because[];
}

/** A boundary that stops what the policies grant. */
export interface Stop {
  readonly boundary: WorkloadPolicy;
  /** It denies it, or allows other things only. */
  readonly how: 'denied' | 'not-allowed';
  /** Where it denies it. */
  readonly sites: readonly GrantSite[];
}

/** Needed, and a policy of the workload denies it without a condition. */
export interface Denied {
  readonly action: string;
  readonly generation: Generation;
  readonly by: readonly GrantSite[];
  /** Boundaries that stop it, where the policies themselves grant it; absent where these deny it. */
  readonly stops?: readonly Stop[];
  /** One of the requests that the calls say they make and that is denied; absent where all for the action are. */
  readonly request?: Request;
  readonly confidence: Confidence;
  readonly because: readonly Because[];
}

/** Needed, and whether it is granted depends on the request. */
export interface Conditional {
  readonly action: string;
  readonly generation: Generation;
  readonly why: readonly ('condition' | 'resource' | 'conditional-deny' | 'unknown-part')[];
  readonly sites: readonly GrantSite[];
  /** Condition keys that decide and that the calls do not speak of, though they say something of their requests. */
  readonly keys?: readonly string[];
  readonly confidence: Confidence;
  readonly because: readonly Because[];
}

/** Granted, and no declared call needs it. */
export interface Excess {
  readonly site: GrantSite;
  /** The action or wildcard as written; `NotAction` where the statement has no `Action`. */
  readonly pattern: string;
  readonly kind: 'literal' | 'wildcard' | 'not-action';
  /** Catalog actions that it grants today, catalog spelling, sorted. */
  readonly grants: readonly string[];
  /** Those of them that declared calls need. */
  readonly needed: readonly string[];
  readonly confidence: Confidence;
}

/** What could not be judged, and why. Never clean and never an error by guess. */
export type Unproven =
  | {
      readonly kind: 'unknown-api' | 'ambiguous-api' | 'unread-boundary' | 'role-depends';
      readonly resolution: Resolution;
      readonly reason: string;
    }
  | {
      readonly kind: 'unknown-service' | 'unknown-part';
      readonly site: GrantSite;
      readonly pattern: string;
      readonly reason: string;
    }
  /** No call that is known needs it, and one that is not may. */
  | {
      readonly kind: 'possible-need';
      readonly site: GrantSite;
      readonly pattern: string;
      readonly reason: string;
    };

export type CallStatus = 'granted' | 'missing' | 'denied' | 'conditional' | 'unproven' | 'no-permission';

/** One declared call with what it needs and how that stands. */
export interface JudgedCall {
  readonly resolution: Resolution;
  readonly status: CallStatus;
  /** The authorization that decides, and whose names the needs bear; undefined where it is not known what is needed. */
  readonly generation: Generation | undefined;
  /** The scenario the needs are those of (the nearest to being met), where the operation has several. */
  readonly scenario: string | undefined;
  readonly needs: readonly JudgedNeed[];
  /** What is needed besides when a case arises, which the call alone does not tell; the status does not count it. */
  readonly cases: readonly JudgedCase[];
}

export interface JudgedNeed {
  readonly action: string;
  readonly as: 'action' | 'dependency';
  /** Differs from the call's where the other authorization denies it. */
  readonly generation: Generation;
  readonly status: Exclude<CallStatus, 'unproven' | 'no-permission'>;
}

/** A case of an operation, in the documentation's words. */
export interface JudgedCase {
  readonly scenario: string;
  readonly needs: readonly JudgedNeed[];
}

export interface Verdict {
  readonly calls: readonly JudgedCall[];
  readonly missing: readonly Missing[];
  readonly denied: readonly Denied[];
  readonly conditional: readonly Conditional[];
  readonly excess: readonly Excess[];
  /** What would be in excess, if a Deny of the workload did not take away again all of it that no call needs. */
  readonly cancelled: readonly Excess[];
  readonly unproven: readonly Unproven[];
}
