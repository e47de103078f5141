import type { HclBlock, HclExpression } from '../../hcl/hcl-syntax.js';
import { bucketResources, functionResource, topicResource } from '../resource-names.js';

/** The values that a configuration or a plan gives to the attributes of a resource, as far as they are texts. */
export type TextOf = (attribute: string) => string | undefined;

/**
 * What the calls for a resource or data source are about, where its own attributes name it. Source: the documentation of
 * terraform-provider-huaweicloud and terraform-provider-opentelekomcloud.
 */
export function resourcesOfType(type: string, textOf: TextOf): readonly string[] | undefined {
  const reader = READERS.find(({ types }) => types.test(type));
  return reader?.read(textOf);
}

export function hasNames(type: string): boolean {
  return READERS.some(({ types }) => types.test(type));
}

const READERS: readonly {
  readonly types: RegExp;
  readonly read: (textOf: TextOf) => readonly string[] | undefined;
}[] = [
  { types: /^[a-z]+_(?:obs|s3)_bucket(?:_\w+)?$/, read: (textOf) => read(bucketResources, textOf('bucket')) },
  { types: /^[a-z]+_smn_topic(?:_v2)?$/, read: (textOf) => read(topicResource, textOf('name')) },
  { types: /^[a-z]+_smn_subscription(?:_v2)?$/, read: (textOf) => read(topicResource, textOf('topic_urn')) },
  {
    types: /^[a-z]+_fgs_function(?:_v2)?$/,
    read: (textOf) =>
      read((name) => functionResource(textOf('app') ?? textOf('package') ?? 'default', name), textOf('name')),
  },
];

function read(
  resourcesOf: (name: string) => readonly string[] | undefined,
  name: string | undefined,
): readonly string[] | undefined {
  return name === undefined ? undefined : resourcesOf(name);
}

/**
 * Texts of a block's attributes: those that it writes, and those that it takes from another resource of the file
 * (`huaweicloud_obs_bucket.reports.bucket`).
 */
export function textsOf(block: HclBlock, blocks: ReadonlyMap<string, HclBlock>): TextOf {
  return (name) => {
    const value = block.attributes.find((attribute) => attribute.name === name)?.value;
    return literal(value) ?? (value?.kind === 'reference' ? referred(value.path, blocks) : undefined);
  };
}

/** Under the address that references have: `huaweicloud_obs_bucket.reports`, `data.huaweicloud_obs_bucket.reports`. */
export function byAddress(blocks: readonly HclBlock[]): ReadonlyMap<string, HclBlock> {
  return new Map(
    blocks.flatMap((block) => {
      const address = [...(block.type === 'data' ? ['data'] : []), ...block.labels].join('.');
      return block.type === 'resource' || block.type === 'data' ? [[address, block] as const] : [];
    }),
  );
}

/** What resources are known by elsewhere, and the attribute of their own that says it. */
const NAMED_BY: readonly {
  readonly types: RegExp;
  readonly attributes: readonly string[];
  readonly name: string;
}[] = [
  { types: /_bucket$/, attributes: ['id', 'bucket'], name: 'bucket' },
  { types: /_topic(?:_v2)?$/, attributes: ['id', 'topic_urn', 'name'], name: 'name' },
];

function referred(path: readonly string[], blocks: ReadonlyMap<string, HclBlock>): string | undefined {
  const block = blocks.get(path.slice(0, -1).join('.'));
  const [type = ''] = block?.labels ?? [];
  const known = NAMED_BY.find(
    ({ types, attributes }) => types.test(type) && attributes.includes(path.at(-1) ?? ''),
  );
  return literal(block?.attributes.find(({ name }) => name === known?.name)?.value);
}

function literal(value: HclExpression | undefined): string | undefined {
  if (value?.kind !== 'template') return undefined;
  const texts = value.chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : undefined));
  return texts.includes(undefined) ? undefined : texts.join('');
}
