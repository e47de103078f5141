import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFindings } from './findings.js';
import { CATALOG, folder } from '../e2e/run.js';
import { runHere } from '../e2e/run-here.js';

const OPEN = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["*:*:*"] }] }\n';
const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

const ENCODINGS: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(OPEN)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${OPEN}`)],
  ['UTF-16, little end first', Buffer.from(`\ufeff${OPEN}`, 'utf16le')],
  ['UTF-16, big end first', swapped(`\ufeff${OPEN}`)],
  ['UTF-16 without a mark', Buffer.from(OPEN, 'utf16le')],
  ['UTF-16 without a mark, big end first', swapped(OPEN)],
];

describe.each(ENCODINGS)('a policy in %s', (_, bytes) => {
  it('is found in a folder and judged as in any other', async () => {
    const cwd = folder({ 'app.json': bytes });
    expect(readFindings(await runHere(['--format', 'json', '--catalog', CATALOG], { cwd }))).toContain(
      'full-wildcard',
    );
  });

  it('keeps its encoding when it is fixed', async () => {
    const text = OPEN.replace('"*:*:*"', '"ECS:cloudServers:list", "ECS:cloudServers:list"');
    const encoded =
      decoded(bytes) === OPEN && bytes.length === Buffer.byteLength(OPEN)
        ? Buffer.from(text)
        : recoded(bytes, text);
    const cwd = folder({ 'app.json': encoded });
    await runHere(['--fix', 'app.json', '--catalog', CATALOG], { cwd });
    const after = readFileSync(join(cwd, 'app.json'));
    expect(after.subarray(0, 2)).toEqual(encoded.subarray(0, 2));
    expect(decoded(after)).toContain('"ecs:cloudServers:list"');
    expect(decoded(after)).not.toContain('ECS');
  });
});

describe('a policy with bytes that are no text', () => {
  it.each([
    ['NUL bytes between', OPEN.replace('"Effect"', '\0"Effect"')],
    ['NUL bytes behind', `${OPEN}\0`],
    ['an escaped NUL in an action', OPEN.replace('*:*:*', 'ecs:cloudServers:list\\u0000')],
    [
      'broken UTF-8',
      Buffer.concat([
        Buffer.from(OPEN.slice(0, 70)),
        Buffer.from([0xff, 0xc0, 0x80]),
        Buffer.from(OPEN.slice(70)),
      ]),
    ],
  ])('is an error, never skipped and never clean: %s', async (_, content) => {
    const cwd = folder({ 'app.json': content });
    expect((await runHere(['--catalog', CATALOG], { cwd })).code).toBe(1);
  });

  it('is not written over where a fix would lose them', async () => {
    const content = Buffer.concat([
      Buffer.from('{ "Version": "1.1", "Statement": [{ "Sid": "'),
      Buffer.from([0xff]),
      Buffer.from('", "Effect": "Allow", "Action": ["ECS:cloudServers:list"] }] }\n'),
    ]);
    const cwd = folder({ 'app.json': content });
    await runHere(['--fix', 'app.json', '--catalog', CATALOG], { cwd });
    expect(readFileSync(join(cwd, 'app.json'))).toEqual(content);
  });
});

function recoded(model: Buffer, text: string): Buffer {
  if (model[0] === 0xef) return Buffer.from(`\ufeff${text}`);
  if (model[0] === 0xff) return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (model[0] === 0xfe) return swapped(`\ufeff${text}`);
  return model[0] === 0 ? swapped(text) : Buffer.from(text, 'utf16le');
}

function decoded(content: Buffer): string {
  return unmarked(content).replace('\ufeff', '');
}

function unmarked(content: Buffer): string {
  if (content[0] === 0 || content[0] === 0xfe) return Buffer.from(content).swap16().toString('utf16le');
  return content[1] === 0 || content[0] === 0xff ? content.toString('utf16le') : content.toString();
}
