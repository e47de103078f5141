import type { RootNode } from '../../policy/model/ast.js';
import { rememberFor } from '../../remember.js';
import type { PolicySourceCode } from '../language/source-code.js';

/** The clouds whose Terraform providers are known, by the prefix of their types. */
const PROVIDER = /(?:^|[. ])(huaweicloud|opentelekomcloud)_\w+\./;

/** `provider "opentelekomcloud" {`, `"opentelekomcloud/opentelekomcloud"` of a plan or of `required_providers`. */
const BLOCK =
  /^\s*provider\s+"(huaweicloud|opentelekomcloud)"|"(?:[\w.-]+\/)?(huaweicloud|opentelekomcloud)\/\2"/gm;

/** The API group of a Crossplane resource, and the type of a Pulumi resource. */
const RESOURCE =
  /^\s*["']?apiVersion["']?:\s*["']?[\w.-]*\.(huaweicloud|opentelekomcloud)\.|\btype["']?:\s*["']?(huaweicloud|opentelekomcloud):/gim;

/**
 * The cloud that a file's policies are for, where it says it for certain: by the types of their resources, else by the provider
 * that the file names. Undefined where nothing says it, or where it says both; then the policies may say it one by one.
 */
export function seenCloud(source: PolicySourceCode): string | undefined {
  const ofTypes = new Set(source.ast.body.flatMap((root) => cloudOfRoot(root) ?? []));
  if (ofTypes.size > 0) return only(ofTypes);
  const pattern = source.syntax === 'hcl' || source.syntax === 'json' ? [BLOCK, RESOURCE] : [RESOURCE];
  const named = pattern.flatMap((one) => [...source.text.matchAll(one)]);
  return only(new Set(named.flatMap(([, first, second]) => first ?? second ?? [])));
}

/** All clouds that a file's policies are seen to be for. Every finding asks for them: the text is searched once. */
export const seenClouds = rememberFor((source: PolicySourceCode): readonly string[] => {
  const ofTypes = source.ast.body.flatMap((root) => cloudOfRoot(root) ?? []);
  return [...new Set([...ofTypes, seenCloud(source) ?? []].flat())];
});

/** The cloud that the type of a policy's resource says. */
export function cloudOfRoot({ address = '' }: RootNode): string | undefined {
  return PROVIDER.exec(`${address}.`)?.[1];
}

function only(clouds: ReadonlySet<string>): string | undefined {
  return clouds.size === 1 ? [...clouds][0] : undefined;
}
