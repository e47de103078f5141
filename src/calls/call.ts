import type { Confidence, Operation } from '../catalog/model/model.js';
import type { Span } from '../span.js';

/** A manifest, read: the calls an application declares and the policies that must cover them together. */
export interface Manifest {
  readonly file: string;
  readonly cloud: string | undefined;
  /** Empty where the manifest names none: then the file of the same name is meant. */
  readonly policies: readonly PolicyReference[];
  /** Policies that limit the others; absent where the manifest names none. */
  readonly boundaries?: readonly PolicyReference[];
  readonly calls: readonly Call[];
  /** What the traces and logs that were read for it span; empty where none were. */
  readonly observed: readonly Observation[];
  /** What the scan that wrote it could not read; absent where that is nothing. */
  readonly unread?: readonly UnreadCalls[];
}

/** Calls that were recognised and not read: each may be a use of anything of its service. */
export interface UnreadCalls {
  /** Whose calls they are: `gophertelekomcloud`, `huaweicloud-sdk ecs/v2`. */
  readonly client: string;
  /** The prefix of the actions that they may need; undefined where any service may be meant. */
  readonly service: string | undefined;
  /** Where it was seen: `src/app.go:12`. */
  readonly files: readonly string[];
  /** Somebody listed the calls among the others by hand: nothing is left to be read. */
  readonly listed: boolean;
}

/** Records of what was called: the first and the last day that any of them is of, whether it shows a call or not. */
export interface Observation {
  readonly by: 'traces' | 'logs';
  /** `2026-08-01`, in UTC. */
  readonly from: string;
  readonly to: string;
  /** How many of the records could not be placed: each may be a use of anything. */
  readonly unplaced: number;
}

/** How many records show a call, and the day of the last one (`2026-11-01`), where any names its time. */
export interface Seen {
  readonly count: number;
  readonly last: string | undefined;
}

/** `main.tf#huaweicloud_identity_role.ops` → path and address. */
export interface PolicyReference {
  /** As the manifest writes it, with the address. */
  readonly text: string;
  /** Joined to the manifest's folder. */
  readonly path: string;
  readonly address: string | undefined;
  readonly span: Span;
}

/** An API operation that an application says it calls. At least one of `api` and `operation` is present. */
export interface Call {
  /** `GET /v1/{project_id}/things`, or an SDK operation name, as written. */
  readonly api: string | undefined;
  /** Catalog id, or a title, as written. */
  readonly operation: string | undefined;
  /** The service that is asked, where a scan knows it: `obs`. Services share paths on hosts of their own. */
  readonly service?: string | undefined;
  /** In which cases of the operation it is called, by the documentation's words for them; absent where any may be meant. */
  readonly when?: readonly string[] | undefined;
  /** What it is about; absent where that may be anything. */
  readonly resources?: readonly CallResource[] | undefined;
  /** What is known of its requests besides; nothing is known of a condition key that is not here. */
  readonly context?: readonly CallContext[] | undefined;
  /** The manifest's file and where in it the call stands. */
  readonly file: string;
  readonly span: Span;
  /** An upper bound (Terraform): the call may happen, it need not. */
  readonly possible: boolean;
  /** Where the call was found, where a scan wrote the entry: source file and 1-based line. */
  readonly origins: readonly CallOrigin[];
  /** Absent where no trace and no log shows the call, and where none were read. */
  readonly seen?: Seen | undefined;
}

/** Resources that a call is about: a URN, in which `*` stands for any text. */
export interface CallResource {
  readonly urn: string;
  /** `likely` where a scan read it. */
  readonly confidence: Confidence;
  readonly span: Span;
}

/** What requests have under a condition key: one of the values, or all of them where the key holds several at once. */
export interface CallContext {
  /** As written: `g:SourceIp`. */
  readonly key: string;
  /** Texts, whatever the type of the key; of an address with a prefix (`10.0.0.0/8`), any address of it. */
  readonly values: readonly string[];
  readonly span: Span;
}

export interface CallOrigin {
  readonly file: string;
  readonly line: number | undefined;
  readonly confidence: Confidence;
  /** The record that shows the call last, of a trace or a log; absent for what somebody wrote. */
  readonly observed?: true;
}

/** What the catalog makes of a call. An ambiguous call is never guessed. */
export type Resolution =
  | {
      readonly status: 'resolved';
      readonly call: Call;
      readonly operation: Operation;
      readonly confidence: Confidence;
      /** What a reader should know about how it was resolved; absent where the call says it all. */
      readonly note?: string;
    }
  | { readonly status: 'ambiguous'; readonly call: Call; readonly candidates: readonly Operation[] }
  | {
      readonly status: 'unknown';
      readonly call: Call;
      readonly near: readonly string[];
      readonly reason: string;
    };
