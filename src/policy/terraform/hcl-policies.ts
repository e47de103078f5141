import { evaluate } from '../../hcl/evaluate/evaluate.js';
import type { ModuleScope, Scope } from '../../hcl/evaluate/module-scope.js';
import { moduleScope } from '../../hcl/evaluate/terraform-module.js';
import type { ReadBody } from '../../hcl/evaluate/terraform-module.js';
import type { HclBlock, HclBody, HclFile, HclRange } from '../../hcl/hcl-syntax.js';
import { parseHcl } from '../../hcl/parse-hcl.js';
import { parseTemplate } from '../../hcl/parse-template.js';
import { greatest } from '../../long-lists.js';
import type { Comment, RootNode, ValueNode } from '../model/ast.js';
import { readJsonValue } from '../syntax/json-parser.js';
import { instancesOf } from './hcl-instances.js';
import type { Lowering } from './hcl-lower.js';
import { documentOf } from './hcl-lower.js';
import { callsModule, rootsOfModules } from './hcl-modules.js';
import { rootsOfResource } from './hcl-resource.js';
import { strayPolicies } from './hcl-stray.js';
import { configurationBody } from './json-configuration.js';
import type { LineTable } from '../syntax/line-table.js';
import { spanAt } from '../syntax/line-table.js';
import type { FileFacts, ParseProblem, Reading } from '../syntax/reading.js';
import { MAX_PROBLEMS, parseProblem } from '../syntax/reading.js';
import { namesPolicyResource, policyResource } from './terraform-resources.js';
import { en } from '../../wording/en/syntax.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('syntax', en);

/** What locals may bring in again and again, in expressions read; everything that stands in the text is read besides. */
const REPETITION_BUDGET = 50_000;

/**
 * Reads the policies of a Terraform file: those in resources, one root each, named by its address, and those that stand
 * anywhere else, in the argument of a module, a local or a default. Every node stands at its place in the `.tf` text; what
 * only Terraform can tell is an unknown node. Where a part of the file is broken the other policies are still read, and
 * the problems of the success say what is wrong; with no policy left it is a failure. A file that speaks of no policy is
 * not read at all: what is wrong in it is for Terraform to say. `loadHcl` must have been awaited.
 */
export function readHcl(text: string, lines: LineTable, options: FileFacts = {}): Reading {
  if (!mayHoldPolicy(text)) return { ok: true, roots: [], comments: [], problems: [] };
  if (options.name?.endsWith('.tftpl') === true) return readTemplateFile(text, lines, options);
  const file = parseHcl(text);
  const problems: ParseProblem[] = [];
  const roots = policiesIn(file, file.problem !== undefined, {
    text,
    lines,
    options,
    problems,
    shared: false,
  });
  const all = problemsOf(file.problem, problems, lines);
  if (roots.length === 0 && !speaksOfPolicy(text)) return { ok: true, roots: [], comments: [], problems: [] };
  if (roots.every(({ foreign }) => foreign !== undefined) && all.length > 0)
    return { ok: false, problems: all };
  return { ok: true, roots, comments: commentsOf(file, lines), problems: all };
}

/**
 * The policies of a Terraform configuration in JSON, as those of HCL; undefined where none is in it. Nothing of them is edited:
 * they stand in templates in JSON strings.
 */
export function readConfiguration(
  value: ValueNode,
  text: string,
  lines: LineTable,
  options: FileFacts,
): { readonly roots: readonly RootNode[]; readonly problems: readonly ParseProblem[] } | undefined {
  if (!mayHoldPolicy(text)) return undefined;
  const problems: ParseProblem[] = [];
  const body = configurationBody(value, text);
  const roots = policiesIn(body, false, { text, lines, options, problems, shared: true });
  return roots.length === 0 && problems.length === 0
    ? undefined
    : { roots, problems: problemsOf(undefined, problems, lines) };
}

interface PolicyInput {
  readonly text: string;
  readonly lines: LineTable;
  readonly options: FileFacts;
  /** What embedded JSON complains about is added here. */
  readonly problems: ParseProblem[];
  readonly shared: boolean;
}

