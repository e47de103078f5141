import type { Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Mark, Section } from './nodes.js';

/** Writes a page as GitHub-flavoured Markdown: one fact a line, tables without padding, so that a change is a small difference. */
export function printMarkdown(tree: Root): string {
  return writer.stringify(tree);
}

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    handlers: {
      text: (node: Text, _parent, state, info) => withoutAutolinks(state.safe(node.value, info)),
      section: (node: Section, _parent, state, info) => state.containerFlow(node, info),
      mark: (node: Mark) =>
        `<a id="${node.value.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)}"></a>`,
    },
    // GitHub sets `$…$` as mathematics.
    unsafe: [{ character: '$', inConstruct: 'phrasing' }],
  })
  .freeze();

/**
 * GitHub links addresses in plain text even where a backslash stands before their sign, as it looks for them in the text
 * that is left: a comment keeps the two halves apart.
 */
function withoutAutolinks(escaped: string): string {
  return escaped.replace(/(?<=[ps])\\(?=:\/)|(?<=[Ww])\\(?=\.)|\\(?=@)/g, '<!-- -->');
}
