import type { SdkModule } from './module.js';

/** Source: huaweicloud-sdk-python-v3: `huaweicloudsdkecs.v2`, `huaweicloudsdkecs.v2.region.ecs_region`. */
const PYTHON_SDK = /^(.+\.)?huaweicloudsdk([a-z0-9]+)(?:\.(v\d+))?(?:\.|$)/;

/** Source: the packages on npm, `@huaweicloud/huaweicloud-sdk-ecs/v2/public-api`. */
const JAVASCRIPT_SDK = /^(.+\/)?huaweicloud-sdk-([a-z0-9]+)(?:\/(v\d+))?(?:\/|$)/;

/** Source: huaweicloud-sdk-java-v3: `com.huaweicloud.sdk.ecs.v2.EcsClient`, `com.huaweicloud.sdk.ecs.v2.model.…`. */
const JAVA_SDK = /^(.+\.)?huaweicloud\.sdk\.([a-z0-9]+)\.(v\d+)(?:\.|$)/;

/** The part of a library that a module of Python is; undefined for any other. */
export function pythonModule(path: string): SdkModule | undefined {
  const [, root, service, version] = PYTHON_SDK.exec(path) ?? [];
  if (service !== undefined)
    return service === 'core' ? undefined : { library: 'sdk', service, version, isCopy: root !== undefined };
  if (/^(?:.+\.)?obs(?:\.client)?$/.test(path)) return { library: 'obs', service: 'obs', version: 'v1' };
  const [, connecting] = /^(openstack|otcextensions)(?:\.|$)/.exec(path) ?? [];
  if (connecting !== undefined)
    return {
      library: 'openstacksdk',
      service: 'cloud',
      version: undefined,
      isOtc: connecting !== 'openstack',
    };
  return /^(?:boto3|minio)(?:\.|$)/.test(path) ? S3 : undefined;
}

/** The part of a library that a package on npm, or a copy of it in the repository, is; undefined for any other. */
export function javascriptModule(path: string): SdkModule | undefined {
  const [, root, service, version] = JAVASCRIPT_SDK.exec(path) ?? [];
  if (service !== undefined)
    return service === 'core'
      ? undefined
      : { library: 'sdk', service, version, isCopy: root !== '@huaweicloud/' };
  if (/(?:^|[/-])esdk-obs-(?:nodejs|browserjs)(?:$|\/|[.-])/.test(path))
    return { library: 'obs', service: 'obs', version: 'v1', isCopy: !path.startsWith('esdk-obs-') };
  return /^(?:aws-sdk(?:\/|$)|@aws-sdk\/client-s3$|minio$)/.test(path) ? S3 : undefined;
}

/** The part of a library that a class or package of Java is of; undefined for any other. */
export function javaModule(path: string): SdkModule | undefined {
  const [, root, service, version] = JAVA_SDK.exec(path) ?? [];
  if (service !== undefined) return { library: 'sdk', service, version, isCopy: root !== 'com.' };
  if (/^(?:.+\.)?obs\.services(?:\.|$)/.test(path))
    return { library: 'obs', service: 'obs', version: 'v1', isCopy: !path.startsWith('com.obs.') };
  return /^(?:com\.amazonaws\.services\.s3|software\.amazon\.awssdk\.services\.s3|io\.minio)\./.test(path)
    ? S3
    : undefined;
}

/** Whatever S3 has that OBS answers to. */
export const S3: SdkModule = { library: 's3', service: 'obs', version: 'v1' };
