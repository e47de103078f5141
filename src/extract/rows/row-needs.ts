import type { Doubt } from '../../catalog/model/model.js';
import type { ActionGroup } from '../cells/action-cell.js';
import { pairScenarios } from '../cells/scenarios.js';
import type { Entry } from '../extraction-record.js';
import { defined } from '../../defined.js';

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
      doubts: [guessed('Labels in the cell were read as alternatives.')],
    };
  return { actions: flatten(required), dependencies: flatten(dependent), scenarios: [], doubts: [] };
}

export function flatten(groups: readonly ActionGroup[]): string[] {
  return [...new Set(groups.flatMap((group) => group.actions))];
}

export function guessed(note: string, confidence: Doubt['confidence'] = 'likely', was?: string): Doubt {
  return defined({ kind: 'guessed' as const, confidence, note, was: was?.slice(0, MAX_TEXT) });
}
