import type { Random } from './random.js';

type Json = string | number | boolean | null | Json[] | Entries;

/** An object as a list, so that a name may stand in it twice. */
class Entries {
  readonly list: (readonly [string, Json])[];
  constructor(list: (readonly [string, Json])[]) {
    this.list = list;
  }
}

/** Changes one to four values of a JSON text, whatever their type; a text that is no JSON stays as it is. */
export function mutateValue(random: Random, text: string, words: readonly string[]): string {
  let value: Json;
  try {
    value = fromJson(JSON.parse(text));
  } catch {
    return text;
  }
  for (let changes = 1 + random.below(4); changes > 0; changes -= 1) value = change(value, random, words, 0);
  return print(value, random.chance(0.5) ? '  ' : undefined, '');
}

function fromJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(fromJson);
  if (typeof value === 'object' && value !== null)
    return new Entries(Object.entries(value).map(([name, inner]) => [name, fromJson(inner)]));
  return value as string | number | boolean | null;
}

function childrenOf(value: Json): number {
  if (Array.isArray(value)) return value.length;
  return value instanceof Entries ? value.list.length : 0;
}

/** Walks down a random way and changes what stands at its end. */
function change(value: Json, random: Random, words: readonly string[], depth: number): Json {
  const children = childrenOf(value);
  if (children === 0 || random.chance(depth === 0 ? 0.05 : 0.25)) return replacement(value, random, words);
  const index = random.below(children);
  if (Array.isArray(value)) {
    const item = value[index] ?? null;
    if (random.chance(0.15)) return value.toSpliced(index, 1);
    if (random.chance(0.15))
      return value.toSpliced(
        index,
        0,
        ...Array.from({ length: 1 + random.below(random.chance(0.1) ? 200 : 3) }, () => item),
      );
    return value.toSpliced(index, 1, change(item, random, words, depth + 1));
  }
  if (!(value instanceof Entries)) return value;
  const [name, inner] = value.list[index] ?? ['', null];
  const entries = ((): (readonly [string, Json])[] => {
    switch (random.below(8)) {
      case 0:
        return [];
      case 1:
        return [
          [name, inner],
          [name, change(inner, random, words, depth + 1)],
        ];
      case 2:
        return [[random.pick(words), inner]];
      case 3:
        return [
          [name, inner],
          [random.pick(words), leaf(random, words)],
        ];
      default:
        return [[name, change(inner, random, words, depth + 1)]];
    }
  })();
  return new Entries(value.list.toSpliced(index, 1, ...entries));
}

function replacement(value: Json, random: Random, words: readonly string[]): Json {
  switch (random.below(5)) {
    case 0:
      return [value];
    case 1:
      return new Entries([[random.pick(words), value]]);
    case 2:
      return typeof value === 'string' ? value + random.pick(words) : [value, value];
    default:
      return leaf(random, words);
  }
}

function leaf(random: Random, words: readonly string[]): Json {
  return random.chance(0.6)
    ? random.pick(words)
    : random.pick<Json>([null, true, false, 0, -1, 1.5, 1e21, '', [], new Entries([]), [[]], [null]]);
}

function print(value: Json, indent: string | undefined, margin: string): string {
  const inner = (item: Json): string => print(item, indent, margin + (indent ?? ''));
  if (Array.isArray(value)) return enclosed('[', value.map(inner), ']', indent, margin);
  if (!(value instanceof Entries)) return JSON.stringify(value);
  const members = value.list.map(([name, item]) => `${JSON.stringify(name)}: ${inner(item)}`);
  return enclosed('{', members, '}', indent, margin);
}

function enclosed(
  open: string,
  items: readonly string[],
  close: string,
  indent: string | undefined,
  margin: string,
): string {
  if (items.length === 0) return `${open}${close}`;
  if (indent === undefined) return `${open}${items.join(',')}${close}`;
  return `${open}\n${items.map((item) => `${margin}${indent}${item}`).join(',\n')}\n${margin}${close}`;
}
