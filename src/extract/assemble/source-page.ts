import type { PageRecord } from '../extraction-record.js';

/** A page as a catalog's source: what was read from it, and what the catalog calls it. */
export interface SourcePage {
  readonly record: PageRecord;
  /** The page's name in the catalog: `huaweicloudDocs/ecs/cn.zh-cn/…md`, a URL, or a path as given. */
  readonly page: string;
  /** Pages that belong together (a repository): where a page does not tell its service, its group may. */
  readonly group: string;
  /** 0 is the newest; of generations that describe the same operation the newest wins. */
  readonly generation: number;
  /** `former` pages define no operations; actions that only they name become former actions. */
  readonly role: 'current' | 'former';
  /** ISO date, or revision, of the page. */
  readonly revision: string;
  /** Copied row by row, and not whole: that it does not say a thing means nothing. `revision` is its date, or empty. */
  readonly transcribed?: true;
}
