import { expect, it } from 'vitest';
import { append, greatest, least } from '../src/long-lists.js';
import { readPolicySource } from '../src/lint/language/read-source.js';
import { exactStrings } from '../rules/shared/elements/exact-strings.js';

/** More than a call takes arguments. */
const MANY = 200_000;

it('lists of any length are put together and measured', () => {
  const numbers = Array.from({ length: MANY }, (_, index) => index);
  const list = [-1];
  append(list, numbers);
  expect(list.length).toBe(MANY + 1);
  expect(list.at(-1)).toBe(MANY - 1);
  expect([least(list), greatest(list)]).toEqual([-1, MANY - 1]);
  expect([least([]), greatest([])]).toEqual([Infinity, -Infinity]);
});

it('the strings of a policy of 130,000 actions are all found', () => {
  const actions = Array.from({ length: 130_000 }, () => 'a:b:c');
  const text = JSON.stringify({ Version: '1.1', Statement: [{ Effect: 'Allow', Action: actions }] });
  const reading = readPolicySource({ path: 'huge.json', text, syntax: 'json' }, 'document');
  const [policy] = reading.ok ? reading.source.policies : [];
  expect(policy === undefined ? [] : exactStrings(policy)).toHaveLength(130_006);
});
