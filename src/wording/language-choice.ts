import { speak, spokenLanguage } from './speaker.js';

/** What sentences can be said in. */
export type Language = 'en' | 'zh';

export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/**
 * The language of somebody's environment: what `LINT_POLICIES_LANG` says, else the locale (POSIX: `LC_ALL`, `LC_MESSAGES`,
 * `LANG`, the first that says anything); English where that is none we speak.
 * https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html
 */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const named = languageNamed(env[LANGUAGE_VARIABLE] ?? '');
  if (named !== undefined) return named;
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => env[name] ?? '')
    .find((value) => value !== '');
  return languageNamed(locale ?? '') ?? 'en';
}

export const LANGUAGE_VARIABLE = 'LINT_POLICIES_LANG';

/** `zh`, `zh-CN`, `zh_CN.UTF-8`, `en`; undefined for what is not spoken. */
export function languageNamed(name: string): Language | undefined {
  const [, language = ''] = /^([a-z]+)(?:[-_.@]|$)/i.exec(name) ?? [];
  return LANGUAGES.find((known) => known === language.toLowerCase());
}

/** From now on everything is said in this language. One that is not English is loaded only here. */
export async function speakIn(language: Language): Promise<void> {
  if (language === spokenLanguage()) return;
  if (language === 'zh') speak((await import('./zh/chinese.js')).chinese);
  else speak();
}
