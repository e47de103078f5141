import type { Language, Title } from '../../catalog/model/model.js';

/** The order that titles are shown in. */
export const LANGUAGES: readonly Language[] = ['zh-cn', 'en'];

/** A title in one line of plain text. */
export function plainTitle(title: Title | undefined, fallback: string): string {
  const parts = LANGUAGES.flatMap((language) => title?.[language] ?? []);
  return parts.length === 0 ? fallback : parts.join(' · ');
}
