import type { PolicySourceCode } from '../language/source-code.js';

/** The clouds whose Terraform providers are known, by the prefix of their types. */
const PROVIDER = /(?:^|[. ])(huaweicloud|opentelekomcloud)_\w+\./;

/** `provider "opentelekomcloud" {`, `"opentelekomcloud/opentelekomcloud"` of a plan or of `required_providers`. */
const BLOCK =
  /^\s*provider\s+"(huaweicloud|opentelekomcloud)"|"(?:[\w.-]+\/)?(huaweicloud|opentelekomcloud)\/\2"/gm;

/**
 * The cloud that a file's policies are for, where Terraform says it for certain: by the types of their resources, else by
 * the provider that the file names. Undefined where nothing says it, or where it says both.
 */
export function seenCloud(source: PolicySourceCode): string | undefined {
  const ofTypes = new Set(
    source.ast.body.flatMap(({ address = '' }) => PROVIDER.exec(`${address}.`)?.[1] ?? []),
  );
  if (ofTypes.size > 0) return only(ofTypes);
  if (source.syntax !== 'hcl' && source.syntax !== 'json') return undefined;
  return only(new Set([...source.text.matchAll(BLOCK)].flatMap(([, block, name]) => block ?? name ?? [])));
}

function only(clouds: ReadonlySet<string>): string | undefined {
  return clouds.size === 1 ? [...clouds][0] : undefined;
}
