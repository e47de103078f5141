import { isAlias, isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Document, Node, YAMLError } from 'yaml';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import type { Position, Span } from '../../span.js';
import { readYamlDocument } from '../../yaml-document.js';
import { nearNames } from '../resolve/near-names.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/** A value of the manifest: the place where it is written, and the node it means (another one where it is an alias). */
export interface Value {
  readonly written: Node;
  readonly node: Node;
}

/** Mappings of a manifest. */
export type MappingName =
  'manifest' | 'apis' | 'from' | 'observed' | 'unread' | 'seen' | 'resource' | 'context';

/**
 * A manifest's text as YAML nodes with places, which collects complaints. Only nodes are looked at, one level at a time:
 * an alias costs no more than what it stands for, and keys such as `__proto__` are only text.
 */
export class ManifestText {
  readonly file: string;
  /** Undefined where the text could not be read at all. */
  readonly root: Value | undefined;
  readonly #lines = new LineCounter();
  readonly #problems: Problem[] = [];
  #document: Document | undefined;

  constructor(text: string, file: string) {
    this.file = file;
    this.root = this.#parse(text.replace(/^\uFEFF/, ''));
  }

  /** In the order of the text. */
  problems(): readonly Problem[] {
    return this.#problems.toSorted(
      (a, b) =>
        (a.where?.line ?? 0) - (b.where?.line ?? 0) || (a.where?.column ?? 0) - (b.where?.column ?? 0),
    );
  }

  complain(message: string, at: Value | { readonly span: Span } | undefined): void {
    const start = at === undefined ? undefined : this.#startOf(at);
    const where = { file: this.file, line: start?.line, column: start?.column };
    this.#problems.push(new Problem('manifest', message, defined(where)));
  }

  #startOf(at: Value | { readonly span: Span }): Position {
    return 'span' in at ? at.span.start : this.span(at).start;
  }

  span(value: Value): Span {
    const [start, end] = value.written.range ?? [0, 0];
    return { start: this.#position(start), end: this.#position(end) };
  }

  /** The members of a mapping with only these keys; `what` it is, for a complaint. */
  members(value: Value, keys: readonly string[], what: MappingName): ReadonlyMap<string, Value> | undefined {
    if (!isMap(value.node)) {
      this.complain(say('otherKind', { what, keys, found: kindOf(value.node) }), value);
      return undefined;
    }
    const members = new Map<string, Value>();
    for (const { key, value: item } of value.node.items as { key: Node | null; value: Node | null }[]) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name !== undefined && keys.includes(name)) {
        const member = item === null ? undefined : this.#follow(item);
        if (member !== undefined) members.set(name, member);
      } else {
        const near = name === undefined ? [] : nearNames(name, keys, 1);
        this.complain(
          say('unknownKey', { key: name ?? '', what, keys, near }),
          key === null ? value : { written: key, node: key },
        );
      }
    }
    return members;
  }

  /** The members of a mapping whose keys are names of their own, with the places of the keys. */
  pairs(
    value: Value,
    what: MappingName,
  ): readonly { readonly name: string; readonly key: Value; readonly value: Value }[] | undefined {
    if (!isMap(value.node)) {
      this.complain(say('noMapping', { what, found: kindOf(value.node) }), value);
      return undefined;
    }
    return (value.node.items as { key: Node | null; value: Node | null }[]).flatMap(
      ({ key, value: item }) => {
        const member = item === null ? undefined : this.#follow(item);
        if (!isScalar(key) || member === undefined) return [];
        return { name: String(key.value), key: { written: key, node: key }, value: member };
      },
    );
  }

  /** A text, number or Boolean as it is written. */
  scalar(value: Value, example: string): string | undefined {
    const { node } = value;
    if (!isScalar(node) || (typeof node.value !== 'number' && typeof node.value !== 'boolean'))
      return this.string(value, example);
    return node.source ?? String(node.value);
  }

  /** `example` is the remedy: what could stand there. Nothing is said of a value that is absent. */
  items(value: Value | undefined, example: string): readonly Value[] | undefined {
    if (value === undefined) return undefined;
    if (isSeq(value.node)) return value.node.items.flatMap((item) => this.#follow(item as Node) ?? []);
    this.complain(say('noList', { found: kindOf(value.node), example }), value);
    return undefined;
  }

  isEmptyList(value: Value | undefined): boolean {
    return value !== undefined && isSeq(value.node) && value.node.items.length === 0;
  }

  string(value: Value | undefined, example: string): string | undefined {
    if (value === undefined) return undefined;
    if (isScalar(value.node) && typeof value.node.value === 'string') {
      if (value.node.value.trim() !== '') return value.node.value.trim();
      this.complain(say('emptyText', { example }), value);
    } else {
      this.complain(say('noText', { found: kindOf(value.node), example }), value);
    }
    return undefined;
  }

  boolean(value: Value | undefined): boolean | undefined {
    if (value === undefined) return undefined;
    if (isScalar(value.node) && typeof value.node.value === 'boolean') return value.node.value;
    this.complain(say('noBoolean', { found: kindOf(value.node) }), value);
    return undefined;
  }

  #parse(text: string): Value | undefined {
    const document = readYamlDocument(text, this.#lines);
    this.#document = document;
    const syntax = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY') ?? document.warnings[0];
    for (const error of document.errors.filter(({ code }) => code === 'DUPLICATE_KEY'))
      this.#complainAt(say('keyTwice'), error.pos[0]);
    // What follows the first mistake in the syntax is mostly its consequence.
    if (syntax !== undefined) this.#complainAt(syntaxComplaint(syntax), syntax.pos[0]);
    else if (document.contents !== null) return this.#follow(document.contents);
    else this.#complainAt(say('empty'), 0);
    return undefined;
  }

  #follow(node: Node): Value | undefined {
    if (!isAlias(node)) return { written: node, node };
    const target = this.#document && node.resolve(this.#document);
    if (target !== undefined && !isAlias(target)) return { written: node, node: target };
    this.complain(say('noAnchor', { name: node.source }), { written: node, node });
    return undefined;
  }

  #complainAt(message: string, offset: number): void {
    const position = this.#position(offset);
    this.complain(message, { span: { start: position, end: position } });
  }

  #position(offset: number): Position {
    const { line, col } = this.#lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), offset };
  }
}

/** Mistakes that unquoted braces lead to: `{ api: GET /v1/{id} }`. */
const FLOW_CODES: ReadonlySet<string> = new Set([
  'UNEXPECTED_TOKEN',
  'BAD_SCALAR_START',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
]);

function syntaxComplaint({ code, message }: YAMLError): string {
  if (code === 'RESOURCE_EXHAUSTION') return say('tooDeep', { fault: message });
  if (code === 'MULTIPLE_DOCS') return say('severalDocuments');
  return say(FLOW_CODES.has(code) ? 'noYamlInBraces' : 'noYaml', { fault: message });
}

function kindOf(node: Node): string {
  if (isMap(node)) return say('aMapping');
  if (isSeq(node)) return say('aList');
  const value = isScalar(node) ? node.value : undefined;
  if (value === null) return say('nothing');
  if (typeof value === 'string') return say('text');
  return typeof value === 'number' ? say('number', { value }) : JSON.stringify(value);
}
