import type { LintRecord, WorkloadRecord } from '../../lint/results/lint-record.js';
import { shelvedBytes } from '../../lint/results/shelf.js';
import { nestedJson } from '../json-pieces.js';
import type { Piece } from '../../pieces.js';
import { escapeJson, printableJsonPieces } from '../printable.js';

/** The lint record as it is. */
export function renderJson(record: LintRecord): Iterable<Piece> {
  // Down to one file, one workload.
  return printableJsonPieces(record, 2, shelvedBytes);
}

/** A workload as it stands in the lint record. */
export function workloadJson(workload: WorkloadRecord): string {
  return escapeJson(nestedJson(workload));
}
