import type { Node } from 'web-tree-sitter';
import type { HclProblem } from './hcl-syntax.js';
import { rangeOf } from './read-expression.js';
import { en } from '../wording/en/syntax.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('syntax', en);

/** The first place that the parser could not read, or where it had to invent what is missing. */
export function findProblem(root: Node, text: string): HclProblem {
  const unended = findUnendedString(root);
  const above: Node[] = [];
  let node = root;
  for (;;) {
    const inner: Node | undefined = node.isError
      ? undefined
      : node.children.find((child) => child.hasError || child.isError || child.isMissing);
    if (inner === undefined) break;
    above.push(node);
    if (inner.isMissing) return earlier(unended, missing(inner, above));
    node = inner;
  }
  const quote = node.children.at(-1);
  if (quote?.type === 'quoted_template_start')
    return earlier(unended, { message: say('openHclString'), range: rangeOf(quote) });
  const line =
    text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 200)).split(/\r?\n/, 1)[0] ?? '';
  const seen = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return earlier(unended, {
    message: seen === '' ? say('hclEnd') : say('otherHcl', { found: JSON.stringify(seen) }),
    range: rangeOf(node),
  });
}

/** A quoted string ends in its line, though the grammar lets it run on to the next quotation mark. */
function findUnendedString(root: Node): HclProblem | undefined {
  const inHeredocs = new Set(
    root.descendantsOfType('heredoc_template').flatMap((node) => node.namedChildren.map(({ id }) => id)),
  );
  const literal = root
    .descendantsOfType('template_literal')
    .find((node) => !inHeredocs.has(node.id) && node.text.includes('\n'));
  if (literal === undefined) return undefined;
  return {
    message: say('openHclString'),
    range: [literal.startIndex - 1, literal.startIndex + literal.text.indexOf('\n')],
  };
}

function earlier(one: HclProblem | undefined, other: HclProblem): HclProblem {
  return one !== undefined && one.range[0] <= other.range[0] ? one : other;
}

/** A string or heredoc that does not end swallows the rest of the file, so it is reported where it starts. */
const OPEN_ENDED: Readonly<Record<string, 'hclStringEnd' | 'heredocEnd'>> = {
  quoted_template_end: 'hclStringEnd',
  heredoc_identifier: 'heredocEnd',
};

/** `above`: the way to it from the root. A node's own `parent` overflows the parser's stack in a deep tree, and breaks it for every file after this one. */
function missing(node: Node, above: readonly Node[]): HclProblem {
  // The part that is not closed; the wrapper around the missing mark is as empty as the mark.
  const open = above.findLast(({ startIndex }) => startIndex !== node.startIndex) ?? above[0];
  const start = open?.startIndex ?? node.startIndex;
  const ending = OPEN_ENDED[node.type];
  if (ending !== undefined) return { message: say(ending), range: [start, start + 1] };
  return {
    message: say('hclNotClosed', { line: (open?.startPosition.row ?? 0) + 1, expected: node.type }),
    range: [node.startIndex, node.startIndex],
  };
}
