import type { RootContent } from 'mdast';
import { coverageWords } from '../coverage-words.js';
import { en } from '../../wording/en/coverage.js';
import { speaker } from '../../wording/speaker.js';
import type { ServicePages } from '../cloud-facts.js';
import { heading, paragraph, text } from '../markdown/build-page.js';

const say = speaker('coverage', en);

/** What a service's facts rest on, and how much of the service is known. */
export function coverageSection({ catalog }: ServicePages): RootContent[] {
  if (catalog?.coverage === undefined) return [];
  const words = coverageWords(catalog.coverage).map(
    (sentence) => `${sentence[0]?.toUpperCase()}${sentence.slice(1)}.`,
  );
  return [heading(2, 'coverage:', say('title')), ...words.map((sentence) => paragraph(text(sentence)))];
}
