import type { PolicyUnit } from './assign.js';

/** Policies and the sources whose calls they must cover, and how that was decided. */
export interface DecidedWorkload {
  /** References as manifests write them, by their path from the working directory. */
  readonly policies: readonly string[];
  readonly sources: readonly string[];
  readonly cloud: string;
  /** Where its manifest would stand. */
  readonly manifest: string;
  readonly because:
    | { readonly by: 'name' | 'place' | 'choice'; readonly folder: string }
    | { readonly by: 'configuration'; readonly name: string; readonly file: string };
}

/** `app.json` → `app.apis.yaml`; `main.tf#huaweicloud_identity_role.ops` → `main.ops.apis.yaml`. */
export function manifestFor({ file, name }: PolicyUnit): string {
  const stem = file.replace(/\.[^./]*$/, '');
  const address = name.startsWith(`${file}#`) ? name.slice(file.length + 1) : undefined;
  // Of a name that Terraform or a document gives, what a file can be called by.
  const label = address
    ?.split(/[./]/)
    .at(-1)
    ?.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
  return `${stem}${label === undefined ? '' : `.${label}`}.apis.yaml`;
}
