import type { Node } from 'web-tree-sitter';
import { mentionsCloud } from '../../hosts.js';
import type { SdkModule } from '../../clients/module.js';
import type { ObsLanguage } from '../../obs/obs-facts.js';
import type {
  Assignment,
  Binding,
  CodeFacts,
  Expression,
  Member,
  Place,
  Scope,
  Use,
} from '../code-syntax.js';
import { OTHER } from '../code-syntax.js';

/** How a language's tree becomes facts. */
export interface Language {
  /** The grammar's file for a path, within its package. */
  readonly grammar: (path: string) => string;
  /** Text without which no file of the language calls the SDK. */
  readonly mention: RegExp;
  readonly lower: Lower;
  /** The SDKs of OBS that are written in it. */
  readonly obs: readonly ObsLanguage[];
  /** Classes that are there without an import, where a name means nothing else. */
  readonly globals?: ReadonlyMap<string, SdkModule>;
  /** Notes what a node declares; what is different for the nodes below it is returned. */
  readonly visit: (node: Node, draft: Draft, inside: Inside) => Partial<Inside> | undefined;
}

/** Turns a node into an expression; `again` does so for those below it. `OTHER` where it is none. */
export type Lower = (node: Node, again: (node: Node | null | undefined) => Expression) => Expression;

/** Where in the file a node stands. */
export interface Inside {
  /** What sees the names that are declared here. */
  readonly scope: Scope;
  /** The class. */
  readonly owner: string | undefined;
  /** What the function returns: to be added to. */
  readonly results: Expression[] | undefined;
}

/** Facts in the making. */
export interface Draft {
  readonly bindings: Binding[];
  readonly assignments: Assignment[];
  readonly members: Member[];
  readonly uses: Use[];
  readonly modules: SdkModule[];
  readonly stars: SdkModule[];
  readonly lower: (node: Node | null | undefined) => Expression;
}

/** A chain of calls longer than this is not followed to its start: reading it would overflow the stack. */
const MAX_DEPTH = 150;

const NONE: ReadonlyMap<string, SdkModule> = new Map();

/** Reads a tree into plain facts, which outlive it. Walks without recursion, in the order of the text. */
export function readFacts(root: Node, language: Language): CodeFacts {
  const creations: CodeFacts['creations'][number][] = [];
  const hosts: CodeFacts['hosts'][number][] = [];
  const lower = lowering(language.lower);
  const draft: Draft = {
    bindings: [],
    assignments: [],
    members: [],
    uses: [],
    modules: [],
    stars: [],
    lower,
  };
  const seen = new Set<Expression>([OTHER]);
  const partsOfTexts = new Set<Expression>();
  const stack: { readonly node: Node; readonly inside: Inside }[] = [
    { node: root, inside: { scope: scopeOf(root), owner: undefined, results: undefined } },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, inside } = top;
    const below = language.visit(node, draft, inside);
    const expression = lower(node);
    if ((expression.kind === 'string' || expression.kind === 'text') && !partsOfTexts.has(expression)) {
      const text = withHoles(expression);
      if (mentionsCloud(text) && !isRemark(node))
        hosts.push({ text: text.replace(/^(?=\.)/, '{}'), place: placeOf(node) });
    }
    if (expression.kind === 'text') for (const part of allParts(expression)) partsOfTexts.add(part);
    if (!seen.has(expression)) {
      seen.add(expression);
      if (expression.kind === 'sdk') draft.modules.push(expression.module);
      if (expression.kind === 'member' && expression.of.kind === 'sdk')
        draft.modules.push(expression.of.module);
      if (expression.kind === 'call' || expression.kind === 'new') creations.push(expression);
      const used = expression.kind === 'call' ? expression.callee : expression;
      if (used.kind === 'member' || used.kind === 'index') {
        // The node of what is called comes later, and is no second use.
        seen.add(used);
        draft.uses.push({
          expression: used,
          called: used !== expression,
          args: expression.kind === 'call' ? expression.args : [],
        });
      }
    }
    const next = below === undefined ? inside : { ...inside, ...below };
    for (const child of node.namedChildren.toReversed()) stack.push({ node: child, inside: next });
  }
  return { ...draft, creations, hosts, globals: language.globals ?? NONE };
}

/** A text that stands alone does nothing: the docstrings of Python. */
function isRemark({ parent }: Node): boolean {
  return parent?.type === 'expression_statement';
}

/** A text as it is written, with `{}` for what is worked out: `ecs.{}.otc.t-systems.com`. */
function withHoles(expression: Expression): string {
  if (expression.kind === 'string') return expression.text;
  return expression.kind === 'text' ? expression.parts.map(withHoles).join('') : '{}';
}

/** Those of its parts too that are put together themselves. */
function allParts(expression: Expression): readonly Expression[] {
  return expression.kind === 'text' ? expression.parts.flatMap((part) => [part, ...allParts(part)]) : [];
}

export function scopeOf(node: Node): Scope {
  return { start: node.startIndex, end: node.endIndex };
}

/** `ending`: the node in whose last line the expression is said to stand. */
export function placeOf(node: Node, ending: Node | null = node): Place {
  return { start: node.startIndex, end: node.endIndex, line: (ending ?? node).endPosition.row + 1 };
}

export function textOf(node: Node | null | undefined): string {
  return node?.text ?? '';
}

/** A field's expression; undefined where the node has no such field. */
export function field(node: Node, name: string, lower: Draft['lower']): Expression | undefined {
  const child = node.childForFieldName(name);
  return child === null ? undefined : lower(child);
}

/** Each node is lowered once, so that a node and what is made of it can be told to be the same. */
function lowering(lowerNode: Lower): Draft['lower'] {
  const known = new Map<number, Expression>();
  let depth = 0;
  const lower = (node: Node | null | undefined): Expression => {
    if (node === null || node === undefined || depth > MAX_DEPTH) return OTHER;
    const before = known.get(node.id);
    if (before !== undefined) return before;
    depth += 1;
    const expression = lowerNode(node, lower);
    depth -= 1;
    known.set(node.id, expression);
    return expression;
  };
  return lower;
}
