import { Directive as EslintDirective, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import type { Manifest } from '../../calls/call.js';
import type { ExpectationReading } from '../../expectations/expectation.js';
import type {
  Comment,
  DocumentNode,
  MemberNode,
  PolicyNode,
  RootNode,
  Syntax,
  UnknownNode,
  ValueNode,
} from '../../policy/model/ast.js';
import { lineTable, offsetAt, positionAt } from '../../policy/syntax/line-table.js';
import type { LineTable } from '../../policy/syntax/line-table.js';
import type { Policy } from '../../policy/model/policy.js';
import type { ParseProblem, Surroundings } from '../../policy/syntax/reading.js';
import { foreignPolicy } from '../../policy/model/foreign-policy.js';
import type { ForeignPolicy } from '../../policy/model/foreign-policy.js';
import { holesIn, placesOnce } from '../../policy/model/holes.js';
import { variantsOf } from '../../policy/model/variants.js';
import { policyOf } from '../../policy/model/view.js';
import type { Span } from '../../span.js';
import { NAMESPACE, findDirectives } from './directives.js';
import type { Directive } from './directives.js';
import type { RuleReport } from '../results/rule-report.js';
import type { OpenSink } from '../results/fine-print.js';

/** What a file turned out to be. `none` is nothing that we judge; rules leave it alone. */
export type DocumentKind = 'policy' | 'manifest' | 'expectations' | 'none';

export interface SourceCodeInput {
  /** As the file is named in reports, `/` as separator. */
  readonly path: string;
  readonly text: string;
  readonly ast: DocumentNode;
  readonly comments: readonly Comment[];
  /** What the parser read over: comments and trailing commas in strict JSON. */
  readonly problems?: readonly ParseProblem[];
  /** Present where the file is a manifest. */
  readonly manifest?: Manifest;
  /** Present where the file holds expectations. */
  readonly expectations?: ExpectationReading;
  /** Whether `traverse` visits the whole tree (for ESLint rules written by others) or only the document. */
  readonly walk: 'document' | 'tree';
  /** The files around it, which its text was read with. */
  readonly surroundings?: Surroundings | undefined;
}

/** A parsed file as ESLint asks for it. */
export class PolicySourceCode extends TextSourceCodeBase<{
  LangOptions: Record<string, unknown>;
  RootNode: DocumentNode;
  SyntaxElementWithLoc: PolicyNode | Directive;
  ConfigNode: Directive;
}> {
  readonly path: string;
  readonly comments: readonly Comment[];
  readonly problems: readonly ParseProblem[];
  readonly manifest: Manifest | undefined;
  readonly expectations: ExpectationReading | undefined;
  readonly surroundings: Surroundings | undefined;
  readonly visitorKeys = VISITOR_KEYS;
  /** What the user's ESLint configuration says under `settings['lint-policies']`. */
  settings: unknown;
  /** What rules have found in it, by rule, where they have looked at it before ESLint asks; a rule that is not there found nothing. */
  examined: ReadonlyMap<string, readonly RuleReport[]> | undefined;
  /** Where findings leave their data, while somebody collects it. */
  sink: OpenSink | undefined;
  readonly #walk: SourceCodeInput['walk'];
  readonly #parents = new WeakMap<object, PolicyNode>();
  #steps: VisitNodeStep[] | undefined;
  #lines: LineTable | undefined;
  #policies: readonly Policy[] | undefined;
  #foreign: readonly ForeignPolicy[] | undefined;
  #holes: readonly UnknownNode[] | undefined;
  #variants: readonly Policy[] | undefined;
  #directives: readonly Directive[] | undefined;

  constructor({ path, text, ast, comments, problems = [], walk, ...rest }: SourceCodeInput) {
    super({ text, ast });
    this.path = path;
    this.comments = comments;
    this.problems = problems;
    this.manifest = rest.manifest;
    this.expectations = rest.expectations;
    this.surroundings = rest.surroundings;
    this.#walk = walk;
  }

  get syntax(): Syntax {
    return this.ast.syntax;
  }

  get kind(): DocumentKind {
    if (this.manifest !== undefined) return 'manifest';
    if (this.expectations !== undefined) return 'expectations';
    return this.policies.length > 0 ? 'policy' : 'none';
  }

  /** What is a policy in another language than ours, in order: of another cloud, or of buckets and topics. Nothing of it is judged. */
  get foreign(): readonly ForeignPolicy[] {
    this.#foreign ??=
      this.manifest === undefined ? this.ast.body.flatMap((root) => foreignPolicy(root) ?? []) : [];
    return this.#foreign;
  }

  /** The policies of the file, in order; none for a manifest. */
  get policies(): readonly Policy[] {
    if (this.#policies === undefined) {
      this.#policies =
        this.manifest === undefined ? this.ast.body.flatMap((root) => policyOf(root) ?? []) : [];
      for (const policy of this.#policies) paths.set(policy, this.path);
    }
    return this.#policies;
  }

  /**
   * What those of them that are known only in part may be: with each arm of a conditional, and the body of each loop, in
   * one of them at least. Everything that stands in the text can be judged there; what the policies grant, only in `policies`.
   */
  get variants(): readonly Policy[] {
    if (this.#variants === undefined) {
      this.#variants = this.policies.flatMap(({ root }) =>
        variantsOf(root).flatMap((variant) => policyOf(variant) ?? []),
      );
      for (const policy of this.#variants) paths.set(policy, this.path);
    }
    return this.#variants;
  }

  /** Whether it holds such policies only. */
  get isForeign(): boolean {
    return this.foreign.length > 0 && this.policies.every(({ root }) => foreignPolicy(root) !== undefined);
  }

  /** What of its policies is only known where they are put to use, each place once, in the order of the text. */
  get holes(): readonly UnknownNode[] {
    this.#holes ??=
      this.manifest === undefined
        ? placesOnce(
            this.ast.body.flatMap((root) => (foreignPolicy(root) === undefined ? holesIn(root.value) : [])),
          )
        : [];
    return this.#holes;
  }

  /** Whether one place of the text may belong to several policies: `for_each` makes them, and variants. */
  get hasSharedText(): boolean {
    return this.syntax === 'hcl' || this.variants.length > 0;
  }

  get directives(): readonly Directive[] {
    this.#directives ??= findDirectives(this.comments);
    return this.#directives;
  }

  get #lineTable(): LineTable {
    this.#lines ??= lineTable(this.text);
    return this.#lines;
  }

  // The two below replace those of the base class, whose `getLocFromIndex` needs the tree's location to find one.
  override getLoc(node: PolicyNode | Directive): Span {
    return node.loc;
  }

  override getLocFromIndex(index: number): { line: number; column: number } {
    const { line, column } = positionAt(this.#lineTable, index);
    return { line, column };
  }

  override getIndexFromLoc({ line, column }: { line: number; column: number }): number {
    return offsetAt(this.#lineTable, line, column);
  }

  override getParent(node: PolicyNode): PolicyNode | undefined {
    this.traverse();
    return this.#parents.get(node);
  }

  getInlineConfigNodes(): Directive[] {
    return [...this.directives];
  }

  /** Directives name rules without a prefix; ESLint knows them with it. */
  getDisableDirectives(): { problems: []; directives: EslintDirective[] } {
    const directives = this.directives.map(
      (directive) =>
        new EslintDirective({
          type: directive.type,
          node: directive,
          value: directive.rules.map((rule) => `${NAMESPACE}/${rule}`).join(', '),
          justification: directive.reason,
        }),
    );
    return { problems: [], directives };
  }

  override traverse(): VisitNodeStep[] {
    this.#steps ??=
      this.#walk === 'document'
        ? [enter(this.ast, undefined), leave(this.ast, undefined)]
        : [...this.#walkTree(this.ast, undefined)];
    return this.#steps;
  }

  *#walkTree(node: PolicyNode, parent: PolicyNode | undefined): Generator<VisitNodeStep> {
    if (parent !== undefined) this.#parents.set(node, parent);
    yield enter(node, parent);
    for (const child of childrenOf(node)) yield* this.#walkTree(child, node);
    yield leave(node, parent);
  }
}

const paths = new WeakMap<Policy, string>();

/** The file that a policy was read from. */
export function pathOf(policy: Policy): string {
  const path = paths.get(policy);
  if (path === undefined) throw new TypeError('this policy was read from no file');
  return path;
}

export const VISITOR_KEYS: Record<PolicyNode['type'], string[]> = {
  Document: ['body'],
  Root: ['value'],
  Object: ['members'],
  Member: ['name', 'value'],
  Array: ['elements'],
  String: [],
  Number: [],
  Boolean: [],
  Null: [],
  Unknown: [],
};

function childrenOf(node: PolicyNode): readonly (RootNode | ValueNode | MemberNode)[] {
  switch (node.type) {
    case 'Document':
      return node.body;
    case 'Root':
      return [node.value];
    case 'Object':
      return node.members;
    case 'Member':
      return [node.name, node.value];
    case 'Array':
      return node.elements;
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'Null':
    case 'Unknown':
      return [];
  }
}

function enter(target: PolicyNode, parent: PolicyNode | undefined): VisitNodeStep {
  return new VisitNodeStep({ target, phase: 1, args: [target, parent] });
}

function leave(target: PolicyNode, parent: PolicyNode | undefined): VisitNodeStep {
  return new VisitNodeStep({ target, phase: 2, args: [target, parent] });
}
