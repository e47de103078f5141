import type { RootContent } from 'mdast';
import { coverageWords } from '../../report/coverage-words.js';
import type { ServicePages } from '../cloud-facts.js';
import { heading, paragraph, text } from '../markdown/build-page.js';

/** What a service's facts rest on, and how much of the service is known. */
export function coverageSection({ catalog }: ServicePages): RootContent[] {
  if (catalog?.coverage === undefined) return [];
  const words = coverageWords(catalog.coverage).map(
    (sentence) => `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`,
  );
  return [heading(2, 'coverage:', 'What is known'), ...words.map((sentence) => paragraph(text(sentence)))];
}
