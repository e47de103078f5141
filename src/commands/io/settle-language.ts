import type { LintConfig } from '../../lint/config/config.js';
import { languageOf, speakIn } from '../../wording/language-choice.js';
import type { Io } from './io.js';

/** The language of a run, once its configuration is known: `--lang`, else the configuration, else the environment. */
export async function settleLanguage(
  { lang, env }: Pick<Io, 'lang' | 'env'>,
  config: Pick<LintConfig, 'lang'>,
): Promise<void> {
  await speakIn(lang ?? config.lang ?? languageOf(env));
}
