import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contains,
  expand,
  intersects,
  matches,
  sameAction,
  serviceOf,
} from '../../../src/policy/grants/pattern.js';
import {
  containsResource,
  intersectsResource,
  isAnyResource,
  matchesResource,
} from '../../../src/policy/grants/resource.js';

/** The meaning of a pattern, spelled out as slowly as possible. */
function meansNaively(pattern: string, text: string, single = false): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return (
      meansNaively(pattern.slice(1), text, single) ||
      (text !== '' && meansNaively(pattern, text.slice(1), single))
    );
  if (text === '') return false;
  return (
    (text.startsWith(pattern.charAt(0)) || (single && pattern.startsWith('?'))) &&
    meansNaively(pattern.slice(1), text.slice(1), single)
  );
}

function wordsOver(alphabet: string, longest: number): string[] {
  let words = [''];
  const all = [''];
  for (let length = 1; length <= longest; length += 1) {
    words = words.flatMap((word) => Array.from(alphabet, (letter) => word + letter));
    all.push(...words);
  }
  return all;
}

/** All names of three segments of at most three letters; `z` stands for every letter that no pattern here contains. */
const SEGMENTS = wordsOver('az', 3);
const ACTIONS = SEGMENTS.flatMap((service) =>
  SEGMENTS.flatMap((type) => SEGMENTS.map((operation) => `${service}:${type}:${operation}`)),
);
const segment = fc.constantFrom('', 'a', 'aa', '*', 'a*', '*a', 'a*a', '*a*', '**');
const threeSegments = fc.tuple(segment, segment, segment).map((parts) => parts.join(':'));
const pattern = fc.oneof(
  threeSegments,
  fc.constantFrom('*', 'a:*', '*:a', 'a*', '*a', 'a*a', '*a*', 'a:a*', '*:*', 'a*:*a', '*a*a*'),
);

describe('action patterns', () => {
  it('match as their meaning says', () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom(...ACTIONS), (one, action) => {
        expect(matches(one, action)).toBe(meansNaively(one, action));
      }),
      { numRuns: 3000 },
    );
  });

  it('contain, intersect and expand as a comparison over all actions says', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const inOne = new Set(expand(one, ACTIONS));
        const inOther = expand(other, ACTIONS);
        expect(contains(one, other)).toBe(inOther.every((action) => inOne.has(action)));
        expect(intersects(one, other)).toBe(inOther.some((action) => inOne.has(action)));
      }),
      { numRuns: 1500 },
    );
  });

  it('mean the same whatever the case, and are not trimmed', () => {
    expect(matches('ECS:*:GET*', 'ecs:cloudServers:getDetail')).toBe(true);
    expect(contains('ecs:CloudServers:*', 'ECS:cloudservers:get*')).toBe(true);
    expect(matches(' ecs:servers:get', 'ecs:servers:get')).toBe(false);
  });

  it.each([
    ['ecs:*', 'ecs:*:*'],
    ['*', '*:*:*'],
    ['*:list', '*:*:list'],
    ['ecs:servers:**', 'ecs:servers:*'],
  ])('%s stands for the same actions as %s', (one, other) => {
    expect([contains(one, other), contains(other, one)]).toEqual([true, true]);
  });

  it('a star of three segments stays in its segment', () => {
    expect(contains('ecs:*:get*', 'ecs:servers:getTags')).toBe(true);
    expect(contains('ecs:servers:*', 'ecs:*:get*')).toBe(false);
    expect(intersects('ecs:servers:*', 'ecs:*:get*')).toBe(true);
    expect(intersects('ecs:servers:*', 'vpc:*:get*')).toBe(false);
  });

  it('names that no action has are compared by their text', () => {
    expect(contains('*', 'identity:assume role')).toBe(true);
    expect(contains('ecs:*:*', 'vpc:a:b:c*')).toBe(false);
    expect(contains('rds:*', 'rds:a')).toBe(true);
  });

  it.each<[string, string, boolean]>([
    ['ecs:servers:get', 'ECS:servers:get', true],
    ['ecs:servers:get', 'ecs:servers:list', false],
    ['ecs:servers:get', 'vpc:*:*', false],
    ['ecs:*:*', 'ecs:servers:get', true],
    ['*', 'identity:assume role', true],
    ['*', '**', true],
    ['*:*', '*:*:*', true],
    ['a*:x:y', '*b:x:y', true],
    ['a*:x:y', 'b*:x:y', false],
    ['*a:x:y', '*b:x:y', false],
    ['*:b:c', 'a:*:d', false],
    ['a:*', '*:c', true],
    ['*:*:*:*', '*', false],
    ['a:*', '*:*:*:b', false],
    ['*:x:y:*', 'a*', false],
  ])('%s and %s meet in an action: %s', (one, other, expected) => {
    expect(intersects(one, other)).toBe(expected);
    expect(intersects(other, one)).toBe(expected);
  });

  it.each<[string, string, boolean]>([
    ['ecs:servers:get', 'ECS:servers:get', true],
    ['ecs:servers:get', 'ecs:servers:list', false],
    ['vpc:*', 'rds:a', false],
    ['*a*:*:*', '*a*', false],
    ['*:*:*a', '*a', true],
    ['ecs:servers:ab', 'ecs:servers:a**b', false],
    ['ecs:servers:a*', 'ecs:servers:a**b', true],
    ['*:*', 'a*b', true],
    ['a*:*:*b', 'a*b', true],
    ['a:*:b', 'a*b', false],
  ])('%s covers all of %s: %s', (outer, inner, expected) => {
    expect(contains(outer, inner)).toBe(expected);
  });

  it('take a question mark for itself', () => {
    expect(matches('ecs:servers:ge?', 'ecs:servers:get')).toBe(false);
    expect(matches('*:*e?v*:*', 'ecs:servers:get')).toBe(false);
    expect(matches('ecs:servers:ge?*', 'ecs:servers:ge?x')).toBe(true);
    expect(intersects('ecs:servers:ge?*', 'ecs:servers:get*')).toBe(false);
  });

  it('are the same action whatever the case', () => {
    expect(sameAction('ECS:servers:Get', 'ecs:Servers:get')).toBe(true);
    expect(sameAction('ecs:servers:get', 'ecs:servers:list')).toBe(false);
  });

  it('name their service where they name one', () => {
    expect(['ECS:*:get', '*:*:get', '*', 'ecs*:a:b', 'ecs:*'].map(serviceOf)).toEqual([
      'ecs',
      undefined,
      undefined,
      undefined,
      'ecs',
    ]);
  });

  it('take no longer for many stars', () => {
    const many = `${'*a'.repeat(60)}b`;
    expect(matches(many, `${'a'.repeat(5000)}:x:y`)).toBe(false);
    expect(contains(many, many)).toBe(true);
    expect(intersects(many, `${'*a'.repeat(60)}c`)).toBe(false);
  });
});

