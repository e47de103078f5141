import { METHODS } from '../../catalog/model/endpoint.js';
import { dayOf } from '../day.js';

/**
 * What a record of Cloud Trace Service says of a call. Source: CTS user guide, “Trace Structure” and “Example Traces”
 * (https://support.huaweicloud.com/intl/en-us/usermanual-cts/cts_03_0010.html), and the trigger events of FunctionGraph.
 */
export interface Trace {
  /** `ECS`. */
  readonly service: string;
  /** `createServer`. */
  readonly name: string;
  /** `ecs`. */
  readonly resource: string | undefined;
  /** `1.0`, `v3`. */
  readonly version: string | undefined;
  /** The name of the API's operation, where the record has it. Records exist that name one of another service. */
  readonly operation: string | undefined;
  /** `GET https://host/path`, where the record holds the request's method and address. */
  readonly endpoint: string | undefined;
  /** HTTP status. */
  readonly code: number | undefined;
  /** `ApiCall`, `ConsoleAction`, `SystemAction`, … */
  readonly type: string | undefined;
  /** Names and ids of who called. */
  readonly users: readonly string[];
  readonly day: string | undefined;
}

/** Undefined where a parsed JSON object is no trace. */
export function readTrace(record: unknown): Trace | undefined {
  const trace = isObject(member(record, 'cts')) ? member(record, 'cts') : record;
  const [service, name] = [text(trace, 'service_type'), text(trace, 'trace_name')];
  if (service === undefined || name === undefined) return undefined;
  const code = Number(member(trace, 'code') ?? NaN);
  return {
    service,
    name,
    resource: text(trace, 'resource_type'),
    version: text(trace, 'api_version'),
    operation: text(trace, 'operation_id'),
    endpoint: endpointIn(trace) ?? endpointIn(parsed(member(trace, 'request'))),
    code: Number.isInteger(code) ? code : undefined,
    type: text(trace, 'trace_type'),
    users: usersOf(parsed(member(trace, 'user'))),
    day: dayOf(member(trace, 'time')) ?? dayOf(member(trace, 'record_time')),
  };
}

const METHOD_KEYS = ['method', 'http_method', 'request_method'];
const PATH_KEYS = ['url', 'uri', 'path', 'request_uri', 'request_url', 'http_url'];

/** The method and the address, where an object holds both under one of the usual names. */
export function endpointIn(record: unknown): string | undefined {
  const method = METHOD_KEYS.flatMap((key) => text(record, key)?.toUpperCase() ?? []).find((word) =>
    METHODS.some((known) => known === word),
  );
  const address = PATH_KEYS.flatMap((key) => text(record, key) ?? []).find((path) =>
    /^(?:\/|https?:\/\/)\S*$/i.test(path),
  );
  return method === undefined || address === undefined ? undefined : `${method} ${address}`;
}

/** Who called: a name as text, an object, or that object as text. */
function usersOf(user: unknown): readonly string[] {
  if (typeof user === 'string') return [user];
  return ['name', 'user_name', 'id', 'principal_id', 'principal_urn', 'access_key_id'].flatMap(
    (key) => text(user, key) ?? [],
  );
}

/** APIs and trace files hold structures as text. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*\{/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An own member of an object; undefined for everything else. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** No name and no address is longer: what is would only fill memory. In UTF-16 units. */
export const MAX_NAME = 2_000;

/** An own member that is text of the length of a name or an address, trimmed, and not empty. */
export function text(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' && found.length <= MAX_NAME && found.trim() !== ''
    ? found.trim()
    : undefined;
}
