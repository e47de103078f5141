import { factBlocks } from '../fact-blocks.js';

/**
 * A resource or data source, and all that its provider may call for it.
 * Source: the documentation of terraform-provider-huaweicloud; terraform-provider-opentelekomcloud.
 */
export interface TerraformType {
  readonly kind: 'resource' | 'data';
  /** `huaweicloud_compute_instance`. */
  readonly type: string;
  /** An upper bound. */
  readonly requests: readonly TerraformRequest[];
}

export interface TerraformRequest {
  /** `ecs`: the service that is asked, as its actions or its host name it. */
  readonly service: string;
  /** `GET /v1/{project_id}/cloudservers/{server_id}`. */
  readonly endpoint: string;
}

const facts = factBlocks('terraform-types.txt');

/** Undefined for a type that the facts do not know. The file is read when first asked for. */
export function terraformType(kind: TerraformType['kind'], type: string): TerraformType | undefined {
  if (!/^[a-z][a-z0-9_]*$/.test(type)) return undefined;
  const members = facts.members(`${kind} ${type}`);
  return members === undefined ? undefined : { kind, type, requests: members.map(requestOf) };
}

/** Resources and data sources of that name. */
export function terraformTypes(type: string): readonly TerraformType[] {
  return (['resource', 'data'] as const).flatMap((kind) => terraformType(kind, type) ?? []);
}

/** Every type's name, each once. */
export function terraformTypeNames(): string[] {
  return [...new Set(facts.heads().map((head) => head.slice(head.indexOf(' ') + 1)))];
}

/** All of them; reads the file whole. */
export function everyTerraformType(): TerraformType[] {
  return facts.all().flatMap(({ head, members }) => {
    const [kind, type] = head.split(' ');
    return (kind === 'resource' || kind === 'data') && type !== undefined
      ? { kind, type, requests: members.map(requestOf) }
      : [];
  });
}

/** `ecs GET /v1/…`. */
function requestOf(line: string): TerraformRequest {
  const end = line.indexOf(' ');
  return { service: line.slice(0, end), endpoint: line.slice(end + 1) };
}
