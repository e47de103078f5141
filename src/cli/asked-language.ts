import type { Wishes } from '../commands/io/process-io.js';
import { LANGUAGES, languageNamed, languageOf } from '../wording/language-choice.js';
import type { Language } from '../wording/language-choice.js';

/**
 * What the command line asks to be answered in, before it is read as a whole: help and complaints about it are said in that
 * language too. A language that is none of ours is complained of later, when the options are read.
 */
export function askedLanguage(args: readonly string[]): Language | undefined {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  const asked = options.flatMap((option, at) => {
    if (option === '--lang') return options[at + 1] ?? [];
    return option.startsWith('--lang=') ? option.slice('--lang='.length) : [];
  });
  return LANGUAGES.find((language) => language === asked.at(-1));
}

/** What is spoken until a configuration says otherwise. */
export function firstLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  return askedLanguage(args) ?? languageOf(env);
}

/** What the options of the whole command line ask for, as commander gives them. */
export function wishesOf(options: Readonly<Record<string, unknown>>, colorIsAsked: boolean): Wishes {
  const { color, lang } = options;
  return {
    color: colorIsAsked ? color === true : undefined,
    lang: typeof lang === 'string' ? languageNamed(lang) : undefined,
  };
}
