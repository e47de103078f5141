/**
 * The canonical model: which action each API operation needs, and where the documentation says so.
 * Field names are those of `catalog/<cloud>/<service>.yaml`; `catalog-schema.ts` validates the same shape.
 */

/** Languages that titles come in (BCP 47). */
export type Language = 'zh-cn' | 'en';

/** A title per language; at least one is present. */
export type Title = Readonly<Partial<Record<Language, string>>>;

/** How sure a fact is. `certain` is never written down: it is what a fact without a doubt is. */
export type Confidence = 'certain' | 'likely' | 'doubtful';

/**
 * Where a fact was read: a page, its table and row (1-based, header rows not counted), the row's line, and the page's
 * SHA-256.
 */
export interface Source {
  readonly page: string;
  readonly table: number;
  readonly row: number;
  readonly line: number;
  /** Absent where the row was transcribed: the bytes of the page were not at hand. */
  readonly sha256?: string;
  /** Copied row by row; table and row count what was transcribed of the page, the line is the row's. */
  readonly transcribed?: true;
  /** The date that the page bears (ISO), where it bears one. */
  readonly updated?: string;
}

/** What makes a fact less than certain. */
export type DoubtKind =
  /** A broken endpoint or action was mended; `was` holds what stands on the page. */
  | 'repaired'
  /** The cell could be read in more than one way. */
  | 'guessed'
  /** Two sources disagree; `was` holds what the second one says. */
  | 'conflict'
  /** Looks like a misspelling of `near`. */
  | 'near-name'
  /** The SDK or another independent source calls this API differently. */
  | 'mismatch'
  /** An override corrected the documentation; `note` holds its reason. */
  | 'override'
  /** Copied from one page by hand, and no other page says it. */
  | 'transcribed';

export interface Doubt {
  readonly kind: DoubtKind;
  readonly confidence: Exclude<Confidence, 'certain'>;
  /** One sentence of ours, never the documentation's. */
  readonly note: string;
  /** What stands on the page, or what the other source says. */
  readonly was?: string;
  readonly near?: string;
  readonly source?: Source;
}

/** Where an authorization can be narrowed to; a key that is absent is not said by the documentation. */
export interface Scope {
  readonly project?: boolean;
  readonly enterprise_project?: boolean;
  readonly resource?: boolean;
  readonly tag?: boolean;
}

/** One of several alternative sets of actions for the same operation: any one of them is enough. */
export interface Scenario {
  readonly when: string;
  readonly actions: readonly string[];
  readonly dependent_actions: readonly string[];
}

export interface Operation {
  /** `<service>/<kebab-name>`; stable, readable, unique in its cloud. */
  readonly id: string;
  readonly title: Title;
  /** `METHOD /path/{param}`; empty where the documentation gives none. */
  readonly endpoints: readonly string[];
  /** What tells this operation from others on the same endpoint, as written: `action = os-start`. */
  readonly discriminator?: string;
  /** All of them are needed. Empty with `no_permission`, or where `scenarios` stand instead. */
  readonly actions: readonly string[];
  readonly dependent_actions: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** The page says that no permission is needed (which is not the same as saying nothing). */
  readonly no_permission?: true;
  /**
   * What the operation needs of identity policies (Version 5.0); absent where that is not known. The fields above are
   * what it needs of policies 1.1: no actions, no scenarios and no `no_permission` there mean that that is not known.
   */
  readonly identity?: IdentityNeeds;
  readonly scope: Scope;
  readonly doubts?: readonly Doubt[];
  readonly sources: readonly Source[];
}

/** What an operation needs under identity policies. Names are those of identity policies; dependencies may be of 1.1. */
export interface IdentityNeeds {
  readonly actions: readonly string[];
  readonly dependent_actions: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** The page says that none is needed; an API that is not yet attached to identity policies reads the same. */
  readonly no_permission?: true;
  readonly doubts?: readonly Doubt[];
  /** Empty where it is the operation's own sources that say it: nothing is known of policies 1.1 then. */
  readonly sources: readonly Source[];
}

/** Generations of policies: `1.1` stands for the roles and policies before identity policies, `5.0` for these. */
export type PolicyVersion = '1.1' | '5.0';

/** Lists of an action that a page may hold beyond what could be read of it. */
export type UnreadList = 'aliases' | 'resources' | 'condition_keys';

export type AccessLevel = 'list' | 'read' | 'write' | 'tagging' | 'permission_management';

/** A resource type that an action can be narrowed to. */
export interface ActionResource {
  readonly type: string;
  readonly required: boolean;
  readonly condition_keys: readonly string[];
}

export interface Action {
  /** `service:resourceType:operation`, as the documentation writes it. */
  readonly name: string;
  readonly title?: Title;
  readonly access_level?: AccessLevel;
  /** No API needs it: it stands for a console function or a fine-grained permission. */
  readonly permission_only?: true;
  /** Names of the other generation (1.1 for a 5.0 action) that stand for the same permission. */
  readonly aliases: readonly string[];
  readonly resources: readonly ActionResource[];
  readonly condition_keys: readonly string[];
  /** Lists that were not read, or not whole: what is not in them is not known. */
  readonly unread?: readonly UnreadList[];
  /** Whose documentation names it; left out where it is that of policies 1.1 alone. */
  readonly versions?: readonly PolicyVersion[];
  readonly scope?: Scope;
  readonly doubts?: readonly Doubt[];
  readonly sources?: readonly Source[];
}

/** An action that only older pages name. */
export interface FormerAction {
  readonly name: string;
  /** ISO date or revision of the last page that names it, as far as it is known. */
  readonly last_documented: string;
  /** What the same operation needs today; empty where the documentation does not tell. */
  readonly replaced_by: readonly string[];
  readonly sources: readonly Source[];
}

export interface ResourceType {
  readonly type_name: string;
  readonly urn_template: string;
}

export interface ConditionKey {
  readonly key: string;
  readonly value_type: 'string' | 'number' | 'boolean' | 'date' | 'ip' | 'unknown';
  readonly multi_valued?: boolean;
}

/** What a service's file rests on, and how much of the service it covers. */
export interface Coverage {
  /** Pages that its facts stand on. */
  readonly pages: number;
  /** Those among them that were transcribed row by row. */
  readonly transcribed: number;
  /** The earliest and the latest date that pages bear (ISO), where any bears one. */
  readonly updated?: { readonly from: string; readonly to: string };
  /** Policy versions of which only excerpts were read: a name that is not here may be documented all the same. */
  readonly partial: readonly PolicyVersion[];
  /** Operations of the cloud's SDK: how many there are, and of how many the needs of either version are here. */
  readonly sdk?: { readonly operations: number; readonly actions: number; readonly identity: number };
}

/** One file, `catalog/<cloud>/<service>.yaml`. */
export interface ServiceCatalog {
  readonly schema: 1;
  readonly cloud: string;
  readonly service: string;
  readonly title?: Title;
  readonly coverage?: Coverage;
  readonly operations: readonly Operation[];
  readonly actions: readonly Action[];
  readonly former_actions?: readonly FormerAction[];
  readonly resources?: readonly ResourceType[];
  readonly condition_keys?: readonly ConditionKey[];
}

/** The lowest confidence among doubts; `certain` where there is none. */
export function confidenceOf(doubts: readonly Doubt[] | undefined): Confidence {
  if (!doubts?.length) return 'certain';
  return doubts.some((doubt) => doubt.confidence === 'doubtful') ? 'doubtful' : 'likely';
}
