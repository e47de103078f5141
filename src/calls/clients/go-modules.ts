import { sdkFacts } from '../sdk/sdk-facts.js';
import type { SdkModule } from './module.js';
import { S3 } from './script-modules.js';

/** Source: huaweicloud-sdk-go-v3, whose packages of a service are named after its version. */
const SDK = /^(.*?\/)?huaweicloud-sdk-go-v3\/services\/([a-z0-9]+)\/(v\d+)(?:\/(\w+))?$/;

/** The same tail below another root: `example.org/scaler/third/services/as/v1/model`. */
const SDK_TAIL = /\/services\/([a-z0-9]+)\/(v\d+)(?:\/(?:model|region))?$/;

/** Source: huaweicloud-sdk-go-obs, and the copy of it that gophertelekomcloud and golangsdk carry. */
const OBS =
  /(?:^|\/)huaweicloud-sdk-go-obs(?:\/v\d+)?(?:\/obs)?$|\/(?:golangsdk|gophertelekomcloud)\/openstack\/obs$/;

/** Source: the libraries' own names on GitHub; `golangsdk` under any other owner is a copy. */
const OPENSTACK =
  /^(.*?\/)?([\w.-]+)\/(gophertelekomcloud|golangsdk)(?:\/v\d+)?(?:\/(openstack)(?:\/(.+))?)?$/;

/** Source: aws-sdk-go, aws-sdk-go-v2, minio-go. */
const S3_CLIENT = /^github\.com\/(?:aws\/aws-sdk-go(?:-v2)?\/service\/s3|minio\/minio-go(?:\/v\d+)?)$/;

/** The part of a library that an import path of Go names; undefined for any other path. */
export function goModule(path: string): SdkModule | undefined {
  if (OBS.test(path))
    return { library: 'obs', service: 'obs', version: 'v1', isCopy: !path.startsWith('github.com/') };
  if (S3_CLIENT.test(path)) return S3;
  return sdkModule(path) ?? openstackModule(path) ?? copyModule(path);
}

function sdkModule(path: string): SdkModule | undefined {
  const [, root, service, version] = SDK.exec(path) ?? [];
  if (service === undefined) return undefined;
  return { library: 'sdk', service, version, isCopy: root !== 'github.com/huaweicloud/' };
}

function openstackModule(path: string): SdkModule | undefined {
  const [, , owner, name, openstack, rest] = OPENSTACK.exec(path) ?? [];
  if (name === undefined) return undefined;
  const service = rest ?? openstack ?? '';
  if (name === 'gophertelekomcloud')
    return { library: name, service, version: undefined, isCopy: owner !== 'opentelekomcloud' };
  const library = owner === 'huaweicloud' ? 'golangsdk' : 'chnsz-golangsdk';
  return { library, service, version: undefined, isCopy: owner !== 'huaweicloud' && owner !== 'chnsz' };
}

function copyModule(path: string): SdkModule | undefined {
  const [, service, version] = SDK_TAIL.exec(path) ?? [];
  if (service === undefined || !sdkFacts().services().includes(service)) return undefined;
  return { library: 'sdk', service, version, isCopy: true, isGuess: true };
}

/**
 * Names that a package may be used by where the import gives none: the last part of its path, but for a version. A package
 * of a name that is none in Go (`virtual-gateway`) may be called anything that is like it.
 */
export function goPackageNames(path: string, { library }: SdkModule): readonly string[] {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  if (library === 'obs') return ['obs'];
  if (library === 's3') return [path.includes('minio') ? 'minio' : 's3'];
  const name = library !== 'sdk' && /^v\d+$/.test(last) ? (parts.at(-2) ?? last) : last;
  if (library !== 'sdk' && name === 'gophertelekomcloud') return ['golangsdk', 'gophertelekomcloud'];
  return [
    ...new Set([name, name.replaceAll('-', '_'), name.replaceAll('-', ''), name.split('-').at(-1) ?? name]),
  ];
}
