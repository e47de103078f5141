/** What a thread is to do: inputs of some targets until there are enough of each or one fails, or one input again. */
export interface Work {
  readonly targets: readonly string[];
  readonly seed: number;
  /** Of each target. */
  readonly inputs: number;
  /** Milliseconds for each target; the thread goes on after the input that it is at. */
  readonly time: number;
  readonly input?: Uint8Array;
  /** The current input, so that it can be saved when the thread hangs: its number, its length, its bytes. */
  readonly current: SharedArrayBuffer;
}

/** What a thread has to tell. After a failure it ends: what failed may have left something broken. */
export type News =
  | { readonly kind: 'failure'; readonly what: string; readonly input: Uint8Array }
  | { readonly kind: 'target'; readonly target: string; readonly inputs: number; readonly features: number }
  | { readonly kind: 'end' };

/** Bytes of `current` before those of the input. */
export const HEAD = 8;
