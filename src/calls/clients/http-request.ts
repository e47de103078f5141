import { cloudHost } from '../hosts.js';

/** A request to a host of these clouds. */
export interface CloudRequest {
  /** As the source has it, with `{value}` for what is worked out. */
  readonly host: string;
  /** `GET /v1/{value}/cloudservers`; undefined where the path is not known. */
  readonly api: string | undefined;
  /** None where the host does not say which. */
  readonly services: readonly string[];
  readonly cloud: string;
}

/** @param address a URL, with `{}` for what is only known at run time. Undefined for a host of somebody else. */
export function requestAt(method: string, address: string): CloudRequest | undefined {
  const [, name, rest = ''] = /^https?:\/\/([^/?#\s]+)([^#\s]*)/i.exec(address) ?? [];
  const split = splitHole(name ?? '', rest);
  const cloud = name === undefined ? undefined : cloudHost(split.host);
  if (cloud === undefined) return undefined;
  const path = withNames(split.rest);
  const services = cloud.service === undefined ? [] : [cloud.service];
  const host = withNames(split.host);
  const whole = cloud.isBucket ? `/{bucket}${path === '/' ? '' : path}` : path;
  return {
    host,
    api: isPath(whole, cloud.service) ? `${method} ${whole}` : undefined,
    services,
    cloud: cloud.cloud,
  };
}

/** `obs.eu-de.otc.t-systems.com{}`: a path that is worked out whole. */
function splitHole(host: string, rest: string): { readonly host: string; readonly rest: string } {
  const end = /(?:\.com|\.eu)(?::\d+)?(\{\}.*)$/.exec(host)?.[1];
  return end === undefined ? { host, rest } : { host: host.slice(0, -end.length), rest: `${end}${rest}` };
}

function withNames(text: string): string {
  return text.replaceAll('{}', '{value}');
}

/** It begins where a path begins, and says something: of another service than OBS, more than values. */
function isPath(path: string, service: string | undefined): boolean {
  if (!path.startsWith('/')) return false;
  return (
    service === 'obs' ||
    /\/[a-z][\w.-]*/i.test(path.replace(/^\/v[\d.]+(?=\/|$)/, '').replaceAll(/\{\w*\}/g, ''))
  );
}
