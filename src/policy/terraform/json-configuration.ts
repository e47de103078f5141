import type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclChunk,
  HclExpression,
  HclItem,
  HclRange,
  HclTemplate,
} from '../../hcl/hcl-syntax.js';
import { parseTemplate } from '../../hcl/parse-template.js';
import type { MemberNode, ObjectNode, StringNode, ValueNode } from '../model/ast.js';
import { innerText } from '../syntax/inner-text.js';

/**
 * The blocks of a Terraform configuration that is written as JSON (`main.tf.json`), as if it were HCL: its strings are
 * templates, and whatever stands in them has its place in the JSON text. A file of values (`terraform.tfvars.json`) has
 * attributes only. `loadHcl` must have been awaited. Source: developer.hashicorp.com/terraform/language/syntax/json.
 */
export function configurationBody(value: ValueNode, text: string): HclBody {
  const members = membersOf(value);
  const blocks = members.flatMap(({ name, value: inner }) => {
    const labels = LABELS.get(name.value);
    return labels === undefined ? [] : blocksOf(name, inner, labels, { text, type: name.value, labels: [] });
  });
  const others = members.filter(({ name }) => !LABELS.has(name.value));
  return { attributes: others.flatMap((member) => attributeOf(member, text)), blocks };
}

/** How many labels the blocks at the top of a configuration have. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['locals', 0],
  ['terraform', 0],
]);

/** Members that are blocks and no arguments, in resources that hold policies. */
const NESTED: ReadonlySet<string> = new Set(['statement', 'content']);

interface Heading {
  readonly text: string;
  readonly type: string;
  readonly labels: readonly string[];
}

function blocksOf(name: StringNode, value: ValueNode, labels: number, heading: Heading): readonly HclBlock[] {
  if (labels === 0) return bodiesOf(value).map((body) => blockOf(name, body, heading));
  return bodiesOf(value).flatMap(({ members }) =>
    members.flatMap((member) => {
      const inner = { ...heading, labels: [...heading.labels, member.name.value] };
      return blocksOf(member.name, member.value, labels - 1, inner);
    }),
  );
}

/** One body, or several of them in a list. */
function bodiesOf(value: ValueNode): readonly ObjectNode[] {
  if (value.type === 'Object') return [value];
  return value.type === 'Array' ? value.elements.filter((element) => element.type === 'Object') : [];
}

function blockOf(name: StringNode, body: ObjectNode, { text, type, labels }: Heading): HclBlock {
  const nested = body.members.flatMap((member) => nestedBlocks(member, text));
  const attributes = body.members
    .filter((member) => nestedBlocks(member, text).length === 0)
    .flatMap((member) => attributeOf(member, text));
  return { type, labels, range: body.range, header: name.range, attributes, blocks: nested };
}

function nestedBlocks({ name, value }: MemberNode, text: string): readonly HclBlock[] {
  if (NESTED.has(name.value)) return blocksOf(name, value, 0, { text, type: name.value, labels: [] });
  return name.value === 'dynamic' ? blocksOf(name, value, 1, { text, type: 'dynamic', labels: [] }) : [];
}

function attributeOf({ name, value, range }: MemberNode, text: string): readonly HclAttribute[] {
  if (name.value === '//') return [];
  return [
    {
      name: name.value,
      nameRange: name.range,
      range,
      value: expressionOf(value, text),
      broken: false,
    },
  ];
}

function expressionOf(value: ValueNode, text: string): HclExpression {
  const { range } = value;
  switch (value.type) {
    case 'String':
      return templateOf(value, text);
    case 'Number':
      return { kind: 'number', range, value: value.value };
    case 'Boolean':
      return { kind: 'boolean', range, value: value.value };
    case 'Null':
      return { kind: 'null', range };
    case 'Array':
      return { kind: 'tuple', range, elements: value.elements.map((element) => expressionOf(element, text)) };
    case 'Object':
      return { kind: 'object', range, items: value.members.map((member) => itemOf(member, text)) };
    case 'Unknown':
      return { kind: 'opaque', range };
  }
}

function itemOf({ name, value, range }: MemberNode, text: string): HclItem {
  return { range, key: templateOf(name, text), value: expressionOf(value, text) };
}

/** A string of the configuration, with its holes read as expressions. */
function templateOf(node: StringNode, text: string): HclTemplate {
  const inner = innerText(text, node, 'json');
  const { value, range } = node;
  if (inner === undefined) return { kind: 'template', range, chunks: [{ kind: 'hole', range }] };
  const offsets = inner.offsets.map((offset) => offset ?? range[0]);
  if (!/[$%]\{/.test(value)) {
    const whole: HclChunk = { kind: 'text', text: value, range: [0, value.length] };
    return { kind: 'template', range, chunks: value === '' ? [] : placedChunks([whole], offsets) };
  }
  const chunks = withoutLastLineEnd(parseTemplate(value));
  return {
    kind: 'template',
    range,
    chunks: chunks.length === 0 ? [{ kind: 'hole', range }] : placedChunks(chunks, offsets),
  };
}

/** A template is read as lines, the last of which ends. */
function withoutLastLineEnd(chunks: readonly HclChunk[]): readonly HclChunk[] {
  const last = chunks.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith('\n')) return chunks;
  const { text, range } = last;
  const before = chunks.slice(0, -1);
  return text === '\n'
    ? before
    : [...before, { kind: 'text', text: text.slice(0, -1), range: [range[0], range[1] - 1] }];
}

function placedChunks(chunks: readonly HclChunk[], offsets: readonly number[]): readonly HclChunk[] {
  return placed(chunks, offsets) as readonly HclChunk[];
}

/** Plain data of expressions with every range in it where the JSON text has it. */
function placed(data: unknown, offsets: readonly number[]): unknown {
  if (Array.isArray(data)) {
    const items: readonly unknown[] = data;
    return items.flatMap((item): readonly unknown[] =>
      isText(item) ? pieces(item, offsets) : [placed(item, offsets)],
    );
  }
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'range' ? rangeAt(value as HclRange, offsets) : placed(value, offsets),
    ]),
  );
}

type TextChunk = Extract<HclChunk, { kind: 'text' }>;

function isText(data: unknown): data is TextChunk {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'text';
}

function rangeAt([start, end]: HclRange, offsets: readonly number[]): HclRange {
  return [offsets[start] ?? 0, offsets[end] ?? offsets.at(-1) ?? 0];
}

/** A text in parts that stand verbatim in the JSON, and escape sequences between them. */
function pieces(chunk: TextChunk, offsets: readonly number[]): readonly TextChunk[] {
  const [start, end] = chunk.range;
  if (end - start !== chunk.text.length) return [{ ...chunk, range: rangeAt(chunk.range, offsets) }];
  const parts: TextChunk[] = [];
  for (let from = start; from < end;) {
    let to = from + 1;
    const isVerbatim = width(from, offsets) === 1;
    while (isVerbatim && to < end && width(to, offsets) === 1) to += 1;
    const text = chunk.text.slice(from - start, to - start);
    parts.push({ kind: 'text', text, range: rangeAt([from, to], offsets) });
    from = to;
  }
  return parts;
}

/** How many characters of the JSON text stand for one of what it says. */
function width(at: number, offsets: readonly number[]): number {
  return (offsets[at + 1] ?? 0) - (offsets[at] ?? 0);
}

function membersOf(value: ValueNode): readonly MemberNode[] {
  return value.type === 'Object' ? value.members : [];
}
