/**
 * What stands in a file of the HashiCorp Configuration Language, as plain data: blocks, attributes and expressions with
 * their ranges. Nothing is evaluated here. Ranges are UTF-16 offsets `[start, end)` into the text.
 */
export type HclRange = readonly [number, number];

export interface HclFile extends HclBody {
  readonly comments: readonly HclComment[];
  /** The first place where the text stops being HCL; what the parser could still read stands in the body. */
  readonly problem: HclProblem | undefined;
}

export interface HclBody {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  /** `resource`, `data`, `locals`, `statement`, … */
  readonly type: string;
  /** `["huaweicloud_identity_role", "ops"]` for a resource. */
  readonly labels: readonly string[];
  readonly range: HclRange;
  /** The type and its labels, without the braces. */
  readonly header: HclRange;
}

export interface HclAttribute {
  readonly name: string;
  readonly nameRange: HclRange;
  readonly range: HclRange;
  readonly value: HclExpression;
  /** The parser had to guess somewhere inside. */
  readonly broken: boolean;
}

export type HclExpression =
  | HclTemplate
  | HclNumber
  | HclBoolean
  | HclNull
  | HclTuple
  | HclObject
  | HclReference
  | HclTraversal
  | HclCall
  | HclConditional
  | HclFor
  | HclOperation
  | HclOpaque;

interface ExpressionBase {
  readonly range: HclRange;
}

/** A string: quoted, heredoc or the bare key of an object. */
export interface HclTemplate extends ExpressionBase {
  readonly kind: 'template';
  readonly chunks: readonly HclChunk[];
}

interface HclNumber extends ExpressionBase {
  readonly kind: 'number';
  readonly value: number;
}

interface HclBoolean extends ExpressionBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

interface HclNull extends ExpressionBase {
  readonly kind: 'null';
}

interface HclTuple extends ExpressionBase {
  readonly kind: 'tuple';
  readonly elements: readonly HclExpression[];
}

export interface HclObject extends ExpressionBase {
  readonly kind: 'object';
  readonly items: readonly HclItem[];
}

export interface HclItem {
  readonly range: HclRange;
  readonly key: HclExpression;
  readonly value: HclExpression;
}

/** `var.name`, `local.policies["ops"]`, `data.huaweicloud_identity_role.x.id`: names and literal indices in order. */
export interface HclReference extends ExpressionBase {
  readonly kind: 'reference';
  readonly path: readonly string[];
}

export interface HclCall extends ExpressionBase {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly HclExpression[];
  /** The last argument is spread: `concat(lists...)`. */
  readonly spread: boolean;
}

/** Steps behind something other than a name, or one that is computed: `local.list[count.index].name`, `f(x).y`, `list[*].id`. */
export interface HclTraversal extends ExpressionBase {
  readonly kind: 'traversal';
  readonly of: HclExpression;
  readonly steps: readonly HclStep[];
}

/** `each`: every element of a list, as `[*]` and `.*` mean it. */
export type HclStep = { readonly kind: 'key'; readonly key: HclExpression } | { readonly kind: 'each' };

/** `condition ? yes : no`. */
export interface HclConditional extends ExpressionBase {
  readonly kind: 'conditional';
  readonly condition: HclExpression;
  readonly yes: HclExpression;
  readonly no: HclExpression;
}

/** `[for key, name in collection : value if condition]`, and with braces, where `resultKey` stands too. */
export interface HclFor extends ExpressionBase {
  readonly kind: 'for';
  /** The names that are bound: of the value, or of the key and the value. */
  readonly names: readonly string[];
  readonly collection: HclExpression;
  readonly resultKey: HclExpression | undefined;
  readonly result: HclExpression;
  readonly condition: HclExpression | undefined;
  /** `value...`: values of one key become a list. */
  readonly grouped: boolean;
}

/** `a == b`, `!a`: one operand or two. */
export interface HclOperation extends ExpressionBase {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly HclExpression[];
}

/** What the parser could not make out, or what is nested too deeply. */
interface HclOpaque extends ExpressionBase {
  readonly kind: 'opaque';
}

/** A piece of a string: text as it reads after unescaping, or a hole that Terraform fills. */
export type HclChunk = HclText | HclHole;

/** Where `text` is as long as its range it stands there verbatim; otherwise it is one escape sequence. */
export interface HclText {
  readonly kind: 'text';
  readonly text: string;
  readonly range: HclRange;
}

/** `${…}`, with its expression, or a whole `%{…}` directive from `if` or `for` to its end. */
export interface HclHole {
  readonly kind: 'hole';
  readonly range: HclRange;
  readonly expression?: HclExpression;
  /** What stands in a directive: between `if` and `else`, between `else` and its end; inside a `for`. */
  readonly arms?: readonly (readonly HclChunk[])[];
}

export interface HclComment {
  readonly type: 'Line' | 'Block';
  /** What stands between the marks. */
  readonly value: string;
  readonly range: HclRange;
}

export interface HclProblem {
  readonly message: string;
  readonly range: HclRange;
}
