import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, visit } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import { defined } from '../../defined.js';
import { Problem } from '../../problem.js';
import { readYamlDocument } from '../../yaml-document.js';
import type { FoundCall, FoundCalls, UnplacedCall } from '../found.js';
import { endpointComplaint } from '../resolve/match.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** Methods that a path item has members for. Source: OpenAPI Specification 3.1.1, “Path Item Object”. */
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Larger specifications are of whole clouds, and take longer to read than all else. In UTF-16 units. */
const MAX_LENGTH = 20_000_000;

/** Whether the beginning of a file is that of an OpenAPI specification, or of one of its predecessor, Swagger 2.0. */
export function isSpecification(head: string): boolean {
  return (
    /^\uFEFF?(?:openapi|swagger)\s*:/m.test(head) ||
    /^\s*\{[^]{0,4000}?"(?:openapi|swagger)"\s*:\s*"/.test(head.replace(/^\uFEFF/, ''))
  );
}

/**
 * The operations of a client's specification (OpenAPI 3.x or Swagger 2.0, YAML or JSON) as calls, each with the line of its
 * method, below the path of its server. `operationId` tells operations of one endpoint apart. What stands in another file
 * is listed as not placed.
 */
export function findInSpecification(path: string, text: string): FoundCalls {
  if (text.length > MAX_LENGTH) return failed(path, say('specificationTooLarge'));
  const lines = new LineCounter();
  const document = readYamlDocument(text.replace(/^\uFEFF/, ''), lines, { uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined)
    return failed(
      path,
      error.code === 'RESOURCE_EXHAUSTION'
        ? error.message
        : say('specificationUnreadable', { fault: error.message }),
      lines.linePos(error.pos[0]).line,
    );
  return operationsIn({ path, document, lineOf: (node) => lines.linePos(node.range?.[0] ?? 0).line });
}

function failed(file: string, message: string, line?: number): FoundCalls {
  return {
    found: [],
    unplaced: [],
    problems: [new Problem('file', message, defined({ file, line }))],
  };
}

interface Specification {
  readonly path: string;
  readonly document: Document;
  readonly lineOf: (node: Node) => number;
}

function operationsIn(specification: Specification): FoundCalls {
  const { path: file, document, lineOf } = specification;
  const root = follow(document.contents, document);
  const paths = member(root, 'paths', document);
  const found: FoundCall[] = [];
  const unplaced: UnplacedCall[] = [];
  const problems: Problem[] = [];
  if (paths !== undefined && !isMap(paths))
    problems.push(
      new Problem('file', say('noPaths'), {
        file,
        line: lineOf(paths),
      }),
    );
  for (const { name, key, value } of members(paths, document)) {
    const item = referred(value, document);
    if (item === undefined) {
      unplaced.push({
        file,
        line: lineOf(key),
        text: name,
        reason: say('pathElsewhere'),
      });
      continue;
    }
    for (const { name: method, key: at, value: operation } of members(item, document)) {
      if (!METHODS.some((known) => known === method)) continue;
      const api = `${method.toUpperCase()} ${serverOf([operation, value, item, root], document)}${name}`;
      const complaint = name.startsWith('/') ? endpointComplaint(api) : say('pathWithoutSlash');
      if (complaint === undefined)
        found.push({
          api,
          operation: textOf(member(operation, 'operationId', document)),
          possible: false,
          origin: { file, line: lineOf(at), confidence: 'certain' },
        });
      else unplaced.push({ file, line: lineOf(at), text: `${method} ${name}`, reason: complaint });
    }
  }
  return { found, unplaced, problems };
}

/** What stands before the paths: the first server that the innermost of these names, or what Swagger 2.0 has for it. */
function serverOf(owners: readonly (Node | undefined)[], document: Document): string {
  for (const owner of owners) {
    const servers = member(owner, 'servers', document);
    const first = isSeq(servers) ? follow(servers.items[0], document) : undefined;
    const url = textOf(member(first, 'url', document));
    if (url !== undefined) return trimmed(filled(url, member(first, 'variables', document), document));
  }
  const root = owners.at(-1);
  const [host, base = ''] = [
    textOf(member(root, 'host', document)),
    textOf(member(root, 'basePath', document)),
  ];
  return trimmed(host === undefined ? base : `https://${host}${base}`);
}

/** With the default of each variable. A variable without one stays: it is a parameter of the path. */
function filled(url: string, variables: Node | undefined, document: Document): string {
  return url.replaceAll(
    /\{([^{}]*)\}/g,
    (written, name: string) =>
      textOf(member(member(variables, name, document), 'default', document)) ?? written,
  );
}

/** Without the slash that paths begin with; what is neither an address nor a path stands before none. */
function trimmed(url: string): string {
  const address = url
    .replace(/^\/\//, 'https://')
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  if (address === '' || /^https?:\/\/[^\s/]/i.test(address)) return address;
  return address.startsWith('/') && !/\s/.test(address) ? address : '';
}

/** The path item that a `$ref` within the file leads to; undefined where it leads out of it. */
function referred(item: Node | undefined, document: Document): Node | undefined {
  const reference = textOf(member(item, '$ref', document));
  if (reference === undefined) return item;
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .reduce<Node | undefined>(
      (node, part) => member(node, unescaped(part), document),
      follow(document.contents, document),
    );
}

/** RFC 6901, and the percent signs that a reference may have besides. */
function unescaped(part: string): string {
  const pointer = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

interface Member {
  readonly name: string;
  readonly key: Node;
  readonly value: Node | undefined;
}

function members(node: Node | undefined, document: Document): readonly Member[] {
  if (!isMap(node)) return [];
  return (node as YAMLMap<Node, Node | null>).items.flatMap(({ key, value }) =>
    isScalar(key) ? [{ name: String(key.value), key, value: follow(value, document) }] : [],
  );
}

function member(node: Node | undefined, name: string, document: Document): Node | undefined {
  if (!isMap(node)) return undefined;
  let byName = names.get(node);
  if (byName === undefined) {
    byName = new Map(
      (node as YAMLMap<Node, Node | null>).items.flatMap(({ key, value }) =>
        isScalar(key) ? [[String(key.value), value] as const] : [],
      ),
    );
    names.set(node, byName);
  }
  return follow(byName.get(name), document);
}

/** Of mappings that were asked for a member: references may ask one that is large as often as it has members. */
const names = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** What an alias stands for: nodes are looked at one at a time, so that none costs more than it holds. */
function follow(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return anchorsOf(document).get(node.source);
  return isNode(node) ? node : undefined;
}

const anchors = new WeakMap<Document, ReadonlyMap<string, Node>>();

/** The library looks through the whole document for each alias. */
function anchorsOf(document: Document): ReadonlyMap<string, Node> {
  const known = anchors.get(document);
  if (known !== undefined) return known;
  const found = new Map<string, Node>();
  visit(document, {
    Value: (_key, node) => {
      if (node.anchor !== undefined) found.set(node.anchor, node);
    },
  });
  anchors.set(document, found);
  return found;
}

function textOf(node: Node | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' && node.value.trim() !== ''
    ? node.value.trim()
    : undefined;
}
