import type { Element } from 'hast';
import type { Root } from 'mdast';

/** One page of the reference, before it is Markdown or HTML. */
export interface Page {
  /** Path without extension, below the reference's folder; see places.ts. */
  readonly path: string;
  /** What the page is called, in plain text. */
  readonly title: string;
  readonly tree: Root;
  /** Pictures that the page shows, by the file name its images name. */
  readonly pictures?: ReadonlyMap<string, Element>;
}
