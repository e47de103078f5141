import { posix } from 'node:path';
import { loadHcl } from '../../hcl/hcl-parser.js';
import type { HclBlock } from '../../hcl/hcl-syntax.js';
import { parseHcl } from '../../hcl/parse-hcl.js';
import { policyResource } from '../../policy/terraform/terraform-resources.js';

/** A principal to which Terraform attaches policies: an agency, a group, a user. */
export interface Attachment {
  /** The folder of the module. */
  readonly folder: string;
  /** `huaweicloud_identity_agency.worker`. */
  readonly principal: string;
  /** What it is called: the label, and its name where that is literal. */
  readonly names: readonly string[];
  /** Addresses of the resources that hold its policies, in the order of the text. */
  readonly policies: readonly string[];
}

/** Finds who has which policy, module by module. What only a run of Terraform knows is not found. */
export async function attachmentsIn(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly Attachment[]> {
  const modules = new Map<string, Identity[]>();
  for (const { path, text } of files) {
    if (!path.endsWith('.tf') || !isIdentity(text)) continue;
    await loadHcl();
    const folder = posix.dirname(path);
    modules.set(folder, [...(modules.get(folder) ?? []), ...identitiesIn(text)]);
  }
  return [...modules].flatMap(([folder, identities]) => attachmentsOf(folder, identities));
}

/** A resource of IAM. */
interface Identity {
  readonly address: string;
  readonly role: 'policy' | 'principal' | 'tie';
  readonly names: readonly string[];
  /** The resources of IAM that it names, and its literal texts, which may be names of policies. */
  readonly mentions: ReadonlySet<string>;
}

function isIdentity(text: string): boolean {
  return text.includes('_identity');
}

const PRINCIPAL = /_identity(?:v5)?_(?:agency|trust_agency|service_agency|group|user)(?:_v3)?$/;

function identitiesIn(text: string): readonly Identity[] {
  const { blocks } = parseHcl(text, (type, [resource = '']) => type === 'resource' && isIdentity(resource));
  return blocks.flatMap((block) => {
    const [type = '', label = ''] = block.labels;
    if (block.type !== 'resource' || !isIdentity(type)) return [];
    const own = text.slice(...block.range);
    return {
      address: `${type}.${label}`,
      role: roleOf(type),
      names: [label, ...literalName(block)],
      mentions: new Set([...matches(own, REFERENCE), ...matches(own, LITERAL)]),
    };
  });
}

function roleOf(type: string): Identity['role'] {
  if (policyResource(type)?.place === 'identity') return 'policy';
  return PRINCIPAL.test(type) ? 'principal' : 'tie';
}

const REFERENCE = /\b(\w+_identity\w*\.[\w-]+)/g;
const LITERAL = /"([^"$%\\\n]{1,200})"/g;

function matches(text: string, pattern: RegExp): readonly string[] {
  return Array.from(text.matchAll(pattern), ([, match = '']) => match);
}

function literalName({ attributes }: HclBlock): readonly string[] {
  return attributes.flatMap(({ name, value }) => {
    if (name !== 'name' && name !== 'display_name') return [];
    const [chunk, ...others] = value.kind === 'template' ? value.chunks : [];
    return chunk?.kind === 'text' && others.length === 0 ? [chunk.text] : [];
  });
}

function attachmentsOf(folder: string, identities: readonly Identity[]): readonly Attachment[] {
  const policies = identities.filter(({ role }) => role === 'policy');
  const byName = new Map(
    policies.flatMap(({ address, names }) =>
      [address, ...names.slice(1)].map((name) => [name, address] as const),
    ),
  );
  const policiesNamedBy = (mentions: ReadonlySet<string>): readonly string[] =>
    [...mentions].flatMap((mention) => byName.get(mention) ?? []);
  const ties = identities.filter(({ role }) => role === 'tie');
  return identities
    .filter(({ role }) => role === 'principal')
    .flatMap(({ address, names, mentions }) => {
      const tied = ties.filter((tie) => tie.mentions.has(address));
      const held = new Set([mentions, ...tied.map((tie) => tie.mentions)].flatMap(policiesNamedBy));
      return held.size === 0 ? [] : { folder, principal: address, names, policies: [...held] };
    });
}
