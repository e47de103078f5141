/**
 * Policy languages of other clouds that look like ours: `Version` and `Statement`, or lists of what is allowed. Sources: the
 * clouds' references of their policy elements (AWS IAM “JSON policy elements”, Alibaba Cloud RAM “Policy structure and syntax”,
 * Tencent Cloud CAM “Syntax logic”, Volcengine IAM, JD Cloud IAM, Kingsoft Cloud IAM, CTyun IAM), read in November 2025.
 */
export interface ForeignLanguage {
  /** As sentences name it, behind “a policy of”. */
  readonly name: string;
  /** What its resource names, and the keys of its conditions, begin with, in lower case and without the colon. */
  readonly prefixes: readonly string[];
  /** Versions that only it has. */
  readonly versions: readonly string[];
  /** Domains of the services that its policies trust. */
  readonly domains: readonly string[];
  /** Services that it names in two-part actions and that no cloud of ours has. */
  readonly services: readonly string[];
  /** Prefixes of its Terraform providers, without the underscore. */
  readonly providers: readonly string[];
}

export const FOREIGN_LANGUAGES: readonly ForeignLanguage[] = [
  {
    name: 'AWS',
    prefixes: ['arn', 'aws'],
    versions: ['2012-10-17'],
    domains: ['amazonaws.com', 'amazonaws.com.cn'],
    services: [
      's3',
      'ec2',
      'sts',
      'dynamodb',
      'lambda',
      'sns',
      'sqs',
      'logs',
      'cloudwatch',
      'cloudformation',
      'cloudfront',
      'cloudtrail',
      'ecr',
      'eks',
      'ssm',
      'secretsmanager',
      'elasticloadbalancing',
      'route53',
      'athena',
      'glue',
      'kinesis',
      'firehose',
      'execute-api',
      'apigateway',
      'wafv2',
      'acm',
      'elasticache',
      'redshift',
      'sagemaker',
      'bedrock',
    ],
    providers: ['aws', 'awscc'],
  },
  {
    name: 'Alibaba Cloud',
    prefixes: ['acs'],
    versions: ['1'],
    domains: ['aliyuncs.com'],
    services: ['oss', 'ram', 'slb', 'log', 'ots', 'mns', 'actiontrail', 'alidns', 'polardb'],
    providers: ['alicloud'],
  },
  {
    name: 'Tencent Cloud',
    prefixes: ['qcs'],
    versions: ['2.0'],
    domains: ['cloud.tencent.com', 'qcloud.com'],
    services: ['cos', 'cvm', 'cam', 'clb', 'scf', 'tke', 'name/cos', 'name/cvm'],
    providers: ['tencentcloud'],
  },
  {
    name: 'Volcengine',
    prefixes: ['trn'],
    versions: [],
    domains: [],
    services: ['tos', 'veecp', 'vke'],
    providers: ['volcengine', 'volcenginecc', 'byteplus'],
  },
  {
    name: 'Baidu AI Cloud',
    prefixes: ['bce'],
    versions: [],
    domains: [],
    services: [],
    providers: ['baiducloud'],
  },
  { name: 'JD Cloud', prefixes: ['jrn'], versions: ['3'], domains: [], services: [], providers: ['jdcloud'] },
  {
    name: 'Kingsoft Cloud',
    prefixes: ['krn'],
    versions: ['2015-11-01'],
    domains: [],
    services: ['ks3', 'kec'],
    providers: ['ksyun'],
  },
  { name: 'UCloud', prefixes: ['ucs'], versions: [], domains: [], services: [], providers: ['ucloud'] },
  // Its actions have three parts as ours have: only its provider tells.
  { name: 'CTyun', prefixes: ['ctrn'], versions: [], domains: [], services: [], providers: ['ctyun'] },
  { name: 'Google Cloud', prefixes: [], versions: [], domains: [], services: [], providers: ['google'] },
  {
    name: 'Azure',
    prefixes: [],
    versions: [],
    domains: [],
    services: [],
    providers: ['azurerm', 'azuread', 'azapi'],
  },
  { name: 'Oracle Cloud', prefixes: ['ocid1'], versions: [], domains: [], services: [], providers: ['oci'] },
  { name: 'IBM Cloud', prefixes: ['crn'], versions: [], domains: [], services: [], providers: ['ibm'] },
  { name: 'Yandex Cloud', prefixes: [], versions: [], domains: [], services: [], providers: ['yandex'] },
  { name: 'Scaleway', prefixes: [], versions: [], domains: [], services: [], providers: ['scaleway'] },
];

/** The cloud whose resource names begin so; undefined for those of this language. */
export function foreignCloud(prefix: string): string | undefined {
  return BY_PREFIX.get(prefix.toLowerCase());
}

/** The cloud of a Terraform type (`aws_iam_policy`); undefined for those of this language, and of no cloud. */
export function foreignProvider(type: string): string | undefined {
  return BY_PROVIDER.get(type.slice(0, Math.max(0, type.indexOf('_'))));
}

const BY_PREFIX = namesBy(({ prefixes }) => prefixes);
const BY_PROVIDER = namesBy(({ providers }) => providers);

function namesBy(keys: (language: ForeignLanguage) => readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    FOREIGN_LANGUAGES.flatMap((language) => keys(language).map((key) => [key, language.name] as const)),
  );
}
