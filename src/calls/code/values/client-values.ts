import type { SdkModule } from '../../clients/module.js';
import { isGoLibrary, isServiceOfConnection } from '../../openstack/openstack-facts.js';
import type { Value } from './code-value.js';

/** A class of a library, a builder of one, or an instance. */
type ClientValue = Extract<Value, { readonly kind: 'class' | 'builder' | 'instance' }>;

/** Classes whose methods call, and whose names do not end in `Client`. Source: openstacksdk; the SDKs of S3; MinIO's. */
const CLIENTS: ReadonlySet<string> = new Set(['Connection', 'Proxy', 'S3', 'AmazonS3', 'Minio']);

export function isClient(value: Value | undefined): value is ClientValue {
  return value?.kind === 'instance' && (value.name.endsWith('Client') || CLIENTS.has(value.name));
}

/** `ListServersDetails` for an instance of `ListServersDetailsRequest`. */
export function requestedBy(
  value: Value | undefined,
): { readonly modules: readonly SdkModule[]; readonly operation: string } | undefined {
  if (value?.kind !== 'instance' || !/.Request$/.test(value.name)) return undefined;
  const modules = value.modules.filter(({ library }) => library === 'sdk');
  return modules.length === 0 ? undefined : { modules, operation: value.name.slice(0, -'Request'.length) };
}

/** A method; or, of a connection of openstacksdk, what stands for one of its services: `conn.compute`. */
export function memberOfClient(of: ClientValue, name: string): Value {
  if (of.kind !== 'instance' || of.name !== 'Connection' || !isServiceOfConnection(name))
    return { kind: 'method', of, name };
  return {
    kind: 'instance',
    modules: of.modules.map((module) => ({ ...module, service: name })),
    name: 'Proxy',
  };
}

/**
 * Builders and requests are written as chains: `EcsClient.newBuilder().withRegion(…).build()`.
 * @param argument the first one, which says what a session of boto3 makes a client for.
 */
export function resultOfMethod(of: Value, name: string, argument: Value | undefined): Value | undefined {
  if (of.kind === 'class') return /^(?:new_?)?builder$/i.test(name) ? { ...of, kind: 'builder' } : undefined;
  if (of.kind === 'builder') return name === 'build' ? { ...of, kind: 'instance' } : of;
  if (of.kind !== 'instance') return undefined;
  if (of.name === 'Session') {
    const isS3 = argument?.kind === 'string' && argument.text === 's3' && name === 'client';
    return isS3 ? { ...of, name: 'S3Client' } : undefined;
  }
  return !isClient(of) || /^with[A-Z_]/.test(name) ? of : undefined;
}

/** A submodule (`v2`, `model`, `region`), a class, or a function that makes one: Go's `NewEcsClient`, `openstack.connect`. */
export function exported(modules: readonly SdkModule[], name: string): Value {
  if (/^v\d+$/.test(name))
    return { kind: 'module', modules: modules.map((module) => ({ ...module, version: name })) };
  const made = modules.map((module) => madeBy(module, name)).find((value) => value !== undefined);
  if (made === 'session') return { kind: 'method', of: { kind: 'instance', modules, name: 'Session' }, name };
  if (made !== undefined) return { kind: 'class', modules, name: made };
  if (/^[a-z]/.test(name)) return { kind: 'module', modules };
  return { kind: 'class', modules, name: name.replace(/^New(?=\w+Client$)/, '') };
}

/** The class that a function of a library makes an instance of. */
function madeBy({ library, service }: SdkModule, name: string): string | undefined {
  if (library === 'obs' && name === 'New') return 'ObsClient';
  if (library === 'openstacksdk' && /^(?:connect|from_config)$/.test(name)) return 'Connection';
  if (library === 's3' && /^(?:client|resource)$/.test(name)) return 'session';
  if (library === 's3' && /^New(?:FromConfig|Core)?$/.test(name)) return 'S3Client';
  return isGoLibrary(library) && service === 'openstack' && /^New(?!Env)[A-Z]/.test(name)
    ? 'ServiceClient'
    : undefined;
}

/** A name that stands without a prefix: a client is its own service's, a request may be of any. */
export function starred(name: string, stars: readonly SdkModule[]): Value | undefined {
  const [, client] = /^(?:New)?([A-Z]\w*?)(?:Async)?Client$/.exec(name) ?? [];
  if (client === undefined)
    return /^[A-Z]\w*Request$/.test(name) ? { kind: 'class', modules: stars, name } : undefined;
  const own = stars.filter(({ service }) => service === client.toLowerCase());
  return exported(own.length > 0 ? own : stars, name);
}
