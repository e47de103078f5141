import type { Doubt } from '../../catalog/model/model.js';
import type { ActionGroup } from '../cells/action-cell.js';
import { pairScenarios } from '../cells/scenarios.js';
import type { Entry } from '../extraction-record.js';
import { defined } from '../../defined.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

export const MAX_TEXT = 200;

/** What an operation needs, and what makes it less than certain. */
export interface RowNeeds extends Pick<Entry, 'actions' | 'dependencies' | 'scenarios'> {
  readonly doubts: readonly Doubt[];
}

/** Actions and dependencies of a row; scenarios instead where labels tell cases apart. */
export function needsOf(required: readonly ActionGroup[], dependent: readonly ActionGroup[]): RowNeeds {
  const scenarios = pairScenarios(required, dependent);
  if (scenarios.length > 0)
    return {
      actions: [],
      dependencies: [],
      scenarios,
      doubts: [guessed(note('labelsAsCases'))],
    };
  return { actions: flatten(required), dependencies: flatten(dependent), scenarios: [], doubts: [] };
}

export function flatten(groups: readonly ActionGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => group.actions))];
}

export function guessed(note: string, confidence: Doubt['confidence'] = 'likely', was?: string): Doubt {
  return defined({ kind: 'guessed' as const, confidence, note, was: was?.slice(0, MAX_TEXT) });
}
