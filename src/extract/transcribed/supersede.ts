import type { SourcePage } from '../assemble/source-page.js';
import type { TranscribedRow } from './transcript.js';

export interface Superseded {
  /** Address of the page that was read itself. */
  readonly page: string;
  /** How many transcribed rows it takes the place of. */
  readonly rows: number;
}

/**
 * A page that was read itself says what was copied of it, and more: the transcribed rows of its address are not needed any
 * more. Its Markdown twin is the same page, unless it is about other services: one address has been seen to serve two.
 * @param addressOf where a page can be read; undefined where it stands nowhere
 */
export function withoutSuperseded(
  rows: readonly TranscribedRow[],
  pages: readonly SourcePage[],
  addressOf: (page: SourcePage) => string | undefined,
): { readonly rows: readonly TranscribedRow[]; readonly superseded: readonly Superseded[] } {
  const read = new Map<string, { readonly page: string; readonly services: ReadonlySet<string> }[]>();
  for (const page of pages) {
    const address = addressOf(page);
    if (address === undefined) continue;
    const known = read.get(bareAddress(address)) ?? [];
    read.set(bareAddress(address), [...known, { page: address, services: servicesOn(page) }]);
  }
  const counts = new Map<string, number>();
  const kept = rows.filter((row) => {
    const by = (read.get(bareAddress(row.url)) ?? []).find(
      ({ page, services }) => page === row.url || services.has(row.service.toLowerCase()),
    );
    if (by !== undefined) counts.set(by.page, (counts.get(by.page) ?? 0) + 1);
    return by === undefined;
  });
  return { rows: kept, superseded: [...counts].map(([page, count]) => ({ page, rows: count })) };
}

/** Without scheme, fragment and form: `support.huaweicloud.com/api-ecs/ecs_02_0106`. */
function bareAddress(url: string): string {
  return url
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[#?].*$/s, '')
    .replace(/\.(html?|md)$/, '');
}

function servicesOn({ record }: SourcePage): ReadonlySet<string> {
  const actions = record.tables.flatMap(({ entries }) =>
    entries.flatMap((entry) => [
      ...entry.actions,
      ...entry.scenarios.flatMap((scenario) => scenario.actions),
    ]),
  );
  return new Set(actions.map((action) => action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase()));
}
