import type { SdkModule } from '../../clients/module.js';
import type { Expression } from '../code-syntax.js';

/** What an expression is, as far as the SDK is concerned. Several modules: it cannot be told which of them it is from. */
export type Value =
  | { readonly kind: 'module'; readonly modules: readonly SdkModule[] }
  /** Of the SDK: `EcsClient`, `ListServersDetailsRequest`; a `builder` of one; an instance. */
  | {
      readonly kind: 'class' | 'builder' | 'instance';
      readonly modules: readonly SdkModule[];
      readonly name: string;
    }
  /** A method of the SDK. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  /** Of the file's own. */
  | { readonly kind: 'own-class' | 'own-instance'; readonly name: string; readonly base: Value | undefined }
  | {
      readonly kind: 'function';
      readonly type: Expression | undefined;
      readonly results: readonly Expression[];
    }
  /** Known, and nothing that a call could be made on. */
  | { readonly kind: 'string'; readonly text: string };
