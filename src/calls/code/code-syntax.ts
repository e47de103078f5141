import type { SdkModule } from '../clients/module.js';

/**
 * What the four languages have in common, as far as calls of a client are concerned. Each language's file reads its tree
 * into this; `values.ts` works out what an expression is, `decide.ts` which calls stand there.
 */
export interface CodeFacts {
  /** Variables, parameters, functions, classes and imported names, each with the part of the file that sees it. */
  readonly bindings: readonly Binding[];
  /** A value given to a variable that is declared elsewhere. */
  readonly assignments: readonly Assignment[];
  /** Fields, properties and methods. */
  readonly members: readonly Member[];
  /** Members and elements that are used, called or not. */
  readonly uses: readonly Use[];
  /** Every call and construction. */
  readonly creations: readonly (CallExpression | NewExpression)[];
  /** Parts of the SDK that the file imports. */
  readonly modules: readonly SdkModule[];
  /** Those whose names stand in the file without any prefix (`from … import *`). */
  readonly stars: readonly SdkModule[];
  /** Classes that a page's scripts give without an import. */
  readonly globals: ReadonlyMap<string, SdkModule>;
  /** Texts that name a host of these clouds. */
  readonly hosts: readonly { readonly text: string; readonly place: Place }[];
}

/** Offsets in the text: first, and the one after the last. */
export interface Scope {
  readonly start: number;
  readonly end: number;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  /** Declared; looked at before the value. Both undefined: a parameter of which nothing is said. */
  readonly type: Expression | undefined;
  readonly value: Expression | undefined;
}

export interface Assignment {
  readonly name: string;
  readonly at: number;
  readonly value: Expression;
}

export interface Member {
  /** The class; undefined where it cannot be told. */
  readonly owner: string | undefined;
  readonly name: string;
  readonly type: Expression | undefined;
  readonly value: Expression | undefined;
}

export interface Use {
  readonly expression: MemberExpression | IndexExpression;
  readonly called: boolean;
  readonly args: readonly Expression[];
}

/** Where an expression stands: offsets, and the 1-based line in which it ends, which is that of a method's name. */
export interface Place extends Scope {
  readonly line: number;
}

export interface MemberExpression extends Place {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: string;
}

/** A member by a name that is worked out: `client[name]`, `getattr(client, name)`, reflection. */
export interface IndexExpression extends Place {
  readonly kind: 'index';
  readonly of: Expression;
  readonly key: Expression;
}

export interface CallExpression extends Place {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
}

export interface NewExpression extends Place {
  readonly kind: 'new';
  readonly type: Expression;
  readonly args: readonly Expression[];
}

export type Expression =
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | { readonly kind: 'sdk'; readonly module: SdkModule }
  | MemberExpression
  | IndexExpression
  | CallExpression
  | NewExpression
  | { readonly kind: 'string'; readonly text: string }
  /** A text that is put together: `a + b`, a template. */
  | { readonly kind: 'text'; readonly parts: readonly Expression[] }
  /** `{ method: 'POST' }`, `{"method": "POST"}`, `method="POST"` of Python. */
  | { readonly kind: 'object'; readonly members: readonly (readonly [string, Expression])[] }
  /** A value that is said to be of a type. */
  | { readonly kind: 'cast'; readonly type: Expression; readonly of: Expression }
  /** One of several: `a ?? b`, `A | undefined`. */
  | { readonly kind: 'either'; readonly options: readonly Expression[] }
  /** `results`: what it returns, noted while its body is read. */
  | { readonly kind: 'function'; readonly type: Expression | undefined; readonly results: Expression[] }
  | { readonly kind: 'class'; readonly name: string; readonly base: Expression | undefined }
  | { readonly kind: 'other' };

export const OTHER: Expression = { kind: 'other' };
