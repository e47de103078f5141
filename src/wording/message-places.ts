/**
 * The values that a message needs, read from its text: `Places<'{name} has {n, plural, one {# key} other {# keys}}'>` is
 * `{ readonly name: string | number; readonly n: number | List }`. A value that is missing, misspelt or of another type does not
 * compile. A message that is not known as a literal takes any values.
 */
export type Places<Message extends string> = string extends Message
  ? AnyPlaces
  : Flat<Scan<Message, ['text'], unknown>>;

/** The values of a message as further arguments of a function: none where it has no places. */
export type PlacesArgument<Message extends string> = string extends Message
  ? [places?: AnyPlaces]
  : Message extends string
    ? keyof Places<Message> extends never
      ? []
      : [places: Places<Message>]
    : never;

/** A message whose places some values fill; another one does not compile. */
export type Filled<Message extends string, Values> = Values extends Places<Message> ? Message : never;

/** Whatever a place can hold. */
export type PlaceValue = string | number | boolean | List;
export type List = readonly (string | number)[];
export type AnyPlaces = Readonly<Record<string, PlaceValue>>;

/** What is open where a text is read, innermost first: a text, or the choices of a plural or select. */
type Open = 'text' | 'plural' | SelectOf<string>;
/** A select, and those of its keys that have been read. */
interface SelectOf<Name extends string, Keys extends string = string> {
  readonly select: Name;
  readonly keys: Keys;
}

/** Goes from brace to brace. `Found` is what the places so far need. */
type Scan<Text extends string, Stack extends readonly Open[], Found> =
  NextBrace<Text> extends [infer Before extends string, infer Brace, infer Rest extends string]
    ? Stack extends readonly ['text', ...infer Outer extends readonly Open[]]
      ? Brace extends '{'
        ? ScanPlace<Rest, Stack, Found>
        : Scan<Rest, Outer, Found>
      : Stack extends readonly ['plural', ...infer Outer extends readonly Open[]]
        ? Brace extends '{'
          ? Scan<Rest, ['text', ...Stack], Found>
          : Scan<Rest, Outer, Found>
        : Stack extends readonly [SelectOf<infer Name, infer Keys>, ...infer Outer extends readonly Open[]]
          ? Brace extends '{'
            ? Scan<Rest, ['text', SelectOf<Name, Keys | Trim<Before>>, ...Outer], Found>
            : Scan<Rest, Outer, Found & Record<Name, Selected<Keys>>>
          : Found
    : Found;

/** Behind an opening brace: the name, then what is made of its value. */
type ScanPlace<Text extends string, Stack extends readonly Open[], Found> =
  NextBrace<Text> extends [infer Inside extends string, infer Brace, infer Rest extends string]
    ? Inside extends `${infer Name},${infer Kind}`
      ? Trim<Kind> extends `plural,${string}`
        ? Scan<Opened<Brace, Rest>, ['plural', ...Stack], Found & Record<Trim<Name>, number | List>>
        : Trim<Kind> extends `select,${infer Key}`
          ? Scan<Rest, ['text', SelectOf<Trim<Name>, Trim<Key>>, ...Stack], Found>
          : Scan<Rest, Stack, Found & Record<Trim<Name>, ValueOf<Trim<Kind>>>>
      : Scan<Rest, Stack, Found & Record<Trim<Inside>, string | number>>
    : Found;

/** The brace that was read opens the first choice: it is read again as such. */
type Opened<Brace, Rest extends string> = Brace extends '{' ? `{${Rest}` : `}${Rest}`;

type ValueOf<Kind extends string> = Kind extends 'number'
  ? number
  : Kind extends 'list' | `list,${string}`
    ? List
    : never;

/** With `other` any text will do; without it one of the keys has to come. */
type Selected<Keys extends string> = 'other' extends Keys
  ? string
  : Keys extends 'true' | 'false'
    ? boolean
    : Keys;

/** The text before the next brace that is none in quotation marks, the brace, and the rest. */
type NextBrace<Text extends string, Before extends string = ''> = Text extends `${infer Head}{${infer Tail}`
  ? Head extends `${infer First}}${infer Second}`
    ? Brace<First, '}', `${Second}{${Tail}`, Before>
    : Brace<Head, '{', Tail, Before>
  : Text extends `${infer Head}}${infer Tail}`
    ? Brace<Head, '}', Tail, Before>
    : undefined;

type Brace<Head extends string, Sign extends string, Tail extends string, Before extends string> =
  IsQuoted<Head> extends true
    ? Tail extends `${infer Quoted}'${infer Rest}`
      ? NextBrace<Rest, `${Before}${Head}${Sign}${Quoted}'`>
      : undefined
    : [`${Before}${Head}`, Sign, Tail];

/** Whether an apostrophe that is not doubled stands at the end. */
type IsQuoted<Text extends string> = Text extends `${infer Head}'`
  ? IsQuoted<Head> extends true
    ? false
    : true
  : false;

type Trim<Text extends string> = Text extends `${Blank}${infer Rest}` | `${infer Rest}${Blank}`
  ? Trim<Rest>
  : Text;
type Blank = ' ' | '\n' | '\t';

type Flat<Found> = { readonly [Name in keyof Found]: Found[Name] };
