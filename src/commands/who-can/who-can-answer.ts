import type { Holders } from './find-holders.js';

export interface WhoCanAnswer extends Holders {
  readonly action: string;
  readonly resource: string | undefined;
  /** Files that may hold policies and could not be read. */
  readonly unread: readonly string[];
}
