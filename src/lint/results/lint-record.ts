import type { ExpectationsRecord } from './expectations-record.js';
import type { ChangesRecord } from './change-record.js';
import type { Confidence } from '../../catalog/model/model.js';

/** The lint record (`--format json`); every other report is a rendering of it. Fields may be added, never changed, within version 1. */
export interface LintRecord {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly catalog: Readonly<
    Record<string, { readonly version: string; readonly services: number; readonly operations: number }>
  >;
  readonly files: readonly FileRecord[];
  readonly workloads: readonly WorkloadRecord[];
  readonly summary: LintSummary;
  /** How each expectation stands, by the files that hold them; absent where there is no such file. */
  readonly expectations?: readonly ExpectationsRecord[];
  /** What is different from another revision (`--since`); absent where none was compared with. */
  readonly changes?: ChangesRecord;
  /** How `check` decided which sources are whose; absent of any other command. */
  readonly check?: CheckRecord;
}

export interface CheckRecord {
  readonly decisions: readonly DecisionRecord[];
  /** Sources with calls that are in no policy's workload. */
  readonly left: readonly string[];
}

/** What became of policies that act together. */
export interface DecisionRecord {
  /** `empty`: a workload of the configuration that names no policy that is here. */
  readonly status: 'decided' | 'undecided' | 'alone' | 'empty';
  /** What it was decided by; absent where nothing was. */
  readonly by?: 'name' | 'place' | 'choice' | 'configuration';
  /** As manifests name them. Of an undecided one all that stand equally near. */
  readonly policies: readonly string[];
  readonly sources: readonly string[];
  /** By whose catalog it was judged: the one that most calls of the sources go to. */
  readonly cloud?: string;
  /** The manifest that says so, or that `--save` would write. */
  readonly manifest?: string;
  readonly calls?: number;
  /** Calls of the sources that were not judged, by the cloud that they go to. */
  readonly callsOfOtherClouds?: Readonly<Record<string, number>>;
  /** Clients whose calls were recognised and not read. */
  readonly unread?: number;
}

export interface FileRecord {
  /** Relative to the working directory, `/` as separator. */
  readonly path: string;
  /** `partly`: something of its policies is only known where they are put to use. */
  readonly checked: boolean | 'partly';
  /** What is not known of a file that is checked in part, in the order of the text. */
  readonly holes?: readonly HoleRecord[];
  /** Why it was not checked, where it was not. */
  readonly reason?: string;
  /** Where something stands that looks like a policy, in a file that was not checked. */
  readonly seen?: PositionRecord;
  /** Policies in it that are written in another language than ours: nothing of them is judged or changed. */
  readonly foreign?: readonly ForeignRecord[];
  /** Whose catalog judged it, where the run has more than one. */
  readonly cloud?: string;
  /** The configuration that holds for it: the nearest above it. */
  readonly config?: string;
  readonly findings: readonly Finding[];
}

/** A part of a policy that cannot be read where it stands. */
export interface HoleRecord {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly why: string;
}

/** 1-based. */
export interface PositionRecord {
  readonly line: number;
  readonly column: number;
}

/** A policy in the language of another cloud (`AWS`), or with a grammar of its own (`OBS bucket policy`). */
export interface ForeignRecord extends PositionRecord {
  readonly language: string;
  /** The path inside the file. */
  readonly address?: string;
}

export type Severity = 'error' | 'warning';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** Which of the rule's messages it is; stays when its wording changes. */
  readonly messageId?: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The path inside the file of the policy that it is about, where the file is more than one policy: `/data/policy.json`. */
  readonly address?: string;
  /** Whose catalog judged it, where its file is for several clouds. */
  readonly cloud?: string;
  readonly data: Readonly<Record<string, JsonValue>>;
  readonly related: readonly Related[];
  /** A safe fix is offered. */
  readonly fix: boolean;
  readonly edits?: readonly Edit[];
  readonly suggestions?: readonly { readonly message: string; readonly edits: readonly Edit[] }[];
  /** Where the rule, or the fact it rests on, is explained. */
  readonly url: string;
  /** Names the finding in a baseline; stays the same when lines move. */
  readonly fingerprint?: string;
  /** Whether it was not there in the revision compared with; absent where none was. */
  readonly introduced?: boolean;
}

