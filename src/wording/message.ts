import { remember } from '../remember.js';

/** A message as it is read: texts, and what stands between them. */
export type Message = readonly Part[];

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `{name}` */
  | { readonly kind: 'value'; readonly name: string }
  /** `{count, number}`; `#` in a plural is the number of that plural, or how many items its list has. */
  | { readonly kind: 'number'; readonly name: string }
  | ListPart
  | ChoicePart;

/** `{names, list}`, `{names, list, or 3}`, `{lines, list, plain}` */
export interface ListPart {
  readonly kind: 'list';
  readonly name: string;
  readonly joined: 'and' | 'or';
  /** Each in quotation marks. */
  readonly quoted: boolean;
  /** More items than these are counted instead of named. */
  readonly most: number;
}

/** `{count, plural, =0 {…} one {…} other {…}}`, `{flag, select, yes {…} other {…}}` */
export interface ChoicePart {
  readonly kind: 'plural' | 'select';
  readonly name: string;
  readonly choices: ReadonlyMap<string, Message>;
}

/**
 * Reads a message: a subset of ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/), and
 * lists, which it lacks; a plural of a list is one of its items. A select without `other` takes no value but its keys, which
 * may have blanks in them. A line break and the blanks around it are one blank.
 * @throws TypeError naming the message and the place in it, where it is none.
 */
export const parseMessage: (text: string) => Message = remember((text) => {
  const line = text.replace(/^\n\s*|\n\s*$/g, '').replace(/[ \t]*\n\s*/g, ' ');
  // Most of what a command's help says has no places, and is said at every start.
  if (line !== '' && !/[{}']/.test(line)) return [{ kind: 'text', text: line }];
  const reader = new Reader(line);
  const message = reader.message(undefined);
  if (!reader.isAtEnd()) throw reader.fault('a closing brace without its opening one');
  return message;
});

/** The names of the places of a message, and what each is used for: `count plural`, sorted. Translations must have the same. */
export function placesOf(message: Message): readonly string[] {
  const found = message.flatMap((part) => {
    if (part.kind === 'text') return [];
    const own = `${part.name} ${part.kind}`;
    return part.kind === 'plural' || part.kind === 'select'
      ? [own, ...[...part.choices.values()].flatMap(placesOf)]
      : [own];
  });
  return [...new Set(found)].sort();
}

const PLURAL_KEY = /^(?:=\d+|zero|one|two|few|many|other)$/;

/** A class as it has a position that all its parts move on. */
class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.#at === this.text.length;
  }

  /** Up to the end or a closing brace. @param counted the plural whose number `#` is. */
  message(counted: string | undefined): Message {
    const parts: Part[] = [];
    let text = '';
    const flush = () => {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
    };
    for (;;) {
      const sign = this.text[this.#at];
      if (sign === undefined || sign === '}') {
        flush();
        return parts;
      }
      if (sign === '{') {
        flush();
        parts.push(this.#place());
      } else if (sign === '#' && counted !== undefined) {
        flush();
        parts.push({ kind: 'number', name: counted });
        this.#at += 1;
      } else text += sign === "'" ? this.#apostrophe() : this.#next();
    }
  }

  /** One apostrophe is one; two are one; directly before a brace it begins what is meant literally, up to the next one. */
  #apostrophe(): string {
    this.#at += 1;
    const next = this.text[this.#at];
    if (next === "'") return this.#next();
    if (next !== '{' && next !== '}') return "'";
    let quoted = '';
    for (;;) {
      const end = this.text.indexOf("'", this.#at);
      if (end === -1) throw this.fault('a quotation without its closing apostrophe');
      quoted += this.text.slice(this.#at, end);
      this.#at = end + 1;
      if (this.text[this.#at] !== "'") return quoted;
      quoted += this.#next();
    }
  }

  #place(): Part {
    this.#at += 1;
    const name = this.#word();
    if (!/^[A-Za-z_]\w*$/.test(name)) throw this.fault('a place without a name: write "{name}"');
    if (this.#accept('}')) return { kind: 'value', name };
    this.#expect(',');
    const kind = this.#word();
    if (kind === 'number') {
      this.#expect('}');
      return { kind, name };
    }
    if (kind === 'list') return this.#list(name);
    if (kind !== 'plural' && kind !== 'select')
      throw this.fault(`"${kind}", which is none of number, list, plural and select`);
    this.#expect(',');
    return { kind, name, choices: this.#choices(name, kind) };
  }

  #list(name: string): ListPart {
    const words = this.#accept(',') ? this.#until('}').split(/\s+/) : [];
    this.#expect('}');
    const part = { kind: 'list' as const, name, joined: 'and' as 'and' | 'or', quoted: true, most: Infinity };
    for (const word of words) {
      if (word === 'and' || word === 'or') part.joined = word;
      else if (word === 'plain') part.quoted = false;
      else if (/^[1-9]\d*$/.test(word)) part.most = Number(word);
      else
        throw this.fault(`"${word}" for a list, which takes "and", "or", "plain" and the most items to name`);
    }
    return part;
  }

  #choices(name: string, kind: 'plural' | 'select'): ReadonlyMap<string, Message> {
    const choices = new Map<string, Message>();
    while (!this.#accept('}')) {
      const key = this.#until('{');
      if (key === '' || (kind === 'plural' ? !PLURAL_KEY.test(key) : /[{}']/.test(key)))
        throw this.fault(`"${key}", which is no key of a ${kind}`);
      if (choices.has(key)) throw this.fault(`a second "${key}"`);
      this.#expect('{');
      choices.set(key, this.message(kind === 'plural' ? name : undefined));
      this.#expect('}');
    }
    if (choices.size === 0) throw this.fault(`a ${kind} without choices`);
    if (kind === 'plural' && !choices.has('other')) throw this.fault('a plural without "other"');
    return choices;
  }

  /** The text before a sign, which is left, without blanks around it. */
  #until(sign: string): string {
    const end = this.text.indexOf(sign, this.#at);
    if (end === -1) throw this.fault(`no "${sign}" to come`);
    const text = this.text.slice(this.#at, end);
    this.#at = end;
    return text.trim();
  }

  /** Up to a comma or a brace, without blanks around it. */
  #word(): string {
    const [word = ''] = /^[^,{}]*/.exec(this.text.slice(this.#at)) ?? [];
    this.#at += word.length;
    return word.trim();
  }

  #accept(sign: string): boolean {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
    if (this.text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#accept(sign)) throw this.fault(`no "${sign}"`);
  }

  #next(): string {
    const sign = this.text.charAt(this.#at);
    this.#at += 1;
    return sign;
  }

  fault(what: string): TypeError {
    return new TypeError(`the message "${this.text}" has, at character ${this.#at + 1}, ${what}`);
  }
}
