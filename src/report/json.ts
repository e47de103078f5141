import type { LintRecord } from '../lint/record.js';
import { printableJson } from './printable.js';

/** The lint record as it is. */
export function renderJson(record: LintRecord): string {
  return printableJson(record);
}
