import type { Because } from '../../analysis/verdict.js';
import { printable } from '../../report/printable.js';

type Reasons = ReadonlyMap<string, readonly Because[]>;

/** A printed policy with the reason of each action in a comment behind it; each action stands in a line of its own. */
export function explainInText(text: string, syntax: 'jsonc' | 'yaml', reasons: Reasons): string {
  const [mark, written] =
    syntax === 'yaml' ? (['#', /^\s*- "?([^"]+?)"?$/] as const) : (['//', /^\s*"([^"]+)",?$/] as const);
  return text
    .split('\n')
    .map((line) => {
      const because = reasons.get(written.exec(line)?.[1] ?? '');
      return because === undefined ? line : `${line} ${mark} ${because.map(reasonOf).join('; ')}`;
    })
    .join('\n');
}

/** Two columns: the action and each call that needs it in a line of its own. */
export function explanationTable(reasons: Reasons): string {
  const width = Math.max(...[...reasons.keys()].map((action) => action.length));
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
  const parts = [
    `${call.api ?? operation.id}${call.api === undefined ? '' : ` (${operation.id})`}`,
    ...call.origins
      .slice(0, LISTED)
      .map(({ file, line }) => `${file}${line === undefined ? '' : `:${line}`}`),
    ...(call.origins.length > LISTED ? [`and ${call.origins.length - LISTED} more places`] : []),
    ...(call.seen === undefined
      ? []
      : [
          `seen ${call.seen.count === 1 ? 'once' : `${call.seen.count} times`}${call.seen.last === undefined ? '' : `, last on ${call.seen.last}`}`,
        ]),
    ...(call.possible ? ['may happen'] : []),
    ...(as === 'dependency' ? ['dependency'] : []),
    ...(scenario === undefined ? [] : [`scenario "${scenario}"`]),
    ...(source === undefined
      ? []
      : [`${source.page}, table ${String(source.table)}, row ${String(source.row)}`]),
  ];
  return printable(parts.join(', '));
}
