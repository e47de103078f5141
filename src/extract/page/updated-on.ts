/** How pages of the documentation bear their date: `更新时间：2026-11-06 GMT+08:00`, `Updated on 2025-11-06 GMT+08:00`. */
const UPDATED =
  /(?:更新时间|更新時間|最近更新|updated\s+on|last\s+updated(?:\s+on)?)\s*[:：]?\s*(?:<[^<>]{0,200}>\s*){0,5}(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/i;

/** How far into a page its date is looked for, in characters. */
const WINDOW = 500_000;

/** The date that a page bears, as an ISO date; undefined where it bears none. */
export function updatedOn(text: string): string | undefined {
  const [, year, month, day] = UPDATED.exec(text.slice(0, WINDOW)) ?? [];
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return year === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}
