import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonLogFormat, readLogRecord } from '../../../src/calls/observed/log-formats.js';
import { compileLogPattern } from '../../../src/calls/observed/log-pattern.js';

const NOTHING = { method: '', target: '', host: undefined, time: undefined, status: undefined };

describe('a pattern for the lines of a log', () => {
  it('takes what stands at its placeholders', () => {
    const format = compileLogPattern('{time} {*} outgoing method={method} url={url} status={status}');
    expect(
      format(
        '2026-10-31T10:00:00Z INFO [http]   outgoing method=GET url=https://ecs.eu-de.otc.t-systems.com/v1/a?limit=1 status=200 took=12ms',
      ),
    ).toEqual({
      ...NOTHING,
      method: 'GET',
      target: 'https://ecs.eu-de.otc.t-systems.com/v1/a?limit=1',
      time: '2026-10-31T10:00:00Z',
      status: '200',
    });
  });

  it('may begin with text, and take the rest of a line', () => {
    expect(
      compileLogPattern('> {method} {path} on {host} at {time}')(
        '> DELETE /v1/x on evs.example.test at Dec 8, 2016 11:24:04 GMT+08:00',
      ),
    ).toEqual({
      ...NOTHING,
      method: 'DELETE',
      target: '/v1/x',
      host: 'evs.example.test',
      time: 'Dec 8, 2016 11:24:04 GMT+08:00',
    });
    expect(compileLogPattern('{method} {path}')('GET /v1/x and more')).toEqual({
      ...NOTHING,
      method: 'GET',
      target: '/v1/x',
    });
  });

  it('fits no line of another form', () => {
    const format = compileLogPattern('<{method}> {path};');
    expect([format('GET /v1/x;'), format('<GET> /v1/x'), format('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    [
      '{method} {uri}',
      'no placeholder {uri}; there are {method}, {path}, {url}, {host}, {time}, {status} and {*}',
    ],
    ['{method}{path}', 'nothing stands between {method} and {path}'],
    ['{method} {path} {method}', '{method} stands twice'],
    ['{path}', 'it needs {method} and one of {path} and {url}'],
    ['{method} {path} {url}', 'it needs {method} and one of {path} and {url}'],
    ['(a+)+$', 'it needs {method} and one of {path} and {url}'],
  ])('%s is refused', (pattern, message) => {
    expect(() => compileLogPattern(pattern)).toThrow(message);
  });

  it('gives back what a line was written from', () => {
    const word = fc.stringMatching(/^[a-z0-9/._-]{1,12}$/);
    fc.assert(
      fc.property(word, word, word, (method, path, host) => {
        expect(compileLogPattern('{host}|{*}|{method}|{path}|')(`${host}|x y|${method}|${path}|`)).toEqual({
          ...NOTHING,
          method,
          target: path,
          host,
        });
      }),
    );
  });
});

describe('the common log format', () => {
  it.each([
    [
      'common',
      '10.0.0.5 - - [31/Oct/2026:13:55:36 +0000] "GET /v1/a?b=c HTTP/1.1" 200 2326',
      { method: 'GET', target: '/v1/a?b=c', time: '31/Oct/2026:13:55:36 +0000', status: '200' },
    ],
    [
      'combined',
      '10.0.0.5 - shop [31/Oct/2026:13:55:36 +0000] "PUT /v1/a HTTP/2" 404 - "https://x.test/" "curl/8 \\"q\\""',
      { method: 'PUT', target: '/v1/a', time: '31/Oct/2026:13:55:36 +0000', status: '404' },
    ],
    [
      'with the virtual host',
      'evs.eu-de.otc.t-systems.com 10.0.0.5 - - [31/Oct/2026:13:55:36 +0000] "GET /v2/a HTTP/1.1" 200 1',
      {
        method: 'GET',
        target: '/v2/a',
        host: 'evs.eu-de.otc.t-systems.com',
        time: '31/Oct/2026:13:55:36 +0000',
        status: '200',
      },
    ],
    [
      'of a proxy',
      '- - - [31/Oct/2026:13:55:36 +0000] "GET https://ecs.example.test/v1/a HTTP/1.1" 200 1',
      {
        method: 'GET',
        target: 'https://ecs.example.test/v1/a',
        time: '31/Oct/2026:13:55:36 +0000',
        status: '200',
      },
    ],
  ])('%s', (_name, line, expected) => {
    expect(commonLogFormat(line)).toEqual({ ...NOTHING, ...expected });
  });

  it.each([
    '',
    'x',
    '"GET /v1/a"',
    '10.0.0.5 - - [31/Oct/2026] "\\x16\\x03" 400 0',
    '"GET',
    '] "GET / HTTP/1.1" [',
  ])('is not that of %s', (line) => {
    const read = commonLogFormat(line);
    expect(read?.time).toBeUndefined();
    expect(read === undefined || read.target.startsWith('/')).toBe(true);
  });
});

describe('a record of a log in JSON', () => {
  it.each([
    [
      { method: 'get', path: '/v1/a', status: 200, time: 1793000000000 },
      { method: 'GET', target: '/v1/a', status: '200', time: '1793000000000' },
    ],
    [
      { '@timestamp': '2026-10-31', request: { method: 'PUT', url: 'https://h.test/v1/a' }, response: {} },
      { method: 'PUT', target: 'https://h.test/v1/a', time: '2026-10-31' },
    ],
    [
      { request: 'GET /v1/a HTTP/1.1', http_host: 'h.test' },
      { method: 'GET', target: '/v1/a', host: 'h.test' },
    ],
  ])('%j', (record, expected) => {
    expect(readLogRecord(record)).toEqual({ ...NOTHING, ...expected });
  });

  it('is none without a method and a path', () => {
    expect(
      [null, 3, [], {}, { method: 'GET' }, { method: 'SELL', path: '/a' }, { method: 'GET', path: 'a' }].map(
        readLogRecord,
      ),
    ).toEqual(Array(7).fill(undefined));
  });
});
