import type { Loss } from '../../catalog/change/loss.js';
import type { Stored } from '../../catalog/yaml/store.js';
import type { Assembly } from '../../extract/assemble/assemble.js';
import { tallyServices, tallyUnplaced } from '../../extract/extraction-summary.js';
import type { ServiceTally, Tally } from '../../extract/extraction-summary.js';
import { greatest } from '../../long-lists.js';
import { en } from '../../wording/en/commands-catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-catalog', en);

/** The summary at the end of an extraction: what was read, what was left out and why, and what it made per service. */
export function summaryText(tally: Tally, assembly: Assembly): string {
  const lines = [
    ...countLines(tally),
    ...reasons(say('skippedRows'), tally.skipped),
    ...reasons(say('unplacedEntries'), tallyUnplaced(assembly.unplaced)),
    ...reasons(say('otherTables'), tally.others),
    ...serviceTable(tallyServices(assembly.services)),
  ];
  return `${lines.join('\n')}\n`;
}

/** What would go, service by service, and how to let it. */
export function lossText(losses: readonly Loss[], cloud: string): string {
  const lines = [say('untouched', { cloud }), ...losses.flatMap(lossLines), say('loseAllTheSame')];
  return `${lines.join('\n')}\n`;
}

export function storedText({ written, unchanged, removed }: Stored, folder: string): string {
  const counts = { written: written.length, unchanged: unchanged.length, removed: removed.length };
  return `${say('stored', { folder, ...counts })}\n`;
}

/** Reasons, or operations, that are named before the rest is only counted. */
const SHOWN = 10;

function countLines({ pages, unread, tables, rows, entries, skipped }: Tally): string[] {
  const { 'api-permissions': withApis, permissions: ofActions, other: others } = tables;
  return [
    say('pages', { pages, unread }),
    say('tables', { all: withApis + ofActions + others, withApis, ofActions, others }),
    say('rows', { rows, entries, skipped: sum(skipped.values()) }),
  ];
}

function reasons(heading: string, counts: ReadonlyMap<string, number>): string[] {
  if (counts.size === 0) return [];
  const sorted = [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const width = greatest(sorted.map(([, count]) => amount(count).length));
  const line = (reason: string, count: number) => `  ${amount(count).padStart(width)}  ${reason}`;
  const rest = sum(sorted.slice(SHOWN).map(([, count]) => count));
  const lines = sorted.slice(0, SHOWN).map(([reason, count]) => line(reason, count));
  if (rest > 0) lines.push(line(say('otherReasons'), rest));
  return ['', heading, ...lines];
}

const COLUMNS = [
  ['operations', 'operationsColumn'],
  ['endpoints', 'endpointsColumn'],
  ['actions', 'actionsColumn'],
  ['former', 'formerColumn'],
  ['conflicts', 'conflictsColumn'],
  ['doubts', 'doubtsColumn'],
] as const;

function serviceTable(services: readonly ServiceTally[]): string[] {
  if (services.length === 0) return [];
  const header = [say('serviceColumn'), ...COLUMNS.map(([, heading]) => say(heading))];
  const rows = services.map((service) => [service.service, ...COLUMNS.map(([key]) => amount(service[key]))]);
  const totals = [
    say('inAll', { count: services.length }),
    ...COLUMNS.map(([key]) => amount(sum(services.map((service) => service[key])))),
  ];
  return ['', ...textTable([header, ...rows, totals])];
}

/** The first column to the left, the others to the right; a rule under the header and above the sum. */
function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => greatest(rows.map((row) => row[column]?.length ?? 0)));
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

function lossLines({ service, gone, before, operations }: Loss): string[] {
  const lost = operations.length;
  const head = gone
    ? say('serviceLost', { service, before })
    : say('operationsLost', { service, lost, before });
  const named = operations
    .slice(0, SHOWN)
    .map(({ id, endpoints }) => [id, ...endpoints.slice(0, 1)].join('  '));
  const rest = lost > SHOWN ? [say('moreLost', { count: lost - SHOWN })] : [];
  return [`  ${head}`, ...[...named, ...rest].map((line) => `    ${line}`)];
}

function amount(value: number): string {
  return say('amount', { value });
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}
