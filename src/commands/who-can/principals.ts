import { posix } from 'node:path';
import { loadHcl } from '../../hcl/hcl-parser.js';
import type { HclBlock } from '../../hcl/hcl-syntax.js';
import { parseHcl } from '../../hcl/parse-hcl.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { pathOf } from '../../lint/language/source-code.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { attachmentsIn } from '../check/attachments.js';
import type { Attachment } from '../check/attachments.js';

/** A user, group or agency of a Terraform module, and the policies that it has there. */
export interface Principal {
  /** `huaweicloud_identity_group.admins` */
  readonly principal: string;
  readonly folder: string;
  /** The group through which it has them, for a member of one. */
  readonly through: string | undefined;
  /** Who may take it on: what `delegated_service_name` and the like say; of a trust agency its trust policy. */
  readonly assumedBy: readonly string[];
  /** Where its policies are granted: `enterprise_project_id = var.shop`. */
  readonly scopes: readonly string[];
  readonly policies: readonly NamedPolicy[];
}

/** The principals that Terraform gives any of some policies. What only a run tells is shown as it is written. */
export async function principalsIn(
  files: readonly SourceFile[],
  policies: readonly NamedPolicy[],
): Promise<readonly Principal[]> {
  const attachments = await attachmentsIn(files);
  if (attachments.length === 0) return [];
  await loadHcl();
  const resources = files
    .filter(({ path, text }) => path.endsWith('.tf') && text.includes('_identity'))
    .flatMap((file) => resourcesIn(file));
  return attachments.flatMap((attachment) => {
    const held = policies.filter(({ policy }) => isHeld(pathOf(policy), policy.root.address, attachment));
    if (held.length === 0) return [];
    const here = resources.filter(({ folder }) => folder === attachment.folder);
    const base = {
      principal: attachment.principal,
      folder: attachment.folder,
      through: undefined,
      assumedBy: here.filter(({ address }) => address === attachment.principal).flatMap(assumersIn),
      scopes: scopesOf(attachment, here),
      policies: held,
    };
    const members = membersOf(attachment.principal, here).map((member) => ({
      ...base,
      principal: member,
      through: attachment.principal,
    }));
    return [base, ...members];
  });
}

interface Resource {
  readonly folder: string;
  readonly address: string;
  readonly type: string;
  readonly block: HclBlock;
  readonly text: string;
  /** The text of the whole block. */
  readonly own: string;
}

function resourcesIn({ path, text }: SourceFile): readonly Resource[] {
  const { blocks } = parseHcl(
    text,
    (type, [resource = '']) => type === 'resource' && resource.includes('_identity'),
  );
  return blocks.flatMap((block) => {
    const [type = '', label = ''] = block.labels;
    if (block.type !== 'resource') return [];
    const own = text.slice(...block.range);
    return { folder: posix.dirname(path), address: `${type}.${label}`, type, block, text, own };
  });
}

function isHeld(path: string, address: string | undefined, { folder, policies }: Attachment): boolean {
  return (
    posix.dirname(path) === folder &&
    policies.some((policy) => address === policy || address?.startsWith(`${policy}.`) === true)
  );
}

/** Arguments that say who may take on an agency (Terraform provider, identity_agency and identity_trust_agency). */
const ASSUMERS: ReadonlySet<string> = new Set([
  'delegated_domain_name',
  'delegated_service_name',
  'trust_policy',
]);

/** Arguments that say where a policy is granted (identity_role_assignment, identity_group_role_assignment and their kin). */
const SCOPES: ReadonlySet<string> = new Set(['domain_id', 'project_id', 'project', 'enterprise_project_id']);

function assumersIn(resource: Resource): readonly string[] {
  return argumentsIn(resource, ASSUMERS);
}

/** Of what ties the principal to its policies, and of blocks of the principal itself (`project_role`). */
function scopesOf({ principal, policies }: Attachment, resources: readonly Resource[]): readonly string[] {
  const ties = resources.filter(
    ({ address, own }) =>
      address === principal || (mentions(own, principal) && policies.some((policy) => mentions(own, policy))),
  );
  return [
    ...new Set(ties.flatMap((tie) => [tie, ...nestedIn(tie)].flatMap((one) => argumentsIn(one, SCOPES)))),
  ];
}

function nestedIn(resource: Resource): readonly Resource[] {
  return resource.block.blocks.map((block) => ({ ...resource, block }));
}

function argumentsIn({ block, text }: Resource, names: ReadonlySet<string>): readonly string[] {
  return block.attributes.flatMap(({ name, value }) =>
    names.has(name) ? [`${name} = ${text.slice(...value.range).replace(/\s+/g, ' ')}`] : [],
  );
}

/** Users that a membership puts into a group. */
function membersOf(group: string, resources: readonly Resource[]): readonly string[] {
  const ties = resources.filter(({ type, own }) => type.endsWith('group_membership') && mentions(own, group));
  const users = resources.filter(({ type }) => /_user(?:_v3)?$/.test(type)).map(({ address }) => address);
  return users.filter((user) => ties.some(({ own }) => mentions(own, user)));
}

function mentions(text: string, address: string): boolean {
  return new RegExp(`\\b${address.replace('.', '\\.')}(?![\\w-])`).test(text);
}
