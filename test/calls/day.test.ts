import { expect, it } from 'vitest';
import { dayOf, daysBetween, isDay } from '../../src/calls/day.js';

it.each([
  [1660927593570, '2022-08-19'],
  [1660927593, '2022-08-19'],
  ['1660927593570', '2022-08-19'],
  ['1660927593.570', '2022-08-19'],
  ['2016-12-15 15:27:40 GMT+08:00', '2016-12-15'],
  ['2016-12-16 01:27:40 GMT+08:00', '2016-12-15'],
  ['Dec 8, 2016 03:24:04 GMT+08:00', '2016-12-07'],
  ['2026-10-31', '2026-10-31'],
  ['2026-10-31T23:30:00', '2026-10-31'],
  ['2026-10-31 23:30', '2026-10-31'],
  ['2026-10-31T23:30:00.123456-0700', '2026-11-01'],
  ['2026-10-31T23:30:00,5Z', '2026-10-31'],
  ['31/Oct/2026:23:55:36 -0200', '2026-11-01'],
])('%s is a time of %s', (time, day) => {
  expect(dayOf(time)).toBe(day);
});

it.each([
  '',
  'yesterday',
  '42',
  42,
  Number.NaN,
  null,
  {},
  '2026-13-01',
  '31/Foo/2026:10:00:00 +0000',
  'Foo 8, 2016 11:24:04',
  '9'.repeat(400),
])('%s is no time', (time) => {
  expect(dayOf(time)).toBeUndefined();
});

it('knows the days that the calendar has, and how far apart they are', () => {
  expect(['2024-02-29', '2026-02-29', '2026-02-30', '2026-2-3', '1999-01-01'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
});
