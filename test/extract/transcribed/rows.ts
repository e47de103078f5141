import { readTranscript, TRANSCRIPT_COLUMNS } from '../../../src/extract/transcribed/transcript.js';
import type { TranscribedRow, TranscriptColumn } from '../../../src/extract/transcribed/transcript.js';

const PLAIN: Readonly<Record<TranscriptColumn, string>> = {
  url: 'https://docs.example.com/api-vase/vase_01.html',
  updated: '',
  kind: 'api-page',
  service: 'vase',
  title: '',
  endpoint: '',
  actions: 'vase:vase:get',
  dependencies: '',
  access_level: '',
  resource_types: '',
  condition_keys: '',
  aliases: '',
  scope: '',
  note: '',
};

/** A transcript of rows, of which each names the cells that matter. */
export function transcript(rows: readonly Partial<Record<TranscriptColumn, string>>[]): string {
  const lines = rows.map((row) => {
    const whole = { ...PLAIN, ...row };
    return TRANSCRIPT_COLUMNS.map((column) => whole[column]).join('\t');
  });
  return [TRANSCRIPT_COLUMNS.join('\t'), ...lines, ''].join('\n');
}

export function transcribed(...rows: readonly Partial<Record<TranscriptColumn, string>>[]): TranscribedRow[] {
  return readTranscript(transcript(rows), 'vase.tsv');
}
