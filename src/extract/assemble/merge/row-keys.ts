import type { Title } from '../../../catalog/model/model.js';
import type { RowFact } from '../row-fact.js';

export function needsKey({ entry }: RowFact): string {
  return `${setKey(entry.actions)}|${entry.scenarios.map((scenario) => setKey(scenario.actions)).join('|')}`;
}

export function setKey(actions: readonly string[]): string {
  return [...new Set(actions.map((action) => action.toLowerCase()))].sort().join();
}

/** Titles that differ only in brackets, punctuation, case or blanks are the same. */
export function titleKey(title: Title): string {
  return foldText(title['zh-cn'] ?? title.en ?? '');
}

export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
