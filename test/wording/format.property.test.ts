import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/wording/format.js';
import { CHINESE, ENGLISH } from '../../src/wording/grammar.js';

/** Text as it may stand in a message, with what is special in it quoted or harmless. */
const literal = fc
  .array(fc.constantFrom('a', ' ', '"', ':', '，', '授', "''", "'{'", "'}'", "'{a}'", "it's", "'{it''s}'"), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(' '));

const { message } = fc.letrec<{ message: string; part: string }>((tie) => ({
  message: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join(' ')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literal,
    fc.constantFrom('{name}', '{ name }', '{n, number}'),
    fc
      .tuple(tie('message'), tie('message'), tie('message'))
      .map(([none, one, other]) => `{n, plural, =0 {${none}} one {# ${one}} other{${other} #}}`),
    fc
      .tuple(tie('message'), tie('message'))
      .map(([known, other]) => `{kind, select, role {${known}} other {${other}}}`),
    tie('message').map((inner) => `{flag, select, true {${inner}} false {no} other {}}`),
  ),
}));

const places = fc.record({
  name: fc.string({ maxLength: 5 }),
  n: fc.oneof(fc.nat(3), fc.nat(10_000_000)),
  kind: fc.constantFrom('role', 'policy', ''),
  flag: fc.boolean(),
});

describe('the formatter', () => {
  it.each([
    ['en', ENGLISH],
    // The spaces that Chinese puts around values are its own.
    ['zh', { ...CHINESE, joined: (before: string, after: string) => before + after }],
  ])('does what ICU MessageFormat does (%s)', (locale, grammar) => {
    fc.assert(
      fc.property(message, places, (text, values) => {
        const expected = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values);
        expect(format(text, values, grammar)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text in time, or says what is wrong with it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', "'", '#', ',', ' ', 'n', 'plural', 'other') }),
        (text) => {
          try {
            format(text, { n: 1 }, ENGLISH);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
        },
      ),
    );
  });
});
