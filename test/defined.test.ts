import { describe, expect, it } from 'vitest';
import { defined, filled } from '../src/defined.js';

describe('defined', () => {
  it('leaves out what is undefined, and nothing else', () => {
    const fields = defined({ one: 1, none: undefined, nothing: null, no: false, empty: '' });
    expect(Object.keys(fields)).toEqual(['one', 'nothing', 'no', 'empty']);
  });
});

describe('filled', () => {
  it('gives a list that holds something, and nothing for an empty one', () => {
    expect(filled(['one'])).toEqual(['one']);
    expect(filled([])).toBeUndefined();
  });
});
