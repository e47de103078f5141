import type { Problem } from '../problem.js';
import type { CallOrigin, Seen } from './call.js';
import type { SdkModule } from './clients/module.js';

/** A call that some source shows: code, Terraform, a trace, an access log, a client's specification. */
export interface FoundCall {
  /**
   * `GET /v1/{project_id}/things`, a URL with values in the place of parameters, or an SDK operation's name
   * (`ecs/v2 ListServersDetails`).
   */
  readonly api: string;
  /** The service that is asked, where the source says it: `obs`. */
  readonly service?: string | undefined;
  /** What tells the operation from others of its endpoint, where the source says it: an SDK operation, a trace's name. */
  readonly operation: string | undefined;
  /** No more than this name of a method says that it is a call; absent where something else does. */
  readonly method?: string | undefined;
  /** The cloud that is called, where the source says it for certain: by a Terraform type, a library, a host. */
  readonly cloud?: string | undefined;
  /** What it is likely to be about, as URNs: a bucket or a topic that the source names; absent where it names none. */
  readonly resources?: readonly string[] | undefined;
  /** An upper bound: the call may happen, it need not. */
  readonly possible: boolean;
  /** File, 1-based line, and how sure it is that the call stands there. */
  readonly origin: CallOrigin;
  /** Traces and logs only. */
  readonly seen?: Seen;
}

/** A call that stands in a source but cannot be placed. It is listed, never dropped. */
export interface UnplacedCall {
  readonly file: string;
  readonly line: number | undefined;
  /** As it stands there, one line: `client.listThings(…)`. */
  readonly text: string;
  /** Why it cannot be placed, and what to do. */
  readonly reason: string;
  /** Traces and logs only: how many records are like it; the place is that of the last one. */
  readonly count?: number;
  /** Of sources that somebody wrote: whose call it is, as in `huaweicloud-sdk ecs/v2`. */
  readonly client?: string;
  /** The services that it may use, where they can be told; absent where it may be any. */
  readonly services?: readonly string[];
  /** As `FoundCall` has it. */
  readonly method?: string | undefined;
  /** Calls as `FoundCall` names them, one of which it may be: once one of them is declared, it is placed. */
  readonly candidates?: readonly string[];
}

/** A library for these clouds that a file uses, and whose calls are not read. */
export interface UnreadClient {
  readonly file: string;
  readonly line: number | undefined;
  /** `gophertelekomcloud`. */
  readonly client: string;
  /** The service that it is for; undefined where that cannot be told. */
  readonly service: string | undefined;
  /** As of `FoundCall`. */
  readonly cloud: string | undefined;
}

/** A client that a file makes. */
export interface MadeClient {
  readonly file: string;
  readonly line: number;
  readonly module: SdkModule;
}

/** What was read from one source file, or from several. A file that cannot be read is a problem and stops nothing. */
export interface FoundCalls {
  readonly found: readonly FoundCall[];
  readonly unplaced: readonly UnplacedCall[];
  readonly problems: readonly Problem[];
  /** Source code only. */
  readonly unread?: readonly UnreadClient[];
  /** Source code only. */
  readonly made?: readonly MadeClient[];
  /** Source code only: the parts of an SDK that it imports; left out for a file that was passed over because it imports none. */
  readonly imports?: readonly SdkModule[];
}
