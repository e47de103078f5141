import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/registry.js';
import { ENGLISH } from '../../src/wording/grammar.js';
import { parseMessage } from '../../src/wording/message.js';
import type { Message } from '../../src/wording/message.js';
import type { Sentences, Translation } from '../../src/wording/speaker.js';
import { chinese } from '../../src/wording/zh/chinese.js';

const FOLDER = new URL('../../src/wording/en/', import.meta.url);

const english = new Map<string, Sentences>();
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
  const { en } = (await import(new URL(file, FOLDER).href)) as { readonly en: Sentences };
  english.set(file.replace(/\.ts$/, ''), en);
}
for (const { id, docs, messages } of rules)
  english.set(`rules/${id}`, { ...messages, description: docs.description });

describe('the Chinese sentences', () => {
  it('are of the rooms that speak English', () => {
    expect(Object.keys(chinese.rooms).sort()).toEqual([...english.keys()].sort());
  });

  it('say what each English one says, with the same places', () => {
    const gaps = [...english].flatMap(([room, sentences]) =>
      gapsIn(room, sentences, chinese.rooms[room] ?? {}),
    );
    expect(gaps, 'write them into src/wording/zh').toEqual([]);
  });

  it('are written as Chinese is', () => {
    const faults = [...english.keys()].flatMap((room) =>
      Object.entries(chinese.rooms[room] ?? {}).flatMap(([key, sentence]) =>
        faultsOf(sentence ?? '').map((fault) => `${room} ${key}: ${fault}`),
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe('a gap', () => {
  const en = {
    told: '{count, plural, one {# call} other {# calls}} of {name}: {kind, select, a {one} b {other}}',
  };

  it.each([
    ['a sentence that nobody translated', {}, 'test told: no Chinese'],
    ['an empty one', { told: '' }, 'test told: no Chinese'],
    [
      'a place that is missing',
      { told: '{count, number} {kind, select, a {甲} b {乙}}' },
      'test told: lacks name (value)',
    ],
    [
      'a place that is made up',
      { told: '{name} {count, number} {kind, select, a {甲} b {乙}} {much}' },
      'test told: made up much (value)',
    ],
    [
      'a choice that is missing',
      { told: '{name} {count, number} {kind, select, a {甲}}' },
      'test told: lacks kind=b (choice)',
    ],
  ])('is found: %s', (_, zh, gap) => {
    expect(gapsIn('test', en, zh)).toEqual([gap]);
  });

  it('is found: a sentence that English does not have', () => {
    const told = '{name} {count, number} {kind, select, a {甲} b {乙}}';
    expect(gapsIn('test', en, { told, more: '又' })).toEqual(['test more: no English']);
  });

  it('is none where a plural chooses English forms only', () => {
    expect(gapsIn('test', { are: 'they {count, plural, one {is} other {are}}' }, { are: '它们' })).toEqual(
      [],
    );
  });
});

describe('a fault of writing', () => {
  it.each([
    ['a half-width comma', '没有策略, 请检查'],
    ['no space before Latin', '没有JSON 文件'],
    ['no space behind a digit', '第 3行'],
    ['a space before a full-width mark', '没有文件 。'],
    ['a full stop of the wrong width', '没有文件.'],
  ])('is found: %s', (_, sentence) => {
    expect(faultsOf(sentence)).toHaveLength(1);
  });
});

function gapsIn(room: string, en: Sentences, zh: Translation['rooms'][string]): readonly string[] {
  const missing = Object.entries(en).flatMap(([key, sentence]) => {
    const said = zh[key] ?? '';
    if (said === '') return [`${room} ${key}: no Chinese`];
    const [wanted, had] = [usesOf(parseMessage(sentence)), usesOf(parseMessage(said))];
    return [
      ...[...wanted]
        .filter(([use, needed]) => needed && !had.has(use))
        .map(([use]) => `${room} ${key}: lacks ${use}`),
      ...[...had.keys()].filter((use) => !wanted.has(use)).map((use) => `${room} ${key}: made up ${use}`),
    ];
  });
  const idle = Object.keys(zh).filter((key) => !Object.hasOwn(en, key));
  return [...missing, ...idle.map((key) => `${room} ${key}: no English`)];
}

/** What a message does with its values, and whether another language has to do the same: forms of a plural are English's own. */
function usesOf(message: Message): Map<string, boolean> {
  const uses = new Map<string, boolean>();
  const use = (name: string, needed: boolean) => uses.set(name, needed || uses.get(name) === true);
  for (const part of message) {
    if (part.kind === 'value' || part.kind === 'list') use(`${part.name} (${part.kind})`, true);
    if (part.kind === 'number') use(`${part.name} (number)`, true);
    if (part.kind === 'plural') use(`${part.name} (number)`, part.choices.has('=0'));
    if (part.kind === 'select')
      for (const key of part.choices.keys()) use(`${part.name}=${key} (choice)`, key !== 'other');
    if (part.kind === 'plural' || part.kind === 'select')
      for (const choice of part.choices.values())
        for (const [name, needed] of usesOf(choice)) use(name, needed);
  }
  return uses;
}

const HAN = String.raw`\p{Script=Han}`;
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${HAN}[,;:!?](?!$)|${HAN}\\.(?![\\w/*])`, 'u'), 'a half-width mark behind Chinese'],
  [new RegExp(`${HAN}[A-Za-z0-9]|[A-Za-z0-9]${HAN}`, 'u'), 'no space between Chinese and Latin'],
  [/\s[，。；：！？、]/u, 'a space before a full-width mark'],
];

/** Faults in the texts of a message: its values are not its own. */
function faultsOf(sentence: string): readonly string[] {
  const texts = textsOf(parseMessage(sentence));
  return FAULTS.flatMap(([pattern, fault]) =>
    texts.filter((text) => pattern.test(text)).map((text) => `${fault}: ${text}`),
  );
}

function textsOf(message: Message): readonly string[] {
  return message.flatMap((part) => {
    if (part.kind === 'text') return [part.text];
    return part.kind === 'plural' || part.kind === 'select'
      ? [...part.choices.values()].flatMap(textsOf)
      : [];
  });
}

it('English has no gaps between texts and values to close', () => {
  expect(ENGLISH.joined).toBeUndefined();
});
