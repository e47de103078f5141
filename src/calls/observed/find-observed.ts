import { METHODS } from '../../catalog/model/endpoint.js';
import { Problem } from '../../problem.js';
import { dayOf } from '../day.js';
import { operationAt } from './endpoint-operation.js';
import { jsonObjects } from './json-objects.js';
import { lines } from './text-lines.js';
import { commonLogFormat, readLogRecord } from './log-formats.js';
import type { LogFormat, LogLine } from './log-pattern.js';
import type { Sighting, Tally } from './tally.js';
import { MAX_NAME, readTrace } from './trace.js';
import type { Trace } from './trace.js';
import { operationOf } from './trace-operation.js';
import type { Known } from './trace-operation.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** What records are read with. */
export interface ObservedOptions extends Known {
  /** Only traces of these users count; empty: of all. Names and ids. */
  readonly users: ReadonlySet<string>;
  /** How a line of a log looks, where somebody says it. */
  readonly format: LogFormat | undefined;
}

/** How many records and lines were read, and what was wrong with the file. */
export interface Reading {
  readonly records: number;
  readonly problems: readonly Problem[];
}

/** Whether the beginning of a file looks like traces, or like a log in JSON. */
export function showsRecords(head: string): boolean {
  return (
    /"trace_name"\s*:/.test(head) ||
    /"(?:method|http_method|request_method|requestMethod|request)"\s*:/.test(head)
  );
}

/** Counts the traces of Cloud Trace Service, and the requests of logs in JSON, that a file holds. */
export async function countRecords(
  path: string,
  pieces: AsyncIterable<string>,
  options: ObservedOptions,
  tally: Tally,
): Promise<Reading> {
  const placing = placements(options, tally);
  let records = 0;
  const faults = createFaults(path);
  for await (const object of jsonObjects(pieces)) {
    if ('fault' in object) {
      faults.add(object.line, object.fault === 'broken' ? 'notWholeJson' : 'recordTooLong');
      continue;
    }
    const record = parse(object.text);
    if (record === undefined) {
      faults.add(object.line, 'noJson');
      continue;
    }
    const trace = readTrace(record);
    const line = trace === undefined ? readLogRecord(record) : undefined;
    if (trace !== undefined)
      placing.trace(trace, { by: 'traces', file: path, line: object.line, day: trace.day });
    else if (line !== undefined)
      placing.request(line, { by: 'logs', file: path, line: object.line, day: dayOf(line.time) });
    else faults.add(object.line, 'noRecord');
    if (trace !== undefined || line !== undefined) records += 1;
  }
  return { records, problems: faults.problems() };
}

/** Counts the requests of a log with a line for each. */
export async function countLines(
  path: string,
  pieces: AsyncIterable<string>,
  options: ObservedOptions,
  tally: Tally,
): Promise<Reading> {
  const placing = placements(options, tally);
  let records = 0;
  const faults = createFaults(path);
  for await (const { text, line } of lines(pieces)) {
    if (text.trim() === '') continue;
    const read = [options.format, commonLogFormat]
      .map((format) => format?.(text))
      .find((one) => one !== undefined && isRequest(one));
    if (read === undefined) {
      faults.add(line, options.format === undefined ? 'notCommonLog' : 'notAsPattern');
      if (options.format === undefined && records === 0 && faults.count() >= ENOUGH) break;
      continue;
    }
    records += 1;
    placing.request(read, { by: 'logs', file: path, line, day: dayOf(read.time) });
  }
  return { records, problems: faults.problems() };
}

function isRequest({ method, target }: LogLine): boolean {
  return (
    METHODS.some((known) => known === method.toUpperCase()) &&
    target.length <= MAX_NAME &&
    /^(?:\/|https?:\/\/)/i.test(target)
  );
}

/** A file is no log where that many lines at its beginning are none. */
const ENOUGH = 1_000;

type RecordFault = 'notWholeJson' | 'recordTooLong' | 'noJson' | 'noRecord' | 'notCommonLog' | 'notAsPattern';

/** One problem for all of a kind, at the first of them. */
function createFaults(file: string): {
  readonly add: (line: number, fault: RecordFault) => void;
  readonly count: () => number;
  readonly problems: () => readonly Problem[];
} {
  const kinds = new Map<RecordFault, { readonly line: number; count: number }>();
  return {
    add(line, fault) {
      const known = kinds.get(fault) ?? { line, count: 0 };
      kinds.set(fault, known);
      known.count += 1;
    },
    count: () => [...kinds.values()].reduce((sum, { count }) => sum + count, 0),
    problems: () =>
      [...kinds].map(
        ([fault, { line, count }]) => new Problem('file', say(fault, { more: count - 1 }), { file, line }),
      ),
  };
}

interface Placements {
  readonly trace: (trace: Trace, at: Sighting) => void;
  readonly request: (line: LogLine, at: Sighting) => void;
}

/** Refused: nobody knows whether the application needs it, or somebody tried what they may not. */
const REFUSED: ReadonlySet<number> = new Set([401, 403]);

const MAX_REMEMBERED = 20_000;

function placements(options: ObservedOptions, tally: Tally): Placements {
  const { catalog, users } = options;
  const known = new Map<string, ReturnType<typeof operationOf>>();
  const place = (key: string, decide: () => ReturnType<typeof operationOf>) => {
    const placed = known.get(key) ?? decide();
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(key, placed);
    return placed;
  };
  return {
    trace(trace, at) {
      const { service, name, resource, version, operation, endpoint, code, type } = trace;
      const text = `${service} ${name}`;
      if (type === 'SystemAction') tally.pass('traces', say('byItself'), at);
      else if (users.size > 0 && !trace.users.some((user) => users.has(user)))
        tally.pass('traces', say('ofOthers'), at);
      else if (code !== undefined && REFUSED.has(code)) tally.pass(text, say('refused'), at);
      else {
        const placed = place(
          JSON.stringify([service, name, resource, version, operation, endpoint && folded(endpoint, '0')]),
          () => operationOf(trace, options),
        );
        if ('operation' in placed) tally.call(placed.operation, placed.confidence, at);
        else tally.leave(text, placed.reason, at);
      }
    },
    request({ method, target, host, status }, at) {
      const address = host !== undefined && target.startsWith('/') ? `https://${host}${target}` : target;
      const api = `${method.toUpperCase()} ${folded(address, '0')}`;
      const text = `${method.toUpperCase()} ${folded(address, '{id}').replace(/[?#].*$/s, '')}`;
      if (REFUSED.has(Number(status))) {
        tally.pass(text, say('refused'), at);
        return;
      }
      const placed = place(
        api,
        () =>
          operationAt(api, undefined, options) ?? {
            reason: say('noEndpoint', { cloud: catalog.cloud }),
          },
      );
      if ('operation' in placed) tally.call(placed.operation, placed.confidence, at);
      else tally.leave(text, placed.reason, at);
    },
  };
}

/** An address with one value in the place of every identifier, so that requests of one kind are known to be. */
function folded(target: string, value: string): string {
  return target.replaceAll(
    /(?<=[/=,])(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}|\d{3,})(?=[/?&,#]|$)/gi,
    value,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
