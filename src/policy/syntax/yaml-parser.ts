import { Composer, CST, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import type { Alias, Document, Node, Pair, ParsedNode, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { append } from '../../long-lists.js';
import type { Comment, MemberNode, Range, RootNode, StringNode, ValueNode } from '../model/ast.js';
import type { LineTable } from './line-table.js';
import { spanAt } from './line-table.js';
import type { ParseProblem, Reading } from './reading.js';
import { MAX_DEPTH, MAX_PROBLEMS, parseProblem } from './reading.js';
import { en } from '../../wording/en/syntax.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('syntax', en);

/**
 * Reads YAML 1.2 (core schema, so that dates stay text) into the policy tree. Every document of a stream is a root of its
 * own. Aliases and merge keys (`<<`) are followed; what they bring stands at the place of the alias and is `shared`.
 */
export function readYaml(text: string, lines: LineTable): Reading {
  const tree = composeDocuments(text, lines);
  if (!tree.ok) return tree;
  const errors = tree.documents.flatMap((document) => document.errors);
  if (errors.length > 0)
    return {
      ok: false,
      problems: errors
        .slice(0, MAX_PROBLEMS)
        .map(({ code, message, pos }) =>
          parseProblem(lines, 'syntax', wordError(code, message, text, pos[0]), pos[0], pos[1]),
        ),
    };
  const roots: RootNode[] = [];
  for (const document of tree.documents) {
    if (document.contents === null || isEmpty(document.contents)) continue;
    const lowering = lowerDocument(document.contents, text, lines, tree.aliases);
    if ('problem' in lowering) return { ok: false, problems: [lowering.problem] };
    roots.push({ type: 'Root', value: lowering.value, range: lowering.value.range, loc: lowering.value.loc });
  }
  if (roots.length === 0)
    return {
      ok: false,
      problems: [parseProblem(lines, 'syntax', say('emptyYaml'), 0)],
    };
  return {
    ok: true,
    roots: roots.length === 1 ? roots : roots.map((root, index) => ({ ...root, address: String(index + 1) })),
    comments: tree.comments,
    problems: [],
  };
}

type Composition =
  | {
      readonly ok: true;
      readonly documents: readonly Document.Parsed[];
      readonly comments: readonly Comment[];
      readonly aliases: ReadonlySet<string>;
    }
  | { readonly ok: false; readonly problems: readonly ParseProblem[] };

/** The library's steps one by one, because only the lexemes know where comments stand and only the parser's stack how deep it is. */
function composeDocuments(text: string, lines: LineTable): Composition {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: Comment[] = [];
  const aliases = new Set<string>();
  let scalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!scalar && lexeme.startsWith('#')) {
      const range: Range = [parser.offset, parser.offset + lexeme.length];
      comments.push({ type: 'Line', value: lexeme.slice(1), range, loc: spanAt(lines, range) });
    }
    if (!scalar && lexeme.startsWith('*')) aliases.add(lexeme.slice(1));
    scalar = lexeme === CST.SCALAR;
    append(tokens, parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) {
      return {
        ok: false,
        problems: [parseProblem(lines, 'too-deep', say('tooDeep', { most: MAX_DEPTH }), parser.offset)],
      };
    }
  }
  append(tokens, parser.end());
  const documents = [
    ...new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false }).compose(
      tokens,
      false,
      text.length,
    ),
  ];
  return { ok: true, documents, comments, aliases };
}

/** More values than these behind aliases are no policy but an alias bomb. */
const MAX_ALIASED_VALUES = 20_000;

/** Where everything below an alias stands, or that it is used elsewhere too. */
interface Sharing {
  readonly shared?: true;
  readonly range?: Range;
}

