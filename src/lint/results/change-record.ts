/** How the policies and what is said about them differ from another revision, both judged with the same catalog. */
export interface ChangesRecord {
  /** As it was asked for. */
  readonly since: string;
  /** The commit that it names. */
  readonly commit: string;
  /** Findings that were there before are left out of the record (`--new-only`). */
  readonly newOnly: boolean;
  /** Workloads and uncovered policies whose text, verdict or grants are different. */
  readonly entries: readonly ChangeRecord[];
  /** How many workloads and uncovered policies are as they were. */
  readonly unchanged: number;
  readonly findings: { readonly introduced: number; readonly resolved: number; readonly known: number };
}

export interface ChangeRecord {
  /** A manifest with its policies, or a policy that no manifest covers. */
  readonly kind: 'workload' | 'policy';
  /** The manifest, or what the policy is called. */
  readonly name: string;
  /** What it was called in the other revision, where that is different. */
  readonly formerly?: string;
  readonly state: 'added' | 'changed' | 'removed';
  readonly policies: readonly string[];
  /** Kinds of policies whose grants cannot be told from the catalog take part: those that hang on a resource. */
  readonly unmeasurable: boolean;
  /** How the requests that are allowed differ; absent where no policy says what an identity may do. */
  readonly access?: AccessRecord;
  /** Granted now and not before, or without the conditions that it had. */
  readonly gained: readonly GrantedRecord[];
  readonly lost: readonly GrantedRecord[];
  /** Conditional before and now, on other terms. */
  readonly altered: readonly string[];
  /** Wildcards and run-time parts of which nobody can say what they grant. */
  readonly unmeasured: DeltaRecord;
  readonly calls: readonly { readonly call: string; readonly before?: string; readonly after?: string }[];
  readonly missing: DeltaRecord;
  readonly denied: DeltaRecord;
  readonly conditional: DeltaRecord;
  readonly excess: DeltaRecord;
  readonly unproven: DeltaRecord;
}

/** Compared as written, whatever the catalog knows: Resource, Condition, Deny and NotAction included. */
export interface AccessRecord {
  /** `unknown`: not decided; `undecided` says why. */
  readonly direction: 'same' | 'wider' | 'narrower' | 'incomparable' | 'unknown';
  /** A request that is allowed now and was not. */
  readonly gained?: WitnessRecord;
  /** A request that was allowed and is not now. */
  readonly lost?: WitnessRecord;
  /** What ended each search that was not decided: an operator, element or expression, as the policy writes it. */
  readonly undecided: { readonly gained?: string; readonly lost?: string };
  /** Whether something is allowed now, or may be, that was not and that the configuration does not accept. */
  readonly newAccess: boolean;
}

/** One request, and the statement that allows it. */
export interface WitnessRecord {
  readonly action: string;
  readonly resource: string;
  /** Values by condition key; a key that is not here is absent from the request. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly policy: string;
  /** 1-based; in the state that allows it. */
  readonly line: number;
}

export interface GrantedRecord {
  readonly action: string;
  readonly status: 'granted' | 'conditional';
}

export interface DeltaRecord {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}
