import type { PolicyPlace } from '../model/ast.js';

/** An argument of a Terraform resource that holds a policy. */
export interface PolicyArgument {
  readonly name: string;
  /** A JSON document; only its list of statements, as JSON; or a nested block for each statement. */
  readonly form: 'document' | 'statements' | 'blocks';
}

export interface PolicyResource {
  readonly place: PolicyPlace;
  readonly arguments: readonly PolicyArgument[];
}

/** Where the provider takes statements as blocks: block argument → element of the policy. `condition` is JSON text. */
export const STATEMENT_ELEMENTS: Readonly<Record<string, string>> = {
  effect: 'Effect',
  action: 'Action',
  resource: 'Resource',
  condition: 'Condition',
};

/** The provider writes this version itself (opentelekomcloud, resource_opentelekomcloud_identity_role_v3.go). */
export const BLOCKS_VERSION = '1.1';

/**
 * Providers for clouds with this policy language. All descend from one code base: a resource of one, where another has it
 * too, takes the same arguments.
 */
const PROVIDERS = [
  'huaweicloud',
  'opentelekomcloud',
  'flexibleengine',
  'g42cloud',
  'g42vbcloud',
  'sbercloud',
  'hcso',
  'hcs',
];

const POLICY: PolicyArgument = { name: 'policy', form: 'document' };
const DOCUMENT: PolicyArgument = { name: 'policy_document', form: 'document' };

/** Resource type without its provider → where the policy stands. Source: docs/resources/<name>.md of the provider named behind it. */
const RESOURCES: ReadonlyMap<string, PolicyResource> = new Map<string, PolicyResource>([
  ['identity_role', { place: 'identity', arguments: [POLICY] }], // huaweicloud, g42cloud, sbercloud, hcso
  [
    'identity_role_v3',
    {
      place: 'identity',
      arguments: [POLICY, { name: 'statement', form: 'blocks' }, { name: 'policy', form: 'blocks' }],
    },
  ], // flexibleengine: policy, also as blocks; opentelekomcloud: statement blocks
  ['identity_policy', { place: 'identity', arguments: [DOCUMENT] }], // huaweicloud
  ['identityv5_policy', { place: 'identity', arguments: [DOCUMENT] }], // huaweicloud
  [
    'identitycenter_custom_policy_attachment',
    { place: 'identity', arguments: [{ name: 'custom_policy', form: 'document' }] },
  ], // huaweicloud
  [
    'identitycenter_custom_role_attachment',
    { place: 'identity', arguments: [{ name: 'custom_role', form: 'document' }] },
  ], // huaweicloud
  ['identity_trust_agency', { place: 'trust', arguments: [{ name: 'trust_policy', form: 'document' }] }], // huaweicloud
  ['organizations_policy', { place: 'organization', arguments: [{ name: 'content', form: 'document' }] }], // huaweicloud
  [
    'organizations_dry_run_policy',
    { place: 'organization', arguments: [{ name: 'content', form: 'document' }] },
  ], // huaweicloud
  [
    'vpcep_endpoint',
    { place: 'endpoint', arguments: [DOCUMENT, { name: 'policy_statement', form: 'statements' }] },
  ], // huaweicloud
  ['obs_bucket', { place: 'bucket', arguments: [POLICY] }], // huaweicloud
  ['obs_bucket_policy', { place: 'bucket', arguments: [POLICY] }], // huaweicloud, opentelekomcloud
  ['s3_bucket', { place: 'bucket', arguments: [POLICY] }], // opentelekomcloud
  ['s3_bucket_policy', { place: 'bucket', arguments: [POLICY] }], // opentelekomcloud
  ['smn_topic_attributes', { place: 'topic', arguments: [{ name: 'value', form: 'document' }] }], // huaweicloud
  ['smn_topic_attribute_v2', { place: 'topic', arguments: [{ name: 'topic_attribute', form: 'document' }] }], // opentelekomcloud
]);

/** What a resource of this type (`huaweicloud_identity_role`) says about policies; undefined where it holds none. */
export function policyResource(type: string): PolicyResource | undefined {
  const split = type.indexOf('_');
  return PROVIDERS.includes(type.slice(0, split)) ? RESOURCES.get(type.slice(split + 1)) : undefined;
}

/** Whether a text names such a resource anywhere: a quick look that spares reading the others. */
export function namesPolicyResource(text: string): boolean {
  return NAMES.test(text);
}

const NAMES = new RegExp(`\\b(?:${PROVIDERS.join('|')})_(?:${[...RESOURCES.keys()].join('|')})\\b`);

/** `huaweicloud_identity_role.ops`; where a resource can hold several policies, with the argument behind it. */
export function policyAddress(
  resource: string,
  { arguments: all }: PolicyResource,
  argument: PolicyArgument,
): string {
  const several = all.filter(({ form }) => form !== 'blocks').length > 1;
  return several ? `${resource}.${argument.name}` : resource;
}