/** The policies of resources, and those that stand anywhere else. */
function policiesIn(body: HclBody, isBroken: boolean, input: PolicyInput): readonly RootNode[] {
  const { text, lines, options, problems, shared } = input;
  const module = moduleScope({ name: options.name ?? '', text, body }, options.surroundings, readBody);
  const scope = scopeOf(text, module);
  const to: Lowering = {
    text,
    lines,
    problems,
    budget: { left: scope.budget.left },
    alternatives: [],
    shared,
  };
  const found = resourcesOf(body, isBroken).flatMap((block) => rootsOfBlock(block, scope, to));
  const handed = callsModule(text) ? rootsOfModules(body, scope, to, readBody) : [];
  return [...found, ...handed, ...strayPolicies(body, [...found, ...handed], scope, to)];
}

/** The blocks of another file of the module. */
const readBody: ReadBody = (name, text, wanted) => {
  if (!name.endsWith('.json')) return parseHcl(text, wanted);
  const value = readJsonValue(text);
  return value === undefined ? { attributes: [], blocks: [] } : configurationBody(value, text);
};

/** A quick look that spares reading the others: it may itself hold a policy, or hand something to a module that does. */
function mayHoldPolicy(text: string): boolean {
  return speaksOfPolicy(text) || callsModule(text);
}

/** A resource that may hold one, or the words of a statement. */
function speaksOfPolicy(text: string): boolean {
  return namesPolicyResource(text) || STATEMENT_WORDS.test(text);
}

/** The last are what providers of other clouds have for it. */
const STATEMENT_WORDS = /\b(?:Statement|Effect|aws_iam_policy_document|ctyun_iam_policy)\b/;

function commentsOf(file: HclFile, lines: LineTable): Comment[] {
  return file.comments.map(({ type, value, range: [start, end] }) => ({
    type,
    value,
    range: [start, end],
    loc: spanAt(lines, [start, end]),
  }));
}

/** In a broken file, also those that seem to stand inside another: that one was not closed. */
function resourcesOf(body: HclBody, nested: boolean): HclBlock[] {
  return body.blocks.flatMap((block) => [
    ...(block.type === 'resource' ? [block] : []),
    ...(nested ? resourcesOf(block, nested) : []),
  ]);
}

/** One root for each policy of a resource; where `for_each` or `count` makes several of it, one for each of these. */
function rootsOfBlock(block: HclBlock, scope: Scope, to: Lowering): RootNode[] {
  const [type = ''] = block.labels;
  const resource = policyResource(type);
  if (resource === undefined) return [];
  return instancesOf(block, resource, scope).flatMap(({ suffix, names, isOnly }) =>
    rootsOfResource(block, resource, suffix, { ...scope, names }, { ...to, shared: to.shared || !isOnly }),
  );
}

function problemsOf(
  problem: { readonly message: string; readonly range: HclRange } | undefined,
  inner: readonly ParseProblem[],
  lines: LineTable,
): ParseProblem[] {
  const broken =
    problem === undefined
      ? []
      : [
          parseProblem(
            lines,
            'syntax',
            say('validate', { fault: problem.message }),
            problem.range[0],
            greatest(problem.range),
          ),
        ];
  // A text that several policies share is read for each of them.
  const byPlace = new Map([...broken, ...inner].map((one) => [`${one.offset} ${one.message}`, one]));
  return [...byPlace.values()].sort((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS);
}

/** A template of `templatefile` by itself: what is handed to it is unknown here. Only one of a JSON text is a policy. */
function readTemplateFile(text: string, lines: LineTable, options: FileFacts): Reading {
  const nothing: Reading = { ok: true, roots: [], comments: [], problems: [] };
  if (!/^\s*\{/.test(text)) return nothing;
  const module = moduleScope(
    { name: '', text: '', body: { attributes: [], blocks: [] } },
    options.surroundings,
  );
  const scope = scopeOf(text, module);
  const value = evaluate({ kind: 'template', range: [0, text.length], chunks: parseTemplate(text) }, scope);
  const problems: ParseProblem[] = [];
  const to: Lowering = {
    text,
    lines,
    problems,
    budget: { left: scope.budget.left },
    alternatives: [],
    shared: false,
  };
  const document = documentOf(value, to).value;
  if (document === undefined) return problems.length > 0 ? { ok: false, problems } : nothing;
  const { range, loc } = document;
  const root: RootNode = { type: 'Root', value: document, alternatives: to.alternatives, range, loc };
  return { ok: true, roots: [root], comments: [], problems };
}

function scopeOf(text: string, module: ModuleScope): Scope {
  return {
    text,
    at: undefined,
    names: new Map(),
    module,
    budget: { left: REPETITION_BUDGET + text.length },
    assumptions: { count: 0 },
    open: new Set(),
    depth: 0,
  };
}
