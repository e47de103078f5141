import type { PolicyPlace, RootNode } from './ast.js';

/**
 * The versions that a policy can have where it stands; undefined where the place does not tell.
 * Sources: terraform-provider-huaweicloud @ a0345b8d docs/resources (the policies of `identityv5_policy`, `identity_trust_agency`,
 * `organizations_policy` and `vpcep_endpoint` are 5.0, those of `identity_role` and `identitycenter_custom_role_attachment` are
 * not); API reference v5 CreatePolicyV5 (`policy_document`) and v3 创建云服务自定义策略 (`role.policy`).
 */
export function versionsAt({ address, place }: RootNode): readonly string[] | undefined {
  const at = address ?? '';
  return (
    BY_ADDRESS.find(([pattern]) => pattern.test(at))?.[1] ??
    (place === undefined ? undefined : BY_PLACE[place])
  );
}

const IDENTITY = ['5.0'];
const CLASSIC = ['1.0', '1.1'];

const BY_ADDRESS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:^|[. ])[a-z0-9]+_identity(?:v5)?_policy\./, IDENTITY],
  [/(?:^|[. ])[a-z0-9]+_identitycenter_custom_policy_attachment\./, IDENTITY],
  [/(?:^|[. ])[a-z0-9]+_identity_role(?:_v3)?\./, CLASSIC],
  [/(?:^|[. ])[a-z0-9]+_identitycenter_custom_role_attachment\./, CLASSIC],
  [/(?:^|[.:\]])(?:policy_document|trust_policy)$/, IDENTITY],
  [/(?:^|\.)role\.policy$|^roles\[\d+\]\.policy$/, CLASSIC],
];

const BY_PLACE: Readonly<Partial<Record<PolicyPlace, readonly string[]>>> = {
  trust: IDENTITY,
  endpoint: IDENTITY,
  organization: IDENTITY,
};
