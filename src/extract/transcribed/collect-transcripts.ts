import { join } from 'node:path';
import type { Generation } from '../../catalog/model/sources-schema.js';
import type { SourcePage } from '../assemble/source-page.js';
import { withoutSuperseded } from './supersede.js';
import type { Superseded } from './supersede.js';
import { readTranscripts } from './transcript.js';
import type { TranscribedRow } from './transcript.js';
import { transcribedPages } from './transcribed-pages.js';

export interface Transcribed {
  readonly pages: readonly SourcePage[];
  /** Rows that pages rest on, of all that there are. */
  readonly used: number;
  readonly all: number;
  readonly superseded: readonly Superseded[];
  /** Rows in doubt that nothing else confirms. */
  readonly leftOut: readonly TranscribedRow[];
}

/**
 * The transcribed rows of a cloud's generations as pages.
 * @param root folder that the generations' `transcribed` is below
 * @param pages what was read itself
 * @throws Problem code `file` or `catalog` where a transcript cannot be read.
 */
export function collectTranscripts(
  generations: readonly Generation[],
  root: string,
  pages: readonly SourcePage[],
  addressOf: (page: SourcePage) => string | undefined,
): Transcribed {
  const parts = generations.flatMap((generation, newest) => {
    if (generation.transcribed === undefined) return [];
    const all = readTranscripts(join(root, generation.transcribed));
    const { rows, superseded } = withoutSuperseded(all, pages, addressOf);
    const made = transcribedPages(rows, pages, { newest, oldest: generations.length });
    return [{ ...made, superseded, all: all.length, used: rows.length - made.leftOut.length }];
  });
  const sum = (count: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    pages: parts.flatMap((part) => part.pages),
    used: sum(({ used }) => used),
    all: sum(({ all }) => all),
    superseded: parts.flatMap(({ superseded }) => superseded),
    leftOut: parts.flatMap(({ leftOut }) => leftOut),
  };
}

/** Addresses of the pages that rows were transcribed from, each once. */
export function transcribedAddresses(generations: readonly Generation[], root: string): string[] {
  const rows = generations.flatMap(({ transcribed }) =>
    transcribed === undefined ? [] : readTranscripts(join(root, transcribed)),
  );
  return [...new Set(rows.map(({ url }) => url))];
}
