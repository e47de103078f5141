import { describe, expect, expectTypeOf, it } from 'vitest';
import type { List, Places, PlacesArgument } from '../../src/wording/message-places.js';
import { speaker } from '../../src/wording/speaker.js';

const say = speaker('test', {
  plain: 'Nothing to do.',
  name: 'Write "{name}".',
  counted:
    '{service} has {count, plural, =0 {no actions} one {# action of {total}} other {# actions of {total}}}.',
  flagged: 'It is {used, select, true {used} false {idle since {date}}}.',
  chosen: 'This is {kind, select, role {a role} policy {a policy}}.',
  open: 'This is {kind, select, role {a role} other {something else}}.',
  listed: `Expected {names, list, or 3}
    and {lines, list, plain}.`,
  several: 'It needs {names, plural, =0 {none} other {{names, list}}}.',
  literal: "The rule's place '{id}' is {id}, and ''{id}'' too.",
});

describe('the places of a message', () => {
  it('are read from its text', () => {
    expectTypeOf<PlacesArgument<'Nothing.'>>().toEqualTypeOf<[]>();
    expectTypeOf<Places<'{a} and {b}'>>().toEqualTypeOf<{
      readonly a: string | number;
      readonly b: string | number;
    }>();
    expectTypeOf<Places<'{n, plural, one {# {what} of {m, number}} other {#}}{what}'>>().toEqualTypeOf<{
      readonly n: number | List;
      readonly what: string | number;
      readonly m: number;
    }>();
    expectTypeOf<Places<'{a, select, yes {y {b}} no {{c, list}} } {d}'>>().toEqualTypeOf<{
      readonly a: 'yes' | 'no';
      readonly b: string | number;
      readonly c: readonly (string | number)[];
      readonly d: string | number;
    }>();
    expectTypeOf<Places<'{a, select, true {1} false {{n, plural, other {#}}}}'>>().toEqualTypeOf<{
      readonly a: boolean;
      readonly n: number | List;
    }>();
    expectTypeOf<Places<"it's '{a}' and ''{b}'' but '{'{c}'}'">>().toEqualTypeOf<{
      readonly b: string | number;
      readonly c: string | number;
    }>();
    expectTypeOf<Places<'{a, select, condition key {} name {}}'>>().toEqualTypeOf<{
      readonly a: 'condition key' | 'name';
    }>();
    expectTypeOf<Places<string>>().toEqualTypeOf<
      Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>
    >();
  });

  it('must all have a value of their type', () => {
    expect(say('plain')).toBe('Nothing to do.');
    expect(say('name', { name: 'ecs' })).toBe('Write "ecs".');
    expect(say('counted', { service: 'ecs', count: 1, total: 7 })).toBe('ecs has 1 action of 7.');
    expect(say('flagged', { used: false, date: '2026-01-01' })).toBe('It is idle since 2026-01-01.');
    expect(say('chosen', { kind: 'policy' })).toBe('This is a policy.');
    expect(say('open', { kind: 'bucket' })).toBe('This is something else.');
    expect(say('listed', { names: ['a', 'b'], lines: [3, 5] })).toBe('Expected "a" or "b" and 3 and 5.');
    expect(say('several', { names: [] })).toBe('It needs none.');
    expect(say('literal', { id: 7 })).toBe("The rule's place {id} is 7, and '7' too.");
  });

  it('do not compile where one is missing, misspelt or of another type', () => {
    const mistakes = [
      // @ts-expect-error -- a place without a value
      () => say('name'),
      // @ts-expect-error -- a misspelt place
      () => say('name', { nome: 'ecs' }),
      // @ts-expect-error -- a text where a number decides
      () => say('counted', { service: 'ecs', count: '1', total: 7 }),
      // @ts-expect-error -- a key that the select does not have
      () => say('chosen', { kind: 'bucket' }),
      // @ts-expect-error -- one name where a list is wanted
      () => say('listed', { names: 'a', lines: [1] }),
      // @ts-expect-error -- a number where its items are wanted, too
      () => say('several', { names: 1 }),
      // @ts-expect-error -- a place of a nested message
      () => say('flagged', { used: true }),
      // @ts-expect-error -- a sentence that there is not
      () => say('none'),
    ];
    for (const mistake of mistakes) expect(mistake).toBeInstanceOf(Function);
    // @ts-expect-error -- a place too many
    expect(say('plain', { name: 'ecs' })).toBe('Nothing to do.');
  });
});
