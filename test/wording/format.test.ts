import { describe, expect, it } from 'vitest';
import { format } from '../../src/wording/format.js';
import { CHINESE, ENGLISH } from '../../src/wording/grammar.js';

const english = (message: string, places = {}) => format(message, places, ENGLISH);
const chinese = (message: string, places = {}) => format(message, places, CHINESE);

describe('a message', () => {
  it('takes its values as they are', () => {
    expect(english('Line {line} of {path}', { line: 1234, path: '{x}\'{"a' })).toBe('Line 1234 of {x}\'{"a');
  });

  it('groups the digits of numbers that are amounts', () => {
    expect(english('{n, number} of {m, plural, other {#}}', { n: 999, m: 1234567.25 })).toBe(
      '999 of 1,234,567.25',
    );
    expect(chinese('{n, number} 个', { n: 10000 })).toBe('10,000 个');
  });

  it('chooses by number: exactly, else as the language does', () => {
    const message = '{n, plural, =0 {none} one {# action} other {# actions}}';
    expect([0, 1, 2, 1000].map((n) => english(message, { n }))).toEqual([
      'none',
      '1 action',
      '2 actions',
      '1,000 actions',
    ]);
    expect([0, 1, 2].map((n) => chinese('{n, plural, =0 {没有授权项} other {# 个授权项}}', { n }))).toEqual([
      '没有授权项',
      '1 个授权项',
      '2 个授权项',
    ]);
  });

  it('chooses by word, and by yes and no', () => {
    const message = '{kind, select, role {a role} other {no role}}{used, select, true {, used} false {}}';
    expect(english(message, { kind: 'role', used: true })).toBe('a role, used');
    expect(english(message, { kind: 'toString', used: false })).toBe('no role');
  });

  it('lists names in quotation marks, and counts those that are too many', () => {
    const names = ['a', 'b', 'c', 'd'];
    expect(english('{names, list}', { names: [] })).toBe('');
    expect(english('{names, list}', { names: ['a'] })).toBe('"a"');
    expect(english('{names, list}', { names: ['a', 'b'] })).toBe('"a" and "b"');
    expect(english('{names, list, or}', { names })).toBe('"a", "b", "c" or "d"');
    expect(english('{names, list, 3}', { names })).toBe('"a", "b", "c" and 1 more');
    expect(english('{lines, list, plain and 2}', { lines: [1, 2, 3, 4] })).toBe('1, 2 and 2 more');
    expect(chinese('{names, list, or}', { names })).toBe('“a”、“b”、“c”或“d”');
    expect(chinese('{names, list, 3}', { names })).toBe('“a”、“b”、“c”等 4 项');
  });

  it('chooses by how many items a list has', () => {
    const message = '{names, plural, =0 {none} one {only {names, list}} other {# of them: {names, list}}}';
    expect(english(message, { names: [] })).toBe('none');
    expect(english(message, { names: ['a'] })).toBe('only "a"');
    expect(english(message, { names: ['a', 'b'] })).toBe('2 of them: "a" and "b"');
  });

  it('may stand on several lines, which become one', () => {
    const message = `
      "{action}" grants {n, plural,
        one {# action}
        other {# actions}};
      keep what is needed.
    `;
    expect(english(message, { action: 'ecs:*:*', n: 2 })).toBe(
      '"ecs:*:*" grants 2 actions; keep what is needed.',
    );
  });

  it.each([
    ['{', 'a place without a name'],
    ['}', 'a closing brace without its opening one'],
    ['{{name}}', 'a place without a name: write "{name}"'],
    ['{name', 'no ","'],
    ['{n, plural}', 'no ","'],
    ['{n, plural, one {#}}', 'a plural without "other"'],
    ['{n, plural, ones {#} other {#}}', '"ones", which is no key of a plural'],
    ['{n, plural, offset:1 other {#}}', '"offset:1 other", which is no key of a plural'],
    ['{n, plural, other {#} other {#}}', 'a second "other"'],
    ['{n, select, }', 'a select without choices'],
    ['{n, date, short}', '"date", which is none of number, list, plural and select'],
    ['{n, list, xor}', '"xor" for a list'],
    ["it's '{open", 'a quotation without its closing apostrophe'],
  ])('says what is wrong with %s', (message, fault) => {
    expect(() => english(message)).toThrow(TypeError);
    expect(() => english(message)).toThrow(fault);
  });

  it('says which value is missing, or of another type', () => {
    expect(() => english('{name}')).toThrow('a place "name", for which there is no value');
    expect(() => english('{toString}')).toThrow('a place "toString"');
    expect(() => english('{n, plural, other {#}}', { n: '3' })).toThrow(
      'the place "n" of a message needs a number',
    );
    expect(() => english('{n, list}', { n: 'a' })).toThrow('the place "n" of a message needs a list');
    expect(() => english('{n, select, a {} b {}}', { n: 'c' })).toThrow('has no choice "c"');
  });
});
