import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMessage } from '../../src/wording/message.js';
import type { Sentences } from '../../src/wording/speaker.js';

const FOLDER = new URL('../../src/wording/en/', import.meta.url);

describe('the English sentences', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.ts')))(
    'of %s can all be read',
    async (file) => {
      const { en } = (await import(new URL(file, FOLDER).href)) as { readonly en?: Sentences };
      expect(Object.keys(en ?? {}), 'sentences, exported as `en`').not.toEqual([]);
      for (const sentence of Object.values(en ?? {})) parseMessage(sentence);
    },
  );
});
