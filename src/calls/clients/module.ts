/** A library that calls these clouds: the SDK of all services, those of OBS, and those that come from OpenStack's. */
export type Library =
  'sdk' | 'obs' | 's3' | 'golangsdk' | 'chnsz-golangsdk' | 'gophertelekomcloud' | 'openstacksdk';

/** A part of a library, as a file imports it. */
export interface SdkModule {
  readonly library: Library;
  /** `ecs`, as import paths write it; of libraries in Go that come from OpenStack's the package, `compute/v2/servers`. */
  readonly service: string;
  /** `v2`; undefined where the import names none. */
  readonly version: string | undefined;
  /** The library stands under another name than its own: a fork, a copy in the repository, a registry of one's own. */
  readonly isCopy?: boolean;
  /** Of a copy of which only the form of its path tells what it is: what it does not have is no complaint. */
  readonly isGuess?: boolean;
  /** Of openstacksdk: its extension for Open Telekom Cloud. */
  readonly isOtc?: boolean;
}

/** Equal for two imports of the same part. */
export function moduleKey({ library, service, version }: SdkModule): string {
  return `${library} ${service} ${version ?? ''}`;
}

const NAMES: Readonly<Record<Exclude<Library, 'sdk'>, string>> = {
  obs: 'the OBS SDK',
  s3: 'an S3 client',
  golangsdk: 'huaweicloud/golangsdk',
  'chnsz-golangsdk': 'chnsz/golangsdk',
  gophertelekomcloud: 'gophertelekomcloud',
  openstacksdk: 'openstacksdk',
};

/** As people call it: `huaweicloud-sdk ecs/v2`, `gophertelekomcloud`. */
export function clientName({ library, service, version }: SdkModule): string {
  if (library !== 'sdk') return NAMES[library];
  return `huaweicloud-sdk ${version === undefined ? service : `${service}/${version}`}`;
}

/** The cloud that a library is for; undefined for one that is used with both. */
export function cloudOfLibrary({ library, isCopy, isOtc }: SdkModule): string | undefined {
  if (library === 'gophertelekomcloud' || isOtc === true) return 'opentelekomcloud';
  return (library === 'golangsdk' || library === 'chnsz-golangsdk') && isCopy !== true
    ? 'huaweicloud'
    : undefined;
}
