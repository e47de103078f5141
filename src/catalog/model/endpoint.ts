/**
 * An endpoint is `METHOD /path/{param}`. Parameter names carry no meaning: `{tenant_id}` is `{project_id}`.
 */
export const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
] as const;
export type Method = (typeof METHODS)[number];

export interface Endpoint {
  readonly method: Method;
  /** Begins with `/`, no query, no trailing slash (but `/` itself). */
  readonly path: string;
}

const methods: ReadonlySet<string> = new Set(METHODS);

/** Reads `GET /v1/{project_id}/things?limit=1` without its query; undefined where it is no method and a path. */
export function parseEndpoint(text: string): Endpoint | undefined {
  const match = /^\s*([A-Za-z]+)\s+(\/\S*)\s*$/.exec(text);
  const method = match?.[1]?.toUpperCase();
  const rest = match?.[2];
  if (method === undefined || rest === undefined || !methods.has(method)) return undefined;
  const bare = rest.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return { method: method as Method, path: bare === '' ? '/' : bare };
}

/** Path segments, parameters as `{}`, literals in lower case: the documentation's case is not dependable. */
export function pathSegments(path: string): string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => (segment.startsWith(':') ? '{}' : segment.replace(/\{[^}]*\}/g, '{}').toLowerCase()));
}

/** One key for all spellings of the same endpoint: `GET /v2.1/{}/servers/detail`. */
export function endpointKey(endpoint: Endpoint): string {
  return `${endpoint.method} /${pathSegments(endpoint.path).join('/')}`;
}

export function formatEndpoint(endpoint: Endpoint): string {
  return `${endpoint.method} ${endpoint.path}`;
}
