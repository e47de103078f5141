import { en } from '../../wording/en/catalog.js';
import { speaker, spokenLanguage } from '../../wording/speaker.js';
import type { Title } from './model.js';

const say = speaker('catalog', en);

/** A title in the language that is spoken; where there is none, that in the other one, which is marked. */
export function spokenTitle(title: Title | undefined): string | undefined {
  const [own, other] = spokenLanguage() === 'zh' ? (['zh-cn', 'en'] as const) : (['en', 'zh-cn'] as const);
  const foreign = title?.[other];
  if (title?.[own] !== undefined || foreign === undefined) return title?.[own];
  return say('titleInOther', { title: foreign, language: other });
}
