import type { Because } from '../../analysis/verdict.js';
import type { Call, Seen } from '../../calls/call.js';
import { greatest } from '../../long-lists.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-calls', en);

type Reasons = ReadonlyMap<string, readonly Because[]>;

/** A printed policy with the reason of each action in a comment behind it; each action stands in a line of its own. */
export function explainInText(text: string, syntax: 'jsonc' | 'yaml', reasons: Reasons): string {
  const { mark, action } = LINES[syntax];
  return text
    .split('\n')
    .map((line) => {
      const because = reasons.get(action.exec(line)?.[1] ?? '');
      return because === undefined ? line : `${line} ${mark} ${because.map(reasonOf).join('; ')}`;
    })
    .join('\n');
}

/** How a comment begins, and what a line looks like that is an action. */
const LINES = {
  yaml: { mark: '#', action: /^\s*- "?([^"]+?)"?$/ },
  jsonc: { mark: '//', action: /^\s*"([^"]+)",?$/ },
} as const;

/** Two columns: the action and each call that needs it in a line of its own. */
export function explanationTable(reasons: Reasons): string {
  const width = greatest([...reasons.keys()].map((action) => action.length));
  return [...reasons]
    .flatMap(([action, because]) =>
      because.map((one, index) => `${(index === 0 ? action : '').padEnd(width)}  ${reasonOf(one)}\n`),
    )
    .join('');
}

/** Places of a call that are listed before the rest is only counted. */
const LISTED = 4;

/** `GET /v1/servers (ecs/list-servers), src/app.ts:12, dependency, page ecs.md, table 1, row 2`: one line, whatever the texts hold. */
function reasonOf({ call, operation, as, scenario, source }: Because): string {
  const notes = [call.api === undefined ? operation.id : `${call.api} (${operation.id})`, ...placesOf(call)];
  if (call.seen !== undefined) notes.push(seenNote(call.seen));
  if (call.possible) notes.push(say('mayHappen'));
  if (as === 'dependency') notes.push(say('dependency'));
  if (scenario !== undefined) notes.push(say('scenario', { scenario }));
  if (source !== undefined) {
    const { page, table, row } = source;
    notes.push(say('source', { page, table, row }));
  }
  return printable(notes.join(', '));
}

function placesOf({ origins }: Call): string[] {
  const places = origins.slice(0, LISTED).map(({ file, line }) => [file, line ?? []].flat().join(':'));
  const more = origins.length - LISTED;
  return more > 0 ? [...places, say('morePlaces', { count: more })] : places;
}

function seenNote({ count, last }: Seen): string {
  return last === undefined ? say('seen', { count }) : say('seenLast', { count, last });
}
