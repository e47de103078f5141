import type { Loss } from '../../catalog/change/loss.js';
import type { Stored } from '../../catalog/yaml/store.js';
import { tallyServices, tallyUnplaced } from '../../extract/extraction-summary.js';
import type { Tally } from '../../extract/extraction-summary.js';
import type { Assembly } from '../../extract/assemble/assemble.js';

/** The summary at the end of an extraction: what was read, what was left out and why, and what it made per service. */
export function summaryText(tally: Tally, assembly: Assembly): string {
  const services = tallyServices(assembly.services);
  const { tables } = tally;
  const skipped = [...tally.skipped.values()].reduce((sum, count) => sum + count, 0);
  const lines = [
    `Pages    ${number(tally.pages)}${tally.unread > 0 ? `, of them unreadable ${number(tally.unread)}` : ''}`,
    `Tables   ${number(tables['api-permissions'] + tables.permissions + tables.other)}: ${number(tables['api-permissions'])} with APIs, ${number(tables.permissions)} of actions alone, ${number(tables.other)} no permission tables`,
    `Rows     ${number(tally.rows)}: ${number(tally.entries)} entries, ${number(skipped)} skipped`,
    ...reasons('Skipped rows', tally.skipped),
    ...reasons('Entries that no catalog took', tallyUnplaced(assembly.unplaced)),
    ...reasons('Tables that are no permission tables', tally.others),
  ];
  if (services.length > 0) {
    const header = ['Service', 'Operations', 'Endpoints', 'Actions', 'Former', 'Conflicts', 'Doubts'];
    const rows = services.map((service) => [
      service.service,
      ...[
        service.operations,
        service.endpoints,
        service.actions,
        service.former,
        service.conflicts,
        service.doubts,
      ].map(number),
    ]);
    const total = (key: 'operations' | 'endpoints' | 'actions' | 'former' | 'conflicts' | 'doubts') =>
      number(services.reduce((sum, service) => sum + service[key], 0));
    const sum = [
      `${number(services.length)} in all`,
      total('operations'),
      total('endpoints'),
      total('actions'),
      total('former'),
      total('conflicts'),
      total('doubts'),
    ];
    lines.push('', ...textTable([header, ...rows, sum]));
  }
  return `${lines.join('\n')}\n`;
}

/** What would go, service by service, and how to let it. */
export function lossText(losses: readonly Loss[], cloud: string): string {
  const lines = losses.flatMap((loss) => [
    `  ${loss.service}: ${loss.gone ? `the whole service would go (${number(loss.before)} operations)` : `${number(loss.operations.length)} of ${number(loss.before)} operations would go`}`,
    ...loss.operations
      .slice(0, SHOWN)
      .map(
        (operation) =>
          `    ${operation.id}${operation.endpoints[0] === undefined ? '' : `  ${operation.endpoints[0]}`}`,
      ),
    ...(loss.operations.length > SHOWN ? [`    and ${number(loss.operations.length - SHOWN)} more`] : []),
  ]);
  return `The catalog of ${cloud} was not touched, as it would lose suspiciously much:\n${lines.join('\n')}\nCheck that all pages were given; --accept-loss writes it all the same.\n`;
}

export function storedText(stored: Stored, folder: string): string {
  const parts = [
    `${number(stored.written.length)} written`,
    `${number(stored.unchanged.length)} unchanged`,
    ...(stored.removed.length > 0 ? [`${number(stored.removed.length)} removed`] : []),
  ];
  return `Files in ${folder}: ${parts.join(', ')}\n`;
}

const SHOWN = 10;

function reasons(heading: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const width = Math.max(...sorted.map(([, count]) => number(count).length));
  const rest = sorted.slice(SHOWN).reduce((sum, [, count]) => sum + count, 0);
  return [
    '',
    heading,
    ...sorted.slice(0, SHOWN).map(([reason, count]) => `  ${number(count).padStart(width)}  ${reason}`),
    ...(rest > 0
      ? [`  ${number(rest).padStart(width)}  for other reasons (--format json names them all)`]
      : []),
  ];
}

/** The first column to the left, the others to the right; a rule under the header and above the sum. */
function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [lines[0] ?? '', rule, ...lines.slice(1, -1), rule, lines.at(-1) ?? ''];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
