import type { InnerText, PolicyNode } from '../model/ast.js';
import type { TextEdit } from './edit-items.js';

/**
 * Makes the edits where the nodes are written: what stands inside a string is edited in the text that the string holds, and
 * written as the string writes it. Undefined where the nodes stand in different texts, or the string cannot hold the edit.
 */
export function whereWritten(
  text: string,
  nodes: readonly [PolicyNode, ...PolicyNode[]],
  make: (text: string, nodes: readonly [PolicyNode, ...PolicyNode[]]) => readonly TextEdit[] | undefined,
): TextEdit[] | undefined {
  const [first] = nodes;
  const inner = first.written?.inner;
  if (inner === undefined) {
    const edits = make(text, nodes);
    return edits === undefined ? undefined : [...edits];
  }
  if (nodes.some((node) => node.written?.inner !== inner)) return undefined;
  const [around, ...parts] = nodes.map((node) => node.written?.node ?? node);
  const edits = around === undefined ? undefined : make(inner.text, [around, ...parts]);
  return edits === undefined ? undefined : encoded(edits, inner);
}

function encoded(edits: readonly TextEdit[], { offsets, encode }: InnerText): TextEdit[] | undefined {
  const made = edits.map(({ range: [start, end], text }): TextEdit | undefined => {
    const [from, to] = [offsets[start], offsets[end]];
    const written = encode?.(text);
    if (from === undefined || to === undefined || written === undefined) return undefined;
    return { range: [from, to], text: written };
  });
  return made.every((edit) => edit !== undefined) ? made : undefined;
}
