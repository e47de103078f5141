import type { Span } from '../../span.js';

/**
 * One tree for every syntax a policy is written in. JSON, JSONC, YAML and HCL are lowered to these nodes;
 * everything above this file looks only at them. Ranges are UTF-16 offsets `[start, end)` into the source text;
 * lines and columns are 1-based (columns count UTF-16 units).
 */
export type Range = [number, number];

interface NodeBase {
  readonly range: Range;
  readonly loc: Span;
  /**
   * What stands here is written elsewhere (a YAML alias, merge key or an anchored value that an alias repeats; JSON inside a
   * string): it can be read and reported, and must not be edited in place.
   */
  readonly shared?: true;
  /** It stands inside a string of the file: the same node in the text of that string, where it is edited. */
  readonly written?: Written;
}

export interface Written {
  readonly node: PolicyNode;
  readonly inner: InnerText;
}

/** The text that a string holds. */
export interface InnerText {
  readonly text: string;
  /** Where each of its characters stands in the file, and where it ends; undefined inside of what stands there otherwise. */
  readonly offsets: readonly (number | undefined)[];
  /** A part of the text as the string writes it; undefined where it cannot. Left out: nothing can be written there. */
  readonly encode?: (text: string) => string | undefined;
}

/** The whole file. Its range is the whole text. */
export interface DocumentNode extends NodeBase {
  readonly type: 'Document';
  readonly syntax: Syntax;
  /** The values of the file: one for JSON; one per document for a YAML stream; one per embedded policy for HCL. */
  readonly body: readonly RootNode[];
}

export type Syntax = 'json' | 'jsonc' | 'yaml' | 'hcl' | 'markdown';

/** One policy candidate in the file. `address` names it where a file holds several: `huaweicloud_identity_role.ops`. */
export interface RootNode extends NodeBase {
  readonly type: 'Root';
  readonly address?: string;
  /** Where the surrounding file tells what the policy is attached to: a Terraform resource does. */
  readonly place?: PolicyPlace;
  /** The policy itself stands in this file, as written and relative to the folder of the text; the value is unknown. */
  readonly file?: string;
  /** The cloud whose policy language it is written in, where that is none of ours and the surrounding file tells. */
  readonly foreign?: string;
  /** The block that calls the module which the policy is in: what stands there is said in the module's own files. */
  readonly caller?: readonly [number, number];
  /** The object that carries the policy, where it stands inside the body of an API: its `display_name` and `type` are there. */
  readonly carrier?: ObjectNode;
  readonly value: ValueNode;
  /** What the value may be besides, where that is not told by its unknown parts. */
  readonly alternatives?: readonly ValueNode[];
}

export type PolicyPlace = 'identity' | 'trust' | 'endpoint' | 'organization' | 'bucket' | 'topic';

export type ValueNode =
  ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode | UnknownNode;

export interface ObjectNode extends NodeBase {
  readonly type: 'Object';
  readonly members: readonly MemberNode[];
  /** Written in braces, or as YAML block lines. */
  readonly style: 'flow' | 'block';
  /** There may be more members than these, which nobody can tell here. */
  readonly open?: true;
}

export interface MemberNode extends NodeBase {
  readonly type: 'Member';
  readonly name: StringNode;
  readonly value: ValueNode;
}

export interface ArrayNode extends NodeBase {
  readonly type: 'Array';
  readonly elements: readonly ValueNode[];
  readonly style: 'flow' | 'block';
}

export interface StringNode extends NodeBase {
  readonly type: 'String';
  readonly value: string;
}

export interface NumberNode extends NodeBase {
  readonly type: 'Number';
  readonly value: number;
  /** As written: an unquoted `5.0` in YAML has the value 5. */
  readonly raw: string;
}

export interface BooleanNode extends NodeBase {
  readonly type: 'Boolean';
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly type: 'Null';
}

/** A value that is only known at run time: an interpolation, a variable, a function call. Never guessed. */
export interface UnknownNode extends NodeBase {
  readonly type: 'Unknown';
  /** The source text of the expression. */
  readonly text: string;
  /** For a template such as `obs:*:*:bucket:${var.name}`: its literal parts, `undefined` where a part is unknown. */
  readonly parts?: readonly (string | undefined)[];
  /** What it may be, as far as that stands in the text: both arms of a conditional, the body of a loop. */
  readonly options?: readonly ValueNode[];
  /** In a list: any number of elements; the options are lists of such. */
  readonly spread?: true;
  /** Why it is not known, where there is more to say than that only a run tells. */
  readonly why?: string;
}

/** `//` and `#` comments are lines, slash-star comments are blocks; `value` is what stands between the marks. */
export interface Comment {
  readonly type: 'Line' | 'Block';
  readonly value: string;
  readonly range: Range;
  readonly loc: Span;
}

export type PolicyNode = DocumentNode | RootNode | ValueNode | MemberNode;
