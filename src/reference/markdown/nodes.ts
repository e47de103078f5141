import type { BlockContent, Data, Literal, Parent } from 'mdast';

/** A group of blocks that belong together. Markdown has no sign for it and writes its children; the site writes `<section>`. */
export interface Section extends Parent {
  readonly type: 'section';
  children: BlockContent[];
  data: Data;
}

/** A place that links can lead to. Markdown has only HTML's `<a id>` for it; on the site it becomes the id of the element it stands in. */
export interface Mark extends Literal {
  readonly type: 'mark';
  value: string;
}

declare module 'mdast' {
  interface RootContentMap {
    section: Section;
    mark: Mark;
  }
  interface BlockContentMap {
    section: Section;
  }
  interface PhrasingContentMap {
    mark: Mark;
  }
}
