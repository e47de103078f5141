import type { Doubt } from '../catalog/model.js';
import { cellText } from './table.js';
import type { CellLine, RawCell } from './table.js';

/** What an action or dependency cell says. */
export interface ActionReading {
  /** Actions under one label; the first group has none where actions come before any label. */
  readonly groups: readonly ActionGroup[];
  /** `none`: the cell says that nothing is needed. `blank`: it says nothing (empty, `-`, `×`). */
  readonly says: 'actions' | 'none' | 'blank' | 'prose';
  readonly doubts: readonly Doubt[];
}

export interface ActionGroup {
  /** As written, without the colon; empty for actions that stand under no label. */
  readonly label: string;
  readonly actions: readonly string[];
}

/** Service codes seen at the beginning of clean actions on the page, in lower case: they tell where glued actions part. */
export type Services = ReadonlySet<string>;

/** `a:b:c` with at least three parts; more parts are glued actions, a label in front, or a resource pattern. */
const CHAIN = /(?:[A-Za-z][A-Za-z0-9_-]*|\*)(?::[A-Za-z0-9_*-]+){2,}/g;
/** `sts::setSourceIdentity`: identity policies know actions without a resource type. */
const UNTYPED = /(?<![\w:*-])[a-z][a-z0-9-]*::[A-Za-z][A-Za-z0-9_*]*(?![\w:*-])/g;

/** Cells that say nothing. `×` and `x` in an API column mean: no API. */
const BLANK = /^(?:[-–—―\s]*|[×xX✕✗/\\]|n\/?a\.?|\(n\/a\)|不涉及|不适用|暂无|null|nil|tbd|待补充)$/i;
/** Cells that say that nothing is needed. */
const NONE =
  /^(?:none\.?|无。?|无需(?:任何)?(?:授权|权限|鉴权|授权项|配置|添加|依赖)?.{0,12}|不需要(?:任何)?(?:授权|权限|鉴权|授权项)?.{0,12}|no (?:permissions?|actions?|authorization|authentication)(?: (?:is|are))?(?: (?:needed|required))?\.?|(?:permissions?|actions?|authorization) (?:is|are) not (?:needed|required)\.?|not (?:required|needed)\.?|nothing\.?)$/i;
/** From here on a cell explains; what it names is no requirement of its own. */
const NOTE_START = /^[（(【[]?\s*(?:note|notes|notice|caution|说明|注意|注|备注|提示)\s*[】\])）]?\s*[:：]?(?:\s|$|(?<=[:：]))/i;

/** Operations' first words; where no service code tells where glued actions part, a complete verb does. */
const VERBS =
  /^(?:create|delete|get|list|update|modify|add|remove|set|put|post|patch|query|show|use|count|start|stop|reboot|attach|detach|bind|unbind|associate|disassociate|enable|disable|upload|download|copy|import|export|publish|subscribe|register|operate|batchcreate|batchdelete)(?=[a-z])/i;

export function isBlank(text: string): boolean {
  return BLANK.test(text.trim());
}

export function saysNone(text: string): boolean {
  return NONE.test(text.trim());
}

