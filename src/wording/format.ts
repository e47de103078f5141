import type { Grammar } from './grammar.js';
import { parseMessage } from './message.js';
import type { ChoicePart, ListPart, Message, Part } from './message.js';
import type { AnyPlaces, PlaceValue } from './message-places.js';

/**
 * A message with its places filled in. Values stand in it as they are: who prints it escapes it.
 * @throws TypeError for a message that is none, and a value that is missing or of another type than its place.
 */
export function format(message: string, places: AnyPlaces, grammar: Grammar): string {
  return fill(parseMessage(message), places, grammar);
}

function fill(message: Message, places: AnyPlaces, grammar: Grammar): string {
  const texts = message.map((part) => textOf(part, places, grammar));
  return grammar.joined === undefined ? texts.join('') : texts.reduce(grammar.joined, '');
}

function textOf(part: Part, places: AnyPlaces, grammar: Grammar): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'value':
      return String(valueOf(part.name, places));
    case 'number':
      return grammar.number(numberOf(part.name, places));
    case 'list':
      return listText(part, places, grammar);
    case 'plural':
    case 'select':
      return fill(chosen(part, places, grammar), places, grammar);
  }
}

function listText({ name, joined, quoted, most }: ListPart, places: AnyPlaces, grammar: Grammar): string {
  const items = valueOf(name, places);
  if (!isList(items)) throw new TypeError(`the place "${name}" of a message needs a list`);
  const named = items.slice(0, most).map((item) => (quoted ? grammar.quote(String(item)) : String(item)));
  return grammar.list(named, joined, items.length - named.length);
}

function chosen({ kind, name, choices }: ChoicePart, places: AnyPlaces, grammar: Grammar): Message {
  const choice =
    kind === 'plural' ? counted(numberOf(name, places)) : choices.get(String(valueOf(name, places)));
  const found = choice ?? choices.get('other');
  if (found === undefined)
    throw new TypeError(`the place "${name}" of a message has no choice "${String(places[name])}"`);
  return found;

  function counted(count: number): Message | undefined {
    return choices.get(`=${count}`) ?? choices.get(grammar.category(count));
  }
}

function numberOf(name: string, places: AnyPlaces): number {
  const value = valueOf(name, places);
  if (isList(value)) return value.length;
  if (typeof value !== 'number') throw new TypeError(`the place "${name}" of a message needs a number`);
  return value;
}

function valueOf(name: string, places: AnyPlaces): PlaceValue {
  const value = Object.hasOwn(places, name) ? places[name] : undefined;
  if (value === undefined)
    throw new TypeError(`a message has a place "${name}", for which there is no value`);
  return value;
}

function isList(value: PlaceValue): value is readonly (string | number)[] {
  return Array.isArray(value);
}
