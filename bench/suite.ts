import type { Timing } from './processes.js';

/** A question, the figures that answer it, and the aim it is held against. */
export interface Comparison {
  readonly title: string;
  /** Ours first; every ratio is ours divided by the peer's. */
  readonly timings: readonly Timing[];
  readonly aims?: readonly Aim[];
  /** What was measured, in one or two sentences. */
  readonly note?: string;
}

/** `ratio` of `ours` to `peer` is to stay at or below `most`. */
export interface Aim {
  readonly ours: string;
  readonly peer: string;
  readonly measure: 'milliseconds' | 'processor' | 'mebibytes';
  readonly most: number;
}

export interface Suite {
  readonly name: string;
  readonly run: (scale: Scale) => Promise<readonly Comparison[]> | readonly Comparison[];
}

/** `quick` takes fewer runs and smaller inputs: to see that a benchmark still works, not to quote. */
export interface Scale {
  readonly quick: boolean;
  readonly runs: number;
}

export function ratio({ ours, peer, measure }: Aim, timings: readonly Timing[]): number {
  const figure = (name: string) => timings.find((timing) => timing.name === name)?.[measure] ?? NaN;
  return figure(ours) / figure(peer);
}
