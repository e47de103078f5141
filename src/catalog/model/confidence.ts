import type { Confidence } from './model.js';

const ORDER: readonly Confidence[] = ['doubtful', 'likely', 'certain'];

/** A chain is as sure as its weakest link; `certain` where there is none. */
export function lowest(confidences: readonly Confidence[]): Confidence {
  return ORDER.find((confidence) => confidences.includes(confidence)) ?? 'certain';
}

/** Several reasons for the same thing are as sure as the best of them; `doubtful` where there is none. */
export function highest(confidences: readonly Confidence[]): Confidence {
  return ORDER.findLast((confidence) => confidences.includes(confidence)) ?? 'doubtful';
}