describe('resource patterns', () => {
  const resource = fc.stringMatching(/^[ab*?]{0,5}$/);
  const texts = wordsOver('abz', 5);

  it('match, contain and intersect as their meaning says', () => {
    fc.assert(
      fc.property(resource, resource, (one, other) => {
        const inOne = new Set(texts.filter((text) => meansNaively(one, text, true)));
        const inOther = texts.filter((text) => meansNaively(other, text, true));
        for (const text of inOther.slice(0, 20)) expect(matchesResource(one, text)).toBe(inOne.has(text));
        if (containsResource(one, other)) expect(inOther.every((text) => inOne.has(text))).toBe(true);
        else if (!`${one}${other}`.includes('?'))
          expect(
            inOther.every((text) => inOne.has(text)) && inOther.length < texts.length && other.length < 3,
          ).toBe(false);
        if (inOther.some((text) => inOne.has(text))) expect(intersectsResource(one, other)).toBe(true);
        else if (one.length + other.length <= 5) expect(intersectsResource(one, other)).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  it('of resources do not reach over the colons before the path, which may have colons itself', () => {
    expect(matchesResource('obs:*:*:object:data/*', 'obs:::object:secrets/:object:data/')).toBe(false);
    expect(matchesResource('obs:*:*:object:data/*', 'obs:eu-de:1:object:data/a:b')).toBe(true);
    expect(matchesResource('obs:*', 'obs:eu-de:1:object:data/a:b')).toBe(true);
    expect(matchesResource('smn:*:?:topic:x', 'smn:eu-de:::topic:x')).toBe(false);
    expect(containsResource('obs:*:*:bucket:x', 'obs:a:b:object:bucket:x')).toBe(false);
    expect(intersectsResource('obs:*:*:object:a/*', 'obs:*:*:object:b/*')).toBe(false);
  });

  it('take a question mark for one character, wherever it stands', () => {
    expect(matchesResource('obs:*:*:bucket:*a?c*', 'obs:eu-de:1:bucket:xabcx')).toBe(true);
    expect(matchesResource('obs:*:*:bucket:*a?c*', 'obs:eu-de:1:bucket:xabxc')).toBe(false);
    expect(matchesResource('obs:*:*:bucket:*a?c*d', 'obs:eu-de:1:bucket:abxabcd')).toBe(true);
  });

  it('meet across colons', () => {
    expect(intersectsResource('obs:*:*:bucket:a*', 'obs:eu-de:*:bucket:*b')).toBe(true);
    expect(intersectsResource('obs:*:*:bucket:a*c', 'obs:eu-de:*:bucket:*b')).toBe(false);
  });

  it('compare service and type whatever their case, and the path exactly', () => {
    expect(matchesResource('OBS:*:*:Bucket:x', 'obs:eu-de:1:bucket:x')).toBe(true);
    expect(matchesResource('obs:*:*:bucket:X', 'obs:eu-de:1:bucket:x')).toBe(false);
  });

  it.each([
    ['*', 'ecs:servers:get', true],
    ['*:*:*:*:*', 'ecs:servers:get', true],
    ['obs:*:*:bucket:*', 'obs:bucket:GetBucketAcl', true],
    ['OBS:*:*:object:*/*', 'obs:object:GetObject', true],
    ['obs:*:*:bucket:*', 'obs:object:GetObject', false],
    ['obs:*:*:bucket:my-*', 'obs:bucket:GetBucketAcl', false],
    ['obs:eu-de:*:bucket:*', 'obs:bucket:GetBucketAcl', false],
    ['vpc:*:*:*:*', 'ecs:servers:get', false],
    ['/iam/agencies/*', 'iam:agencies:assume', true],
    ['/iam/agencies/1', 'iam:agencies:assume', false],
  ])('%s leaves %s open: %s', (one, action, expected) => {
    expect(isAnyResource(one, action)).toBe(expected);
  });
});
