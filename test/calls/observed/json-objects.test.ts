import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonObjects } from '../../../src/calls/observed/json-objects.js';

async function* piecesOf(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield await Promise.resolve(text.slice(at, at + size));
}

async function objects(text: string, size = 7): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const object of jsonObjects(piecesOf(text, size)))
    found.push('fault' in object ? object : (JSON.parse(object.text) as unknown));
  return found;
}

describe('the objects of a text', () => {
  it.each([
    ['one after the other', '{"a":1}\n{"a":2}'],
    ['an array', '[{"a":1},\n {"a":2}]'],
    ['arrays of arrays', '[[{"a":1}],[{"a":2}]]'],
    [
      'wrapped',
      '{ "meta": {"x": [1]}, "traces" :\n [{"a":1},{"a":2}], "meta_data": {"count": 2, "of": [{"no": 1}]} }',
    ],
  ])('are found %s', async (_how, text) => {
    expect(await objects(text)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('hold braces, quotes and the names of wrappers in their texts', async () => {
    const record = { request: '{"traces":[{"x":"\\"}"}]}', list: [{ traces: [1] }] };
    expect(await objects(`${JSON.stringify(record)}\n`)).toEqual([record]);
  });

  it('are found again behind a line that is broken', async () => {
    expect(await objects('{"a":1}\n{"a":"oh\n{"a":2}\n')).toEqual([
      { a: 1 },
      { fault: 'broken', line: 2 },
      { a: 2 },
    ]);
  });

  it('that end too early are told', async () => {
    expect(await objects('[{"a":1},{"a":')).toEqual([{ a: 1 }, { fault: 'broken', line: 1 }]);
    expect(await objects('{"traces":[{"a":1}')).toEqual([{ a: 1 }, { fault: 'broken', line: 1 }]);
  });

  it('that are too long for a record are passed over, in memory for one', async () => {
    const long = `{"a":"${'x'.repeat(5_000_000)}"}`;
    expect(await objects(`{"a":1}\n${long}\n{"a":2}`, 65_536)).toEqual([
      { a: 1 },
      { fault: 'too-long', line: 2 },
      { a: 2 },
    ]);
  });

  it('are not looked for in data of another kind', async () => {
    expect(await objects('{"a":1}\0\0{"a":2}')).toEqual([{ a: 1 }, { fault: 'broken', line: 1 }]);
    expect(await objects(`${'['.repeat(1_000)} {"a":2}`)).toEqual([{ fault: 'broken', line: 1 }]);
  });

  it('are the same wherever the pieces end, with their lines', async () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 4 }),
        fc.constantFrom(0, 2),
        fc.integer({ min: 1, max: 40 }),
        async (values, indent, size) => {
          const plain = values.filter(
            (one) => !Object.keys(one).some((key) => ['traces', 'events', 'records', 'logs'].includes(key)),
          );
          const text = plain.map((one) => JSON.stringify(one, undefined, indent)).join('\n');
          expect(await objects(text, size)).toEqual(
            plain.map((one) => JSON.parse(JSON.stringify(one)) as unknown),
          );
          const wrapped = JSON.stringify({ traces: plain, meta_data: { count: 1 } }, undefined, indent);
          expect(await objects(wrapped, size)).toEqual(
            plain.map((one) => JSON.parse(JSON.stringify(one)) as unknown),
          );
        },
      ),
    );
  });

  it('any text comes to an end', async () => {
    const unit = fc.constantFrom('{', '}', '[', ']', '"', '\\', '\n', ':', ',', 'a', '"traces":');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          for await (const object of jsonObjects(piecesOf(text, size)))
            expect(object.line).toBeGreaterThan(0);
        },
      ),
    );
  });
});