/** Replaces UTF-16 offsets `[start, end)` of the file's text. */
export interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** Another place that belongs to the finding: the call in the manifest, the Deny in another policy. */
export interface Related {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface WorkloadRecord {
  readonly manifest: string;
  /** `check` made the manifest and wrote it into no file: its lines are those that `--save` writes. */
  readonly deduced?: true;
  readonly policies: readonly string[];
  /** What limits the policies; absent where the manifest names nothing that does. */
  readonly boundaries?: readonly string[];
  /** How many calls the manifest declares. */
  readonly calls: number;
  /** How many of them need more than is granted in cases that the manifest does not tell (`when`); absent where none does. */
  readonly moreInCases?: number;
  /** Clients whose calls were recognised and not read, so that nobody knows what else is called. */
  readonly unread?: readonly UnreadRecord[];
  /** Each declared call, what it needs and how that stands. */
  readonly judged: readonly JudgedCallRecord[];
  readonly missing: readonly NeedRecord[];
  readonly denied: readonly NeedRecord[];
  readonly conditional: readonly NeedRecord[];
  readonly excess: readonly ExcessRecord[];
  readonly unproven: readonly UnprovenRecord[];
}

export interface UnreadRecord {
  readonly client: string;
  readonly service?: string;
}

export interface JudgedCallRecord {
  /** As the manifest writes it. */
  readonly call: string;
  readonly operation?: string;
  readonly title?: string;
  readonly status: string;
  readonly scenario?: string;
  /** What it says that it is about; absent where that may be anything. */
  readonly resources?: readonly string[];
  /** What it says of its requests besides, by condition key; absent where nothing. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly needs: readonly JudgedNeedRecord[];
  /** What it needs besides when a case arises, which the status does not count; absent where there is no such case. */
  readonly cases?: readonly { readonly scenario: string; readonly needs: readonly JudgedNeedRecord[] }[];
  readonly line: number;
}

export interface JudgedNeedRecord {
  readonly action: string;
  readonly as: 'action' | 'dependency';
  readonly status: string;
}

/** A needed action that is missing, denied or conditional, with its reasons. */
export interface NeedRecord {
  readonly action: string;
  readonly as?: 'action' | 'dependency';
  readonly possible?: boolean;
  readonly why?: readonly string[];
  /** Condition keys that decide and that the calls, which say something of their requests, do not speak of. */
  readonly keys?: readonly string[];
  /** A request of the calls that is refused, where others for the action are not. */
  readonly request?: RequestRecord;
  readonly confidence: Confidence;
  readonly because: readonly BecauseRecord[];
  readonly at?: readonly PlaceRecord[];
  /** Boundaries that stop what the policies grant; `at` says where. */
  readonly stops?: readonly { readonly boundary: string; readonly how: 'denied' | 'not-allowed' }[];
}

/** One concrete request. */
export interface RequestRecord {
  readonly action: string;
  readonly resource: string;
  /** By condition key, in lower case. A key that is not here is not sent. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface BecauseRecord {
  readonly call: string;
  readonly api?: string;
  readonly operation: string;
  readonly scenario?: string;
  /** `page, table 1, row 7 (line 63)`. */
  readonly source: string;
  readonly line: number;
  /** Where the call was found, where a scan wrote it into the manifest; paths as those of the record. */
  readonly origins?: readonly { readonly file: string; readonly line?: number }[];
}

export interface ExcessRecord {
  readonly pattern: string;
  readonly kind: 'literal' | 'wildcard' | 'not-action';
  readonly grants: number;
  readonly needed: readonly string[];
  readonly confidence: Confidence;
  readonly at: PlaceRecord;
}

export interface UnprovenRecord {
  readonly kind: string;
  readonly subject: string;
  readonly reason: string;
  readonly candidates?: readonly string[];
  readonly at?: PlaceRecord;
}

export interface PlaceRecord {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export interface LintSummary {
  /** Those that were checked in part among them. */
  readonly checked: number;
  /** How many were checked in part. */
  readonly partly?: number;
  readonly skipped: number;
  /** How many policies in other languages were left alone; absent where there is none. */
  readonly foreign?: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suppressed: number;
  /** Checked policies that no manifest covers: linted, but their calls were not judged. */
  readonly uncovered: number;
  /** What fixes mended; absent where none were asked for. */
  readonly fixed?: { readonly findings: number; readonly files: number };
  /** The command that judges the uncovered policies against the sources beside them. */
  readonly check?: string;
}
