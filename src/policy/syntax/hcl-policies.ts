import { parseHcl } from '../../hcl/parse-hcl.js';
import type { HclBlock, HclBody, HclExpression, HclRange } from '../../hcl/hcl-syntax.js';
import type {
  ArrayNode,
  Comment,
  MemberNode,
  ObjectNode,
  Range,
  RootNode,
  StringNode,
  ValueNode,
} from '../model/ast.js';
import { unknown } from './hcl-json.js';
import type { Scope } from './hcl-value.js';
import { documentOf, valueOf } from './hcl-value.js';
import type { LineTable } from './line-table.js';
import { spanAt } from './line-table.js';
import type { ParseProblem, Reading } from './reading.js';
import { MAX_PROBLEMS, parseProblem } from './reading.js';
import type { PolicyArgument, PolicyResource } from './terraform-resources.js';
import {
  BLOCKS_VERSION,
  namesPolicyResource,
  policyAddress,
  policyResource,
  STATEMENT_ELEMENTS,
} from './terraform-resources.js';

/** What locals may bring in again and again, in expressions read; everything that stands in the text is read besides. */
const REPETITION_BUDGET = 50_000;

/**
 * Reads the policies inside the resources of a Terraform file: one root each, named by its address, with every node at its
 * place in the `.tf` text. What only Terraform can tell is an unknown node. Where a part of the file is broken the other
 * policies are still read, and the problems of the success say what is wrong; with no policy left it is a failure. A file
 * that names no resource with a policy is not read at all: what is wrong in it is for Terraform to say.
 * `loadHcl` must have been awaited.
 */
export function readHcl(text: string, lines: LineTable): Reading {
  if (!namesPolicyResource(text)) return { ok: true, roots: [], comments: [], problems: [] };
  const file = parseHcl(
    text,
    (type, [resource = '']) =>
      type === 'locals' || (type === 'resource' && policyResource(resource) !== undefined),
  );
  const scope: Scope = {
    text,
    lines,
    locals: localsOf(file),
    problems: [],
    budget: REPETITION_BUDGET + text.length,
  };
  const roots = resourcesOf(file, file.problem !== undefined).flatMap((block) => readResource(block, scope));
  const problems = problemsOf(file.problem, scope);
  if (roots.length === 0 && problems.length > 0) return { ok: false, problems };
  const comments = file.comments.map<Comment>(({ type, value, range: [start, end] }) => ({
    type,
    value,
    range: [start, end],
    loc: spanAt(lines, [start, end]),
  }));
  return { ok: true, roots, comments, problems };
}

function localsOf(file: HclBody): Map<string, HclExpression> {
  const locals = file.blocks.filter(({ type }) => type === 'locals').flatMap(({ attributes }) => attributes);
  return new Map(
    locals.map(({ name, value, broken }) => [name, broken ? { kind: 'opaque', range: value.range } : value]),
  );
}

/** In a broken file, also those that seem to stand inside another: that one was not closed. */
function resourcesOf(body: HclBody, nested: boolean): HclBlock[] {
  return body.blocks.flatMap((block) => [
    ...(block.type === 'resource' ? [block] : []),
    ...(nested ? resourcesOf(block, nested) : []),
  ]);
}