/** Every complete three-part action that stands on a line by itself: the page's own list of service codes. */
export function collectServices(cells: Iterable<RawCell>): Set<string> {
  const services = new Set<string>();
  for (const cell of cells) {
    for (const { text } of cell.lines) {
      const match = /^["'“‘]?([A-Za-z][A-Za-z0-9-]{1,20}):[A-Za-z0-9_*-]+:[A-Za-z0-9_*-]+["'”’]?[,，;；。.]?$/.exec(text);
      if (match?.[1] !== undefined) services.add(match[1].toLowerCase());
    }
  }
  return services;
}

/** How much of a cell is actions, 0 to 1 by letters; labels and notes make it less. Used to tell columns apart. */
export function actionShare(cell: RawCell, services: Services): number {
  const whole = cellText(cell);
  if (!whole.includes(':') && !whole.includes('：')) return 0;
  let letters = 0;
  let covered = 0;
  for (const line of cell.lines) {
    if (line.note) continue;
    const text = line.text.replace(/[（(][^（()）]*[)）]/g, '');
    letters += text.replace(/[\s"',，;；、/:：]/g, '').length;
    for (const token of readLine(text, services).tokens) if (token.action !== undefined) covered += token.action.replaceAll(':', '').length;
  }
  return letters === 0 ? 0 : covered / letters;
}

/** Reads an action or a dependency cell. */
export function readActions(cell: RawCell, services: Services): ActionReading {
  const text = cellText(cell);
  if (isBlank(text)) return { groups: [], says: 'blank', doubts: [] };
  const doubts: Doubt[] = [];
  const groups: { label: string; actions: string[]; depth: number }[] = [];
  let pending: { label: string; depth: number } | undefined;
  for (const line of joinBroken(cell.lines, doubts)) {
    if (line.note) continue;
    if (NOTE_START.test(line.text)) break;
    const { tokens, mended } = readLine(line.text, services);
    if (mended) doubts.push({ kind: 'repaired', confidence: 'likely', note: 'An action was mended: blanks, wrong colons or a lost separator.', was: line.text.slice(0, 200) });
    if (!tokens.some((token) => token.action !== undefined)) {
      pending = { label: labelText(line.text), depth: line.depth };
      continue;
    }
    let label = pending;
    for (const [at, token] of tokens.entries()) {
      if (token.action === undefined) {
        const [before, after] = [tokens[at - 1]?.action, tokens[at + 1]?.action];
        if (OR.test(token.text) && before !== undefined && after !== undefined) {
          splitOff(groups, before, line.depth);
          label = { label: after, depth: line.depth };
          continue;
        }
        const words = labelText(token.text);
        if (isLabel(token.text, words, token.last)) label = { label: words, depth: line.depth };
        else if (/^[（(]/.test(token.text.trim())) doubts.push({ kind: 'guessed', confidence: 'likely', note: 'The page says that an action is needed only in some cases.', was: line.text.slice(0, 200) });
        continue;
      }
      let group = groups.at(-1);
      const startsGroup = label !== undefined || group === undefined || (group.label !== '' && line.depth < group.depth);
      if (group === undefined || startsGroup) {
        group = { label: label?.label ?? '', actions: [], depth: line.depth };
        groups.push(group);
      }
      label = undefined;
      if (!group.actions.includes(token.action)) group.actions.push(token.action);
    }
    pending = undefined;
  }
  if (groups.length > 0) return { groups: groups.map(({ label, actions }) => ({ label, actions })), says: 'actions', doubts };
  return { groups: [], says: saysNone(text) ? 'none' : 'prose', doubts };
}

/** Between two actions: either of them will do. */
const OR = /^[\s,，]*(?:or|或|或者)\s*$/i;

/** Gives the last action a group of its own, under its own name: one of several alternatives. */
function splitOff(groups: { label: string; actions: string[]; depth: number }[], action: string, depth: number): void {
  const last = groups.at(-1);
  if (last === undefined || last.label === action) return;
  last.actions = last.actions.filter((other) => other !== action);
  if (last.actions.length === 0) groups.pop();
  groups.push({ label: action, actions: [action], depth });
}

interface Token {
  readonly text: string;
  readonly action?: string;
  /** Nothing but this stands to the right of the last action. */
  readonly last?: boolean;
}

/** Cuts a line into actions and what stands between them. */
function readLine(source: string, services: Services): { tokens: Token[]; mended: boolean } {
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
  const found = [...source.matchAll(CHAIN), ...source.matchAll(UNTYPED)].map((match) => ({ text: match[0], index: match.index }));
  return found.sort((a, b) => a.index - b.index);
}

/** Actions in a run of `:`-joined parts; undefined where it is something else (a resource pattern, a time). */
function splitChain(chain: string, source: string, index: number, services: Services): { before: string; actions: string[]; mended: boolean } | undefined {
  const next = source.charAt(index + chain.length);
  const previous = source.charAt(index - 1);
  if (next === ':' || /[$<{]/.test(previous) || (previous === ':' && /[\w*]/.test(source.charAt(index - 2)))) return undefined;
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
    if (services.has(second.toLowerCase()) || (!services.has(first.toLowerCase()) && /^[a-z]/.test(second))) return { before: `${first}:`, actions: [parts.slice(1).join(':')], mended: false };
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

/** Joins an action that was broken over two lines at a colon. */
function joinBroken(lines: readonly CellLine[], doubts: Doubt[]): CellLine[] {
  const joined: CellLine[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const broken =
      previous !== undefined &&
      ((/(?:^|[^\w:])[A-Za-z][\w-]*:[\w*-]+:$/.test(previous.text) && /^[\w*-]+["'”]?[,，;；]?$/.test(line.text)) ||
        (/^["'“]?[A-Za-z][\w-]*:$/.test(previous.text) && /^[\w*-]+:[\w*-]+["'”]?[,，;；]?$/.test(line.text)) ||
        (/^["'“]?[A-Za-z][\w-]*:[\w*-]+$/.test(previous.text) && /^:[\w*-]+["'”]?[,，;；]?$/.test(line.text)));
    if (broken) {
      doubts.push({ kind: 'repaired', confidence: 'likely', note: 'An action was broken over two lines.', was: `${previous.text} ${line.text}`.slice(0, 200) });
      joined[joined.length - 1] = { ...previous, text: previous.text + line.text };
    } else joined.push(line);
  }
  return joined;
}

/** A label without its punctuation; of a whole sentence only the first clause. */
function labelText(text: string): string {
  const label = text.replace(/^[\s,，;；、"'“”)）]+/, '').replace(/[\s:：,，.。"'“”(（-]+$/, '');
  return label.length <= MAX_LABEL ? label : (/^[^，,；;。：:]{2,}/.exec(label)?.[0] ?? label).slice(0, 2 * MAX_LABEL).trim();
}

const MAX_LABEL = 40;

/** Whether the words between actions head those that follow. Words behind the last action, and in brackets, do not. */
function isLabel(text: string, words: string, last: boolean | undefined): boolean {
  return last !== true && words !== '' && !/^\s*[（(]/.test(text) && !/^(?:and|or|和|或|及|以及)$/i.test(words);
}
