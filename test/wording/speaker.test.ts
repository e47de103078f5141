import { afterEach, describe, expect, it } from 'vitest';
import { CHINESE } from '../../src/wording/grammar.js';
import { phrase, speak, speaker } from '../../src/wording/speaker.js';
import type { Translated } from '../../src/wording/speaker.js';

const en = {
  needed: '{count, plural, one {# call needs it} other {# calls need it}}.',
  done: 'Done.',
} as const;
const zh: Translated<typeof en> = { needed: '{count, plural, other {# 个调用需要它}}。', done: '完成。' };

describe('a speaker', () => {
  afterEach(() => {
    speak();
  });

  it('speaks English, until another language is asked for', () => {
    const say = speaker('test', en);
    expect(say('needed', { count: 1 })).toBe('1 call needs it.');
    speak({ grammar: CHINESE, rooms: { test: zh } });
    expect(say('needed', { count: 1 })).toBe('1 个调用需要它。');
    expect(say('done')).toBe('完成。');
    speak();
    expect(say('done')).toBe('Done.');
  });

  it('says in English what nobody has translated', () => {
    speak({ grammar: CHINESE, rooms: { test: zh } });
    expect(speaker('other', en)('needed', { count: 2 })).toBe('2 calls need it.');
    expect(phrase('test', 'toString', 'None of {n, number}.', { n: 3 })).toBe('None of 3.');
  });
});
