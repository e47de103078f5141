import type { RawCell } from '../tables/table.js';

/** Service codes seen at the beginning of clean actions on the page, in lower case: they tell where glued actions part. */
export type Services = ReadonlySet<string>;

export interface Token {
  readonly text: string;
  readonly action?: string;
  /** Nothing but this stands to the right of the last action. */
  readonly last?: boolean;
}

/** Cuts a line into actions and what stands between them. */
export function readLine(source: string, services: Services): { tokens: Token[]; mended: boolean } {
  const direct = cut(source, services);
  if (direct.tokens.some((token) => token.action !== undefined)) return direct;
  if (!/[:：]/.test(source) || source.length > 2000) return direct;
  const colons = cut(source.replace(/\s*[:：]\s*/g, ':'), services);
  if (colons.tokens.some((token) => token.action !== undefined)) return { ...colons, mended: true };
  const bare = source.replace(/\s+/g, '').replace(/：/g, ':');
  if (!/^["'“]?[A-Za-z][\w-]*:[\w*-]+:[\w*-]+["'”]?[,，;；]?$/.test(bare)) return direct;
  return { ...cut(bare, services), mended: true };
}

function cut(source: string, services: Services): { tokens: Token[]; mended: boolean } {
  const tokens: Token[] = [];
  let mended = false;
  let at = 0;
  const push = (text: string): void => {
    if (/[\p{L}\p{N}(（]/u.test(text)) tokens.push({ text });
  };
  for (const found of matches(source)) {
    const parts = splitChain(found.text, source, found.index, services);
    if (parts === undefined) continue;
    push(source.slice(at, found.index) + parts.before);
    for (const action of parts.actions) tokens.push({ text: action, action });
    mended ||= parts.mended;
    at = found.index + found.text.length;
  }
  const rest = source.slice(at);
  if (/[\p{L}\p{N}(（]/u.test(rest)) tokens.push({ text: rest, last: true });
  return { tokens, mended };
}

function matches(source: string): { text: string; index: number }[] {
  const found = [...source.matchAll(CHAIN), ...source.matchAll(UNTYPED)].map((match) => ({
    text: match[0],
    index: match.index,
  }));
  return found.sort((a, b) => a.index - b.index);
}

/** Actions in a run of `:`-joined parts; undefined where it is something else (a resource pattern, a time). */
function splitChain(
  chain: string,
  source: string,
  index: number,
  services: Services,
): { before: string; actions: string[]; mended: boolean } | undefined {
  const behind = source.slice(index + chain.length, index + chain.length + 2);
  const previous = source.charAt(index - 1);
  if (
    /^:[\w*{<$]/.test(behind) ||
    /[$<{]/.test(previous) ||
    (previous === ':' && /[\w*]/.test(source.charAt(index - 2)))
  )
    return undefined;
  const parts = chain.replace(/-+$/, '').split(':');
  if (parts.some((part) => part === '') && !(parts.length === 3 && parts[1] === '')) return undefined;
  const [first = '', second = ''] = parts;
  if (parts.length === 3) {
    // Times, time formats and cipher suites have three parts, too; no action is all capitals and digits.
    if (/^(?:https?|urn|arn)$/i.test(first) || !/[a-z*]/.test(chain)) return undefined;
    const label = gluedLabel(first, services);
    return label === undefined
      ? { before: '', actions: [parts.join(':')], mended: false }
      : { before: label, actions: [[first.slice(label.length), ...parts.slice(1)].join(':')], mended: true };
  }
  if (parts.length === 4) {
    if (services.has(second.toLowerCase()) || (!services.has(first.toLowerCase()) && /^[a-z]/.test(second)))
      return { before: `${first}:`, actions: [parts.slice(1).join(':')], mended: false };
    return undefined;
  }
  if (parts.length % 2 === 0 || parts[1] === '*' || parts[2] === '*') return undefined;
  const actions: string[] = [];
  let service = first;
  for (let at = 1; at + 1 < parts.length; at += 2) {
    const last = at + 2 >= parts.length;
    const operation = parts[at + 1] ?? '';
    const border = last ? operation.length : glueBorder(operation, first, services);
    if (border === undefined) return undefined;
    actions.push(`${service}:${parts[at] ?? ''}:${operation.slice(0, border)}`);
    service = operation.slice(border);
  }
  return { before: '', actions, mended: true };
}

/** `EIPecs` is the label `EIP` and the service `ecs`: capitals that run into a service code of this page. */
function gluedLabel(service: string, services: Services): string | undefined {
  if (services.has(service.toLowerCase())) return undefined;
  const match = /^([A-Z][A-Za-z]*[A-Z])([a-z][a-z0-9-]+)$/.exec(service);
  return match?.[1] !== undefined && match[2] !== undefined && services.has(match[2]) ? match[1] : undefined;
}

/** Where `createvpc` parts into an operation and the next action's service. */
function glueBorder(part: string, first: string, services: Services): number | undefined {
  for (let at = 1; at < part.length - 1; at += 1) {
    const rest = part.slice(at);
    if (rest === first || services.has(rest.toLowerCase())) return at;
  }
  const verb = VERBS.exec(part);
  return verb && /^[a-z]{2,20}$/.test(part.slice(verb[0].length)) ? verb[0].length : undefined;
}

/** `a:b:c` with at least three parts; more parts are glued actions, a label in front, or a resource pattern. */
const CHAIN = /(?:[A-Za-z][A-Za-z0-9_-]*|\*)(?::[A-Za-z0-9_*-]+){2,}/g;
/** `sts::setSourceIdentity`: identity policies know actions without a resource type. */
const UNTYPED = /(?<![\w:*-])[A-Za-z][A-Za-z0-9-]*::[A-Za-z][A-Za-z0-9_*]*(?![\w:*-])/g;

/** Operations' first words; where no service code tells where glued actions part, a complete verb does. */
const VERBS = new RegExp(
  `^(?:${[
    'create',
    'delete',
    'get',
    'list',
    'update',
    'modify',
    'add',
    'remove',
    'set',
    'put',
    'post',
    'patch',
    'query',
    'show',
    'use',
    'count',
    'start',
    'stop',
    'reboot',
    'attach',
    'detach',
    'bind',
    'unbind',
    'associate',
    'disassociate',
    'enable',
    'disable',
    'upload',
    'download',
    'copy',
    'import',
    'export',
    'publish',
    'subscribe',
    'register',
    'operate',
    'batchcreate',
    'batchdelete',
  ].join('|')})(?=[a-z])`,
  'i',
);

/** Every complete three-part action that stands on a line by itself: the page's own list of service codes. */
export function collectServices(cells: Iterable<RawCell>): Set<string> {
  const services = new Set<string>();
  for (const cell of cells) {
    for (const { text } of cell.lines) {
      const match =
        /^["'“‘]?([A-Za-z][A-Za-z0-9-]{1,20}):[A-Za-z0-9_*-]+:[A-Za-z0-9_*-]+["'”’]?[,，;；。.]?$/.exec(text);
      if (match?.[1] !== undefined) services.add(match[1].toLowerCase());
    }
  }
  return services;
}
