import type { Doubt } from '../../catalog/model/model.js';
import { readLine } from './action-tokens.js';
import type { Services } from './action-tokens.js';
import { isBlank, saysNone } from './cell-words.js';
import { SYSTEM_POLICY_NAME } from '../tables/foreign-headers.js';
import { normalizeHeader } from '../tables/headers.js';
import { cellText } from '../tables/table.js';
import type { CellLine, RawCell } from '../tables/table.js';
import { en as doubts } from '../../wording/en/doubts.js';
import { writer } from '../../wording/speaker.js';

const note = writer(doubts);

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

/** From here on a cell explains; what it names is no requirement of its own. */
const NOTE_START =
  /^[（(【[]?\s*(?:note|notes|notice|caution|说明|注意|注|备注|提示)\s*[】\])）]?\s*[:：]?(?:\s|$|(?<=[:：]))/i;

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
    for (const token of readLine(text, services).tokens)
      if (token.action !== undefined) covered += token.action.replaceAll(':', '').length;
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
    if (mended)
      doubts.push({
        kind: 'repaired',
        confidence: 'likely',
        note: note('actionMended'),
        was: line.text.slice(0, 200),
      });
    if (!tokens.some((token) => token.action !== undefined)) {
      const words = labelText(line.text);
      if (isLabel(line.text, words)) pending = { label: words, depth: line.depth };
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
        if (token.last !== true && isLabel(token.text, words)) label = { label: words, depth: line.depth };
        else if (/^[（(]/.test(token.text.trim()))
          doubts.push({
            kind: 'guessed',
            confidence: 'likely',
            note: note('onlyInCases'),
            was: line.text.slice(0, 200),
          });
        continue;
      }
      let group = groups.at(-1);
      const startsGroup =
        label !== undefined || group === undefined || (group.label !== '' && line.depth < group.depth);
      if (group === undefined || startsGroup) {
        group = { label: label?.label ?? '', actions: [], depth: line.depth };
        groups.push(group);
      }
      label = undefined;
      if (!group.actions.includes(token.action)) group.actions.push(token.action);
    }
    pending = undefined;
  }
  if (groups.length > 0)
    return { groups: groups.map(({ label, actions }) => ({ label, actions })), says: 'actions', doubts };
  return { groups: [], says: saysNone(text) ? 'none' : 'prose', doubts };
}

/** Reads a dependency cell: some pages part the parts of an action by dots there (`vpc.ports.create`). */
export function readDependencies(cell: RawCell, services: Services): ActionReading {
  const doubts: Doubt[] = [];
  const lines = cell.lines.map((line) => {
    const text = line.text.replace(DOTTED, (name) => name.replaceAll('.', ':'));
    if (text === line.text) return line;
    doubts.push({
      kind: 'repaired',
      confidence: 'likely',
      note: note('dotsForColons'),
      was: line.text.slice(0, 200),
    });
    return { ...line, text };
  });
  const reading = readActions({ ...cell, lines }, services);
  const words = reading.says === 'prose' ? cellText(cell) : rolesIn(cell);
  if (words !== '')
    doubts.push({
      kind: 'guessed',
      confidence: 'likely',
      note: note('wordsBesides'),
      was: words.slice(0, 200),
    });
  return { ...reading, doubts: [...doubts, ...reading.doubts] };
}

/** Lines that are names of roles or system policies (`VPC FullAccess`). */
function rolesIn(cell: RawCell): string {
  const names = cell.lines
    .filter(({ note }) => !note)
    .map(({ text }) => labelText(text))
    .filter((text) => text.length <= MAX_LABEL && SYSTEM_POLICY_NAME.test(normalizeHeader(text)));
  return names.join(', ');
}

/** `vpc.*.get`, and nothing that goes on with a dot as the name of a host does. */
const DOTTED = /(?<![\w.:/-])[a-z][a-z0-9-]*\.(?:[a-z]\w*|\*)\.(?:[a-z]\w*\*?|\*)(?![\w.:/-])/gi;

/** Between two actions: either of them will do. */
const OR = /^[\s,，]*(?:or|或|或者)\s*$/i;

/** Gives the last action a group of its own, under its own name: one of several alternatives. */
function splitOff(
  groups: { label: string; actions: string[]; depth: number }[],
  action: string,
  depth: number,
): void {
  const last = groups.at(-1);
  if (last === undefined || last.label === action) return;
  last.actions = last.actions.filter((other) => other !== action);
  if (last.actions.length === 0) groups.pop();
  groups.push({ label: action, actions: [action], depth });
}

/** Joins an action that was broken over two lines at a colon. */
function joinBroken(lines: readonly CellLine[], doubts: Doubt[]): CellLine[] {
  const joined: CellLine[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const broken =
      previous !== undefined &&
      ((/(?:^|[^\w:])[A-Za-z][\w-]*:[\w*-]+:$/.test(previous.text) &&
        /^[\w*-]+["'”]?[,，;；]?$/.test(line.text)) ||
        (/^["'“]?[A-Za-z][\w-]*:$/.test(previous.text) &&
          /^[\w*-]+:[\w*-]+["'”]?[,，;；]?$/.test(line.text)) ||
        (/^["'“]?[A-Za-z][\w-]*:[\w*-]+$/.test(previous.text) &&
          /^:[\w*-]+["'”]?[,，;；]?$/.test(line.text)));
    if (broken) {
      doubts.push({
        kind: 'repaired',
        confidence: 'likely',
        note: note('actionBroken'),
        was: `${previous.text} ${line.text}`.slice(0, 200),
      });
      joined[joined.length - 1] = { ...previous, text: previous.text + line.text };
    } else joined.push(line);
  }
  return joined;
}

/** A label without its punctuation; of a whole sentence only the first clause. */
function labelText(text: string): string {
  const label = text.replace(/^[\s,，;；、"'“”)）]+/, '').replace(/[\s:：,，.。"'“”(（-]+$/, '');
  return label.length <= MAX_LABEL
    ? label
    : (/^[^，,；;。：:]{2,}/.exec(label)?.[0] ?? label).slice(0, 2 * MAX_LABEL).trim();
}

const MAX_LABEL = 40;

/**
 * Whether words head the actions behind them. Brackets, conjunctions and numbers do not; nor does the name of a role,
 * which is one more thing that is needed, but no action.
 */
function isLabel(text: string, words: string): boolean {
  if (!/\p{L}{2}|[\u3400-\u9fff]/u.test(words) || /^\s*[（(]/.test(text)) return false;
  return (
    !/^\P{L}*(?:and|or|和|或|及|以及)\P{L}*$/iu.test(words) &&
    (/[:：]\s*$/.test(text) || !SYSTEM_POLICY_NAME.test(normalizeHeader(words)))
  );
}
