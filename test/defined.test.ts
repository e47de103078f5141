import { describe, expect, it } from 'vitest';
import { defined } from '../src/defined.js';

describe('defined', () => {
  it('leaves out what is undefined, and nothing else', () => {
    const fields = defined({ one: 1, none: undefined, nothing: null, no: false, empty: '' });
    expect(Object.keys(fields)).toEqual(['one', 'nothing', 'no', 'empty']);
  });
});