function problemsOf(
  problem: { readonly message: string; readonly range: HclRange } | undefined,
  scope: Scope,
): ParseProblem[] {
  const broken =
    problem === undefined
      ? []
      : [
          parseProblem(
            scope.lines,
            'syntax',
            `${problem.message}; terraform validate tells more`,
            problem.range[0],
            Math.max(...problem.range),
          ),
        ];
  return [...broken, ...scope.problems].sort((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS);
}

function readResource(block: HclBlock, scope: Scope): RootNode[] {
  const [type = '', name = ''] = block.labels;
  const resource = policyResource(type);
  if (resource === undefined) return [];
  return resource.arguments.flatMap((argument) => {
    const address = policyAddress(`${type}.${name}`, resource, argument);
    if (argument.form === 'blocks')
      return readBlocks(block, argument.name, { address, place: resource.place }, scope);
    return readArgument(block, argument, { address, place: resource.place }, scope);
  });
}

type Name = Required<Pick<RootNode, 'address'>> & Pick<PolicyResource, 'place'>;

function readArgument(block: HclBlock, argument: PolicyArgument, name: Name, scope: Scope): RootNode[] {
  const attribute = block.attributes.find((candidate) => candidate.name === argument.name);
  if (attribute === undefined || attribute.broken || attribute.value.kind === 'null') return [];
  const { value, file } = documentOf(attribute.value, scope);
  if (value === undefined) return [];
  const policy = argument.form === 'statements' ? withStatements(value, attribute.nameRange, scope) : value;
  return [
    {
      type: 'Root',
      ...name,
      ...(file === undefined ? {} : { file }),
      value: policy,
      range: policy.range,
      loc: policy.loc,
    },
  ];
}

/** The statements alone stand in the text: the object around them stands where they do. */
function withStatements(value: ValueNode, nameRange: HclRange, scope: Scope): ObjectNode {
  return object([member('Statement', nameRange, value, scope)], value.range, scope);
}

/** `statement { effect = "Allow" … }`: a policy of the version that the provider writes; the version stands at the resource's header. */
function readBlocks(block: HclBlock, blockName: string, name: Name, scope: Scope): RootNode[] {
  const blocks = block.blocks.filter(
    ({ type, labels }) => type === blockName || (type === 'dynamic' && labels[0] === blockName),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const range: Range = [first.range[0], last.range[1]];
  const elements = blocks.map((statement) =>
    statement.type === 'dynamic' ? readDynamic(statement, scope) : readStatement(statement, scope),
  );
  const statements: ArrayNode = {
    type: 'Array',
    style: 'block',
    elements,
    range,
    loc: spanAt(scope.lines, range),
  };
  const version = string(BLOCKS_VERSION, block.header, scope);
  const value = object(
    [member('Version', block.header, version, scope), member('Statement', first.header, statements, scope)],
    range,
    scope,
  );
  return [{ type: 'Root', ...name, value, range: value.range, loc: value.loc }];
}

/**
 * Statements that Terraform makes as often as it likes. Where each of them allows and what it allows is unknown, that much
 * is known: they deny nothing. What names actions may come to nothing, so it is unknown altogether.
 */
function readDynamic(block: HclBlock, scope: Scope): ValueNode {
  const content = block.blocks.find(({ type }) => type === 'content');
  const statement = content === undefined ? undefined : readStatement(content, scope);
  const value = (name: string): ValueNode | undefined =>
    statement?.members.find((candidate) => candidate.name.value === name)?.value;
  const [effect, action] = [value('Effect'), value('Action')];
  return statement !== undefined &&
    effect?.type === 'String' &&
    effect.value === 'Allow' &&
    action?.type === 'Unknown'
    ? statement
    : unknown(scope, [...block.range] as Range);
}

function readStatement(block: HclBlock, scope: Scope): ObjectNode {
  const members = block.attributes.flatMap((attribute) => {
    const element = STATEMENT_ELEMENTS[attribute.name];
    if (element === undefined || attribute.value.kind === 'null') return [];
    const value = attribute.broken
      ? unknown(scope, [...attribute.value.range] as Range)
      : element === 'Condition'
        ? documentOf(attribute.value, scope).value
        : valueOf(attribute.value, scope);
    return value === undefined ? [] : [member(element, attribute.nameRange, value, scope)];
  });
  return object(members, [...block.range] as Range, scope);
}

function object(members: readonly MemberNode[], range: Range, { lines }: Scope): ObjectNode {
  return { type: 'Object', style: 'block', members, range, loc: spanAt(lines, range) };
}

function member(name: string, at: HclRange, value: ValueNode, scope: Scope): MemberNode {
  const range: Range = [Math.min(at[0], value.range[0]), Math.max(at[1], value.range[1])];
  return { type: 'Member', name: string(name, at, scope), value, range, loc: spanAt(scope.lines, range) };
}

function string(value: string, [start, end]: HclRange, { lines }: Scope): StringNode {
  return { type: 'String', value, range: [start, end], loc: spanAt(lines, [start, end]) };
}
