import type { Node } from 'web-tree-sitter';
import { append } from '../long-lists.js';
import { readTree } from '../tree-sitter.js';
import { hclParser } from './hcl-parser.js';
import { findProblem } from './hcl-problem.js';
import type { HclAttribute, HclBlock, HclBody, HclComment, HclFile, HclRange } from './hcl-syntax.js';
import { MAX_DEPTH, meaningful, rangeOf, readExpression } from './read-expression.js';
import { en } from '../wording/en/syntax.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('syntax', en);

/** Whether the body of a block at the top level is of interest; those of others are left empty, which saves most of the time. */
export type WantedBlock = (type: string, labels: readonly string[]) => boolean;

/**
 * Reads HCL text into plain data. Never throws for what the text holds: where it is not HCL, `problem` says where, and
 * what the parser could make out around it is in the body. `loadHcl` must have been awaited.
 */
export function parseHcl(text: string, wanted: WantedBlock = () => true): HclFile {
  const blanks = longBlanks(text);
  if (blanks !== undefined) return unread(say('longBlanks', { most: MOST_BLANKS }), blanks);
  const file = readTree(hclParser(), text, (root): HclFile =>
    // In a broken file a block may stand in the body of one that does not end.
    ({
      ...readBody(root, text, 0, root.hasError ? undefined : wanted),
      comments: readComments(root, text),
      problem: root.hasError ? findProblem(root, text) : undefined,
    }),
  );
  return 'unread' in file ? unread(file.unread, [0, 0]) : file.value;
}

function unread(message: string, range: HclRange): HclFile {
  return { attributes: [], blocks: [], comments: [], problem: { message, range } };
}

/** In a string that does not end, the parser looks from each blank to the last one: 50,000 of them take it more than a minute. */
const MOST_BLANKS = 1_000;

function longBlanks(text: string): HclRange | undefined {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!BLANKS.has(text.charCodeAt(at))) start = at + 1;
    else if (at - start >= MOST_BLANKS) return [start, at + 1];
  }
  return undefined;
}

const BLANKS: ReadonlySet<number> = new Set([0x20, 0x09, 0x0d, 0x0a]);

/** Attributes and blocks below a node; those inside a part that the parser could not place are found too. `cut`: such a part follows. */
function readBody(node: Node, text: string, depth: number, wanted?: WantedBlock, cut = false): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  if (depth > MAX_DEPTH) return { attributes, blocks };
  const children = meaningful(node);
  for (const [index, child] of children.entries()) {
    const broken = children[index + 1]?.isError ?? cut;
    if (child.type === 'attribute') append(attributes, readAttribute(child, text, depth, broken));
    else if (child.type === 'block') blocks.push(readBlock(child, text, depth, wanted));
    else if (child.type === 'body' || child.isError) {
      const inner = readBody(child, text, depth + 1, wanted, broken);
      append(attributes, inner.attributes);
      append(blocks, inner.blocks);
    }
  }
  return { attributes, blocks };
}

/** `cut`: what follows could not be read, so the value may go on there. */
function readAttribute(node: Node, text: string, depth: number, cut: boolean): HclAttribute[] {
  const children = meaningful(node);
  const [name, value] = [children[0], children.find((child) => child.type === 'expression')];
  if (name === undefined || value === undefined) return [];
  return [
    {
      name: name.text,
      nameRange: rangeOf(name),
      range: rangeOf(node),
      value: readExpression(value, text, depth + 1),
      broken: cut || node.hasError,
    },
  ];
}

function readBlock(node: Node, text: string, depth: number, wanted?: WantedBlock): HclBlock {
  const children = meaningful(node);
  const start = children.findIndex((child) => child.type === 'block_start');
  const head = children.slice(0, start === -1 ? 1 : start);
  const type = head[0]?.text ?? '';
  const labels = head
    .slice(1)
    .map((label) => (label.type === 'string_lit' ? label.text.slice(1, -1) : label.text));
  const body =
    wanted?.(type, labels) === false ? { attributes: [], blocks: [] } : readBody(node, text, depth + 1);
  return {
    type,
    labels,
    range: rangeOf(node),
    header: [node.startIndex, head.at(-1)?.endIndex ?? node.startIndex],
    ...body,
  };
}

function readComments(root: Node, text: string): HclComment[] {
  return root.descendantsOfType('comment').map((node) => {
    const range = rangeOf(node);
    const raw = text.slice(...range);
    if (raw.startsWith('/*')) return { type: 'Block', value: raw.slice(2, -2), range };
    return { type: 'Line', value: raw.slice(raw.startsWith('#') ? 1 : 2).replace(/\r$/, ''), range };
  });
}
