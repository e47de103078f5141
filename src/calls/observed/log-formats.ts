import { endpointIn, member, text } from './trace.js';
import type { LogFormat, LogLine } from './log-pattern.js';

/**
 * The common and the combined format of web servers, with or without the virtual host before it, and whatever stands
 * behind the status. Source: Apache HTTP Server, “Log Files” (https://httpd.apache.org/docs/2.4/logs.html).
 */
export const commonLogFormat: LogFormat = (line) => {
  const opened = line.indexOf('"');
  const closed = line.indexOf('"', opened + 1);
  if (opened < 0 || closed < 0) return undefined;
  const [method = '', target = '', protocol] = line.slice(opened + 1, closed).split(' ');
  if (!protocol?.startsWith('HTTP/')) return undefined;
  const before = line.slice(0, opened);
  const [start, end] = [before.indexOf('['), before.indexOf(']')];
  const first = before.slice(0, Math.max(start, 0)).trim().split(/ +/);
  const status = /^ *(\d{3})(?= |$)/.exec(line.slice(closed + 1, closed + 20))?.[1];
  // `%v:%p %h %l %u`: the virtual host comes first, where there are four words.
  return {
    method,
    target,
    host: first.length === 4 ? first[0] : undefined,
    time: start < 0 || end < start ? undefined : before.slice(start + 1, end),
    status,
  };
};

const TIME_KEYS = [
  'time',
  'timestamp',
  '@timestamp',
  'time_iso8601',
  'time_local',
  'ts',
  'datetime',
  'date',
  'start_time',
];
const STATUS_KEYS = ['status', 'status_code', 'response_code', 'code', 'response_status', 'http_status'];
const HOST_KEYS = ['host', 'http_host', 'authority', 'server_name', 'upstream_host', 'domain'];
/** Objects that hold the request's part: `{ "request": { "method": …, "url": … } }`. */
const NESTED_KEYS = ['request', 'req', 'http', 'httpRequest'];

/** A record of a log in JSON; undefined where it holds no method with a path under one of the usual names. */
export function readLogRecord(record: unknown): LogLine | undefined {
  const nested = NESTED_KEYS.map((key) => member(record, key));
  const line = text(record, 'request');
  const [method, target] = (
    endpointIn(record) ??
    nested.map(endpointIn).find((found) => found !== undefined) ??
    /^[A-Z]+ \S+(?= HTTP\/|$)/.exec(line ?? '')?.[0] ??
    ''
  ).split(' ');
  if (method === undefined || target === undefined) return undefined;
  const places = [record, ...nested];
  return {
    method,
    target,
    host: first(places, HOST_KEYS),
    time: first(places, TIME_KEYS),
    status: first(places, STATUS_KEYS),
  };
}

/** The first of these members that is text or a number. */
function first(places: readonly unknown[], keys: readonly string[]): string | undefined {
  for (const place of places) {
    for (const key of keys) {
      const value = member(place, key);
      if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
    }
  }
  return undefined;
}
