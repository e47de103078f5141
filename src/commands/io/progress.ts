import { printable } from '../../report/printable.js';
import type { Io } from './io.js';

/** One line that says how far a long work is; on a terminal only, and gone when the work is done. */
export interface Progress {
  /** One more thing is being worked on. */
  readonly at: (what: string) => void;
  readonly done: () => void;
}

/** Milliseconds between two looks of the line: the terminal is not what the work should wait for. */
const INTERVAL = 80;

/** @param line how many things there were, and what is being worked on, as one line. */
export function createProgress(
  io: Pick<Io, 'stderr'>,
  line: (count: number, what: string) => string,
): Progress {
  if (!io.stderr.isTTY) return { at: () => undefined, done: () => undefined };
  let count = 0;
  // Short work shows nothing: the first line comes after the first interval.
  let shown = Date.now();
  let visible = false;
  return {
    at: (what) => {
      count += 1;
      const now = Date.now();
      if (now - shown < INTERVAL) return;
      shown = now;
      visible = true;
      io.stderr.write(`\r\u001b[K${cut(line(count, printable(what)), io.stderr.columns - 1)}`);
    },
    done: () => {
      if (visible) io.stderr.write('\r\u001b[K');
      visible = false;
    },
  };
}

/** Characters that take two columns, as those of Chinese, Japanese and Korean do. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

function cut(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > columns) break;
    kept += character;
  }
  return kept;
}
