import type { Coverage } from '../catalog/model/model.js';
import { en } from '../wording/en/coverage.js';
import { speaker } from '../wording/speaker.js';

const say = speaker('coverage', en);

/** What a service's facts rest on, and how much of the service is known: a sentence each, without full stops. */
export function coverageWords({
  pages: count,
  transcribed,
  updated,
  partial,
  sdk,
}: Coverage): readonly string[] {
  const pages = say('pages', { pages: count, transcribed });
  const words = [updated === undefined ? pages : datedPages(pages, updated)];
  if (sdk !== undefined) words.push(say('sdk', sdk));
  if (partial.length > 0) words.push(say('partial', { versions: partial }));
  return words;
}

function datedPages(pages: string, { from, to }: NonNullable<Coverage['updated']>): string {
  return from === to ? say('datedOnce', { pages, to }) : say('dated', { pages, from, to });
}
