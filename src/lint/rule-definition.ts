import type { Confidence } from '../catalog/model/model.js';
import type { Catalog } from '../catalog/catalog.js';
import type { DocumentNode } from '../policy/model/ast.js';
import type { Policy, PolicyKind, Statement } from '../policy/model/policy.js';
import type { Span } from '../span.js';
import type { AnyPlaces, PlacesArgument } from '../wording/message-places.js';
import type { Sentences } from '../wording/speaker.js';
import type { Edit, JsonValue, Severity } from './results/lint-record.js';
import type { PolicySourceCode } from './language/source-code.js';
import type { JudgedExpectations } from './expectations/judged-expectations.js';
import type { JudgedWorkload } from './run/workload.js';

/** Everything but the two foreign grammars (OBS/S3 bucket policies, SMN topic policies), which are named but not judged. */
export const IAM_KINDS: readonly PolicyKind[] = [
  'role',
  'policy',
  'identity-policy',
  'resource-policy',
  'agency-policy',
];

export const RULE_CATEGORIES = [
  'calls',
  'validity',
  'no-effect',
  'danger',
  'access',
  'migration',
  'suppression',
] as const;
export type RuleCategory = (typeof RULE_CATEGORIES)[number];

export interface RuleDocs {
  /** What the rule reports, in one line without a full stop: `Actions that the catalog does not know`. */
  readonly description: string;
  readonly category: RuleCategory;
  /** Severity in the preset `recommended`; false: not part of it. */
  readonly recommended: Severity | false;
  /** Severity in the preset `strict`; left out: as in `recommended`. */
  readonly strict?: Severity;
  /** Pages or documents that the rule rests on; at least one. */
  readonly sources: readonly string[];
  /** Kinds of policy that `policy` and `statement` are called for; left out: all but bucket and topic policies. */
  readonly kinds?: readonly PolicyKind[];
}

export type RuleOptions = Readonly<Record<string, JsonValue>>;
export type NoOptions = Readonly<Record<string, never>>;

export interface RuleDefinition<Messages extends Sentences, Options extends RuleOptions> {
  /** Kebab-case, the name of its file. */
  readonly id: string;
  readonly meta: RuleMeta<Messages, Options>;
  readonly create: (context: RuleContext<Messages, Widened<Options>>) => RuleListeners;
}

export interface RuleMeta<Messages extends Sentences, Options extends RuleOptions> {
  readonly type: 'problem' | 'suggestion' | 'layout';
  readonly docs: RuleDocs;
  /**
   * What is wrong, then what to do, in one whole sentence with its full stop. Places are filled in from `data`:
   * `{name}`, `{count, plural, one {# action} other {# actions}}`, `{kind, select, role {…} policy {…}}`, `{names, list, 3}`
   * (src/wording/message.ts).
   */
  readonly messages: Messages;
  /** Of a finding that does not state its own; left out: `certain`. */
  readonly confidence?: Confidence;
  /** JSON Schema of each option, and the value of each where the user gives none. */
  readonly options?: {
    readonly properties: Readonly<Record<string, JsonValue>>;
    readonly defaults: Options;
  };
  /** A finding may carry `fix`. */
  readonly fixable?: true;
  /** A finding may carry `suggest`. */
  readonly hasSuggestions?: true;
}

/** Options by the types of their defaults: a default of `true` does not mean that it is always so. */
export type Widened<Options> = {
  readonly [Name in keyof Options]: Options[Name] extends boolean
    ? boolean
    : Options[Name] extends number
      ? number
      : Options[Name] extends string
        ? string
        : Options[Name];
};

/** Called in this order; leave out what the rule does not need. */
export interface RuleListeners {
  /** A file with at least one policy of any kind, as a tree. */
  readonly document?: (document: DocumentNode) => void;
  /** Each policy of the file whose kind is among `docs.kinds`. */
  readonly policy?: (policy: Policy) => void;
  readonly statement?: (statement: Statement, policy: Policy) => void;
  /** Each workload that a policy of this file belongs to. Report only what stands in this file: `context.owns(…)`. */
  readonly workload?: (judged: JudgedWorkload) => void;
  /** A manifest, with its workload. */
  readonly manifest?: (judged: JudgedWorkload) => void;
  /** A file of expectations, with the policies that they are about. */
  readonly expectations?: (judged: JudgedExpectations) => void;
}

export interface RuleContext<
  Messages extends Sentences = Sentences,
  Options extends RuleOptions = RuleOptions,
> {
  readonly id: string;
  readonly options: Options;
  /** The file as it was named, `/` as separator. */
  readonly path: string;
  readonly text: string;
  readonly source: PolicySourceCode;
  /** The catalog of the cloud that this file is for. */
  readonly catalog: Catalog;
  /** The workloads that the file belongs to: a grant that one of them does not need, another one may. */
  readonly workloads: readonly JudgedWorkload[];
  /** Whether a manifest names a policy of the file as a boundary of others. */
  readonly isBoundary: boolean;
  /** Whether a policy belongs to this file (and not to another one of its workload). */
  readonly owns: (policy: Policy) => boolean;
  readonly report: (finding: RuleFinding<Messages>) => void;
}

/** A finding: one of the rule's messages with its values, and what belongs to it. */
export type RuleFinding<Messages extends Sentences = Sentences> = FindingParts<Messages> & Said<Messages>;

/** One of some messages, with a value for each of its places. The values also go into the record's `data`. */
export type Said<Messages extends Sentences> = {
  readonly [Id in keyof Messages & string]: { readonly messageId: Id } & DataOf<Messages[Id]>;
}[keyof Messages & string];

type DataOf<Message extends string> =
  PlacesArgument<Message> extends [infer Places] ? { readonly data: Places } : { readonly data?: AnyPlaces };

export interface FindingParts<Messages extends Sentences = Sentences> {
  /** The node or span that is at fault: as small as it can be, never the whole file. */
  readonly at: Span | { readonly loc: Span };
  /** More for the record's `data`: the call, the operation, the source. */
  readonly facts?: Readonly<Record<string, JsonValue>>;
  readonly confidence?: Confidence | undefined;
  /** Other places that belong to the finding. */
  readonly related?: readonly {
    readonly path: string;
    readonly at: Span | { readonly loc: Span };
    readonly message: string;
  }[];
  /** A safe fix. It is offered only after the edited file was parsed and judged again and nothing needed was lost. */
  readonly fix?: Edits | undefined;
  /** Edits that a person decides on. */
  readonly suggest?: readonly RuleSuggestion<Messages>[];
  /** Where the fact is explained, where that is not the rule's own page. */
  readonly url?: string | undefined;
  /** What makes this finding the same one after the file was edited elsewhere; left out: the text it points at. */
  readonly key?: string;
}

export type RuleSuggestion<Messages extends Sentences> = Said<Messages> & { readonly edits: Edits };

/** Edits of this file that do not overlap, or a function that makes them (undefined or none: nothing to offer). */
export type Edits = readonly Edit[] | (() => readonly Edit[] | undefined);
