import type { AccessLevel, Doubt, Language, Scope, UnreadList } from '../catalog/model/model.js';

/**
 * The extraction record (`extract --format json`): every row of every permission table is an entry or skipped with a
 * reason. Nothing disappears.
 */
export interface ExtractionRecord {
  readonly version: 1;
  readonly pages: readonly PageRecord[];
  readonly summary: ExtractionSummary;
}

export interface ExtractionSummary {
  readonly pages: number;
  readonly tables: number;
  readonly rows: number;
  readonly entries: number;
  readonly skipped: number;
}

export interface PageRecord {
  /** The path or URL as given, `/` as separator. */
  readonly file: string;
  /** SHA-256 of the page's bytes, hex. */
  readonly sha256: string;
  readonly title?: string;
  readonly language?: Language;
  /** The date that the page bears (ISO), where it bears one. */
  readonly updated?: string;
  readonly tables: readonly TableRecord[];
  /** Why the page could not be read at all, where it could not. */
  readonly error?: string;
}

/**
 * `api-permissions` has an API column; `permissions` has actions without APIs, the actions table of an identity-policy
 * page among them; `other` is no permission table. Tables of resource types and of condition keys are `other` too: what
 * they say stands in `resources` and `conditionKeys`.
 */
export type TableKind = 'api-permissions' | 'permissions' | 'other';

export interface TableRecord {
  /** Position among the page's tables, 0-based. */
  readonly index: number;
  /** Line of the table's start, 1-based. */
  readonly line: number;
  readonly kind: TableKind;
  /** Why the table is `other`. */
  readonly reason?: string;
  /** Caption or nearest heading. */
  readonly caption?: string;
  /** Body rows (header rows not counted). */
  readonly rows: number;
  readonly entries: readonly Entry[];
  readonly skipped: readonly SkippedRow[];
  /** No table: what the page says in words, a row for each sentence. */
  readonly words?: true;
  /** Identity-policy facts that are neither operations nor actions. */
  readonly resources?: readonly { readonly type: string; readonly urn: string; readonly line: number }[];
  readonly conditionKeys?: readonly {
    readonly key: string;
    readonly valueType: string;
    readonly multiValued?: boolean;
    readonly line: number;
  }[];
}

export interface SkippedRow {
  readonly line: number;
  readonly row: number;
  readonly reason: string;
  /** What stands in the row, cut to 200 characters. */
  readonly text: string;
}

/** One row, or one of several facts of one row. */
export interface Entry {
  readonly line: number;
  /** 1-based body row. */
  readonly row: number;
  readonly title: string;
  readonly endpoints: readonly string[];
  readonly actions: readonly string[];
  readonly dependencies: readonly string[];
  readonly scenarios: readonly EntryScenario[];
  readonly scope?: Scope;
  /** The page says that no permission is needed. */
  readonly noPermission?: true;
  /** What tells it from other operations on the same endpoint, as written: `action = os-start`. */
  readonly discriminator?: string;
  /** The API's name where no path is given (`PUT Bucket`). */
  readonly apiName?: string;
  readonly accessLevel?: AccessLevel;
  /** No API needs the action: it stands for a console function or a finer permission. */
  readonly permissionOnly?: true;
  readonly resources?: readonly {
    readonly type: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys?: readonly string[];
  readonly aliases?: readonly string[];
  /** The row names an API, but no action: `-`, a blank cell, or words. Not the same as `noPermission`. */
  readonly unsaid?: true;
  /** Actions that a notes column names for special cases; no requirement of the operation as such. */
  readonly noted?: readonly string[];
  /** The row says what an action is (the actions table of an identity-policy page), not what an operation needs. */
  readonly describes?: 'action';
  /** The row says what the operation needs of identity policies (Version 5.0), not of policies 1.1. */
  readonly identity?: true;
  /** Lists of the action that hold more than could be read. */
  readonly unread?: readonly UnreadList[];
  /** There are dependencies, or may be, that could not be read. */
  readonly lostDependencies?: true;
  readonly doubts?: readonly Doubt[];
}

export interface EntryScenario {
  readonly when: string;
  readonly actions: readonly string[];
  readonly dependencies: readonly string[];
}
