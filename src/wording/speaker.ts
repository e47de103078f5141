import { format } from './format.js';
import { ENGLISH } from './grammar.js';
import type { Grammar } from './grammar.js';
import type { AnyPlaces, PlacesArgument } from './message-places.js';

/** The sentences of a room by their keys. */
export type Sentences = Readonly<Record<string, string>>;

/**
 * The same sentences in another language: `export const zh: Translated<typeof en> = { … }`. A key that English lacks does not
 * compile; one that is not translated yet is said in English, and named by `test/wording/chinese.test.ts`.
 */
export type Translated<English extends Sentences> = { readonly [Key in keyof English]?: string };

/** A sentence by its key, with a value for each of its places. */
export type Say<English extends Sentences> = <Key extends keyof English & string>(
  key: Key,
  ...places: PlacesArgument<English[Key]>
) => string;

/**
 * What says the sentences of a room, in the language that is spoken when it is called:
 *
 * ```ts
 * import { en } from '../../wording/en/explain.js';
 * const say = speaker('explain', en);
 * say('neededBy', { count: 3 });
 * ```
 *
 * English is the language that the code is written in, and stands with it; another one is loaded where it is asked for.
 * @param room the name of the file in `src/wording/en/`.
 */
export function speaker<const English extends Sentences>(room: string, english: English): Say<English> {
  return (key, ...[places]) => phrase(room, key, english[key] ?? '', places ?? {});
}

/**
 * The same, always in English: for what is kept in files that people of any language share, such as the doubts of a catalog.
 */
export function writer<const English extends Sentences>(english: English): Say<English> {
  return (key, ...[places]) => format(english[key] ?? '', places ?? {}, ENGLISH);
}

/** A language other than English: what it does with numbers and lists, and its sentences by room. */
export interface Translation {
  readonly grammar: Grammar;
  readonly rooms: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

let spoken: Translation | undefined;

/** From now on everything is said in a language; in English where none is given. */
export function speak(translation?: Translation): void {
  spoken = translation;
}

/** The language that is spoken now. */
export function spokenLanguage(): Grammar['language'] {
  return (spoken?.grammar ?? ENGLISH).language;
}

/** Whole sentences as one text, as the language that is spoken sets them. */
export function paragraphOf(sentences: readonly string[]): string {
  return (spoken?.grammar ?? ENGLISH).sentences(sentences);
}

/** A sentence that may have been translated: by its room and key there, else as it stands. */
export function phrase(room: string, key: string, english: string, places: AnyPlaces): string {
  const sentences = spoken?.rooms[room];
  const translated = sentences !== undefined && Object.hasOwn(sentences, key) ? sentences[key] : undefined;
  return translated === undefined || spoken === undefined
    ? format(english, places, ENGLISH)
    : format(translated, places, spoken.grammar);
}