function lowerDocument(
  contents: ParsedNode,
  text: string,
  lines: LineTable,
  aliases: ReadonlySet<string>,
): { readonly value: ValueNode } | { readonly problem: ParseProblem } {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let aliased = 0;
  try {
    return { value: lower(contents, {}) };
  } catch (error) {
    if (error instanceof LoweringStop) return { problem: error.problem };
    throw error;
  }

  function lower(node: Node, around: Sharing): ValueNode {
    if (around.range !== undefined) aliased += 1;
    if (aliased > MAX_ALIASED_VALUES) stop('too-deep', say('manyAliases'), around.range ?? rangeOf(node));
    if (isAlias(node)) return lowerAlias(node, around);
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined) anchors.set(anchor, node);
    const sharing: Sharing =
      (around.shared ?? (anchor !== undefined && aliases.has(anchor))) ? { ...around, shared: true } : around;
    if (isUnresolved(node)) return { type: 'Unknown', text: textOf(node), ...place(tagged(node), sharing) };
    open.add(node);
    const lowered = lowerContent(node, sharing);
    open.delete(node);
    return lowered;
  }

  function lowerContent(node: YAMLMap | YAMLSeq | Scalar, sharing: Sharing): ValueNode {
    if (isMap(node)) return lowerMap(node, sharing);
    return isSeq(node) ? lowerSeq(node, sharing) : lowerScalar(node, sharing);
  }

  function lowerAlias(alias: Alias, around: Sharing): ValueNode {
    const target = anchors.get(alias.source);
    const range = around.range ?? rangeOf(alias);
    if (target === undefined) {
      stop('syntax', say('noAnchor', { alias: textOf(alias) }), range);
    }
    if (open.has(target)) stop('syntax', say('aliasOfItself', { alias: textOf(alias) }), range);
    return lower(target, { shared: true, range });
  }

  function lowerMap(map: YAMLMap, sharing: Sharing): ValueNode {
    const members: MemberNode[] = [];
    const merges: Pair[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair)) merges.push(pair);
      else members.push(lowerPair(pair, sharing));
    }
    const own = new Set(members.map(({ name }) => name.value));
    for (const { value } of merges)
      append(
        members,
        mergedMembers(value as Node, sharing).filter(({ name }) => !own.has(name.value)),
      );
    const style = map.flow === true ? 'flow' : 'block';
    return {
      type: 'Object',
      members,
      style,
      ...place(style === 'flow' ? rangeOf(map) : blockRange(map, members), sharing),
    };
  }

  function lowerPair(pair: Pair, sharing: Sharing): MemberNode {
    const key = pair.key as Node;
    const lowered = lower(key, sharing);
    const name: StringNode =
      lowered.type === 'String'
        ? lowered
        : { ...place(rangeOf(key), sharing), type: 'String', value: textOf(key) };
    const value: ValueNode =
      pair.value === null
        ? { type: 'Null', ...place([name.range[1], name.range[1]], sharing) }
        : lower(pair.value as Node, sharing);
    return {
      type: 'Member',
      name,
      value,
      ...place([name.range[0], Math.max(name.range[1], value.range[1])], sharing),
    };
  }

  function mergedMembers(value: Node, sharing: Sharing): MemberNode[] {
    const range = sharing.range ?? rangeOf(value);
    const lowered = lower(value, { shared: true, range });
    const parts = lowered.type === 'Array' ? lowered.elements : [lowered];
    return parts.flatMap((part) =>
      part.type === 'Object' ? part.members : stop('syntax', say('noMapping'), range),
    );
  }

  function lowerSeq(seq: YAMLSeq, sharing: Sharing): ValueNode {
    const elements = seq.items.map((item) => lower(item as Node, sharing));
    const style = seq.flow === true ? 'flow' : 'block';
    return {
      type: 'Array',
      elements,
      style,
      ...place(style === 'flow' ? rangeOf(seq) : blockRange(seq, elements), sharing),
    };
  }

  function lowerScalar(scalar: Scalar, sharing: Sharing): ValueNode {
    const where = place(scalarRange(scalar, text), sharing);
    const { value } = scalar;
    if (typeof value === 'boolean') return { type: 'Boolean', value, ...where };
    if (typeof value === 'number')
      return { type: 'Number', value, raw: scalar.source ?? String(value), ...where };
    if (value === null || value === undefined) return { type: 'Null', ...where };
    return {
      type: 'String',
      value: typeof value === 'string' ? value : (scalar.source ?? textOf(scalar)),
      ...where,
    };
  }

  function place(range: Range, sharing: Sharing): { range: Range; loc: ValueNode['loc']; shared?: true } {
    const own = sharing.range ?? range;
    const where = { range: own, loc: spanAt(lines, own) };
    return sharing.shared === true ? { ...where, shared: true } : where;
  }

  function textOf(node: Node): string {
    return text.slice(...(isUnresolved(node) ? tagged(node) : rangeOf(node)));
  }

  /** The range from the tag on, which stands before the value's own range. */
  function tagged(node: Node): Range {
    const [start, end] = rangeOf(node);
    const tag = text.lastIndexOf(node.tag ?? '', start);
    return [tag === -1 ? start : tag, end];
  }

  function stop(code: ParseProblem['code'], message: string, range: Range): never {
    throw new LoweringStop(parseProblem(lines, code, message, ...range));
  }
}

/** Ends the lowering of a document from deep inside; never leaves this file. */
class LoweringStop extends Error {
  readonly problem: ParseProblem;

  constructor(problem: ParseProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

function isEmpty(node: ParsedNode): boolean {
  return isScalar(node) && node.value === null && node.range[0] === node.range[1];
}

/** `<<: *base` or `<<: [*base, *other]`; any other value makes it a name like others. */
function isMergeKey({ key, value }: Pair): boolean {
  if (!isScalar(key) || key.type !== 'PLAIN' || key.source !== '<<') return false;
  return (
    isAlias(value) || (isSeq(value) && value.items.length > 0 && value.items.every((item) => isAlias(item)))
  );
}

/** `!Ref name`, `!Sub …`: a tag of somebody's own stands for a value that only their tool knows. */
function isUnresolved(node: Node): boolean {
  return node.tag !== undefined && node.tag.startsWith('!') && node.tag.length > 1;
}

function rangeOf(node: Node): Range {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

/** A block scalar's range goes on over the line ends behind it. */
function scalarRange(scalar: Scalar, text: string): Range {
  const [start, end] = rangeOf(scalar);
  return scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
    ? [start, start + text.slice(start, end).trimEnd().length]
    : [start, end];
}

/** A block ends where its last part ends; the library's range goes on over comments and line ends. */
function blockRange(node: Node, parts: readonly { readonly range: Range }[]): Range {
  const [start, end] = rangeOf(node);
  let last = start;
  for (const { range } of parts) if (range[1] <= end && range[1] > last) last = range[1];
  return [start, last];
}

/** The library's words where they tell what to do, ours where they do not. */
function wordError(code: string, message: string, text: string, offset: number): string {
  if (code === 'BAD_ALIAS' || (code === 'BAD_SCALAR_START' && text.startsWith('*', offset))) {
    const word = /^[^\s,\]}]+/.exec(text.slice(offset))?.[0] ?? '*';
    return say('startsAlias', { word });
  }
  if (code === 'TAB_AS_INDENT') return say('tabAsIndent');
  return code === 'MULTILINE_IMPLICIT_KEY' ? say('brokenKey') : message;
}
