import { posix } from 'node:path';
import type { Manifest } from '../../calls/call.js';
import { parseManifest } from '../../calls/manifest/manifest.js';
import { readPolicySource } from '../../lint/language/read-source.js';
import type { SourceFile } from '../../lint/language/read-source.js';
import { pathsOf } from '../../lint/run/workload.js';
import { foreignPolicy } from '../../policy/model/foreign-policy.js';
import { loadSyntax, syntaxOf } from '../../policy/syntax/parse-policy.js';
import type { PolicyUnit } from './assign.js';
import { attachmentsIn } from './attachments.js';
import type { Attachment } from './attachments.js';

/**
 * The policies of principals that no manifest covers, as units that act together. Policies of resources (buckets, topics),
 * boundaries and trust policies are nobody's workload.
 */
export async function policyUnits(
  files: readonly SourceFile[],
  manifests: readonly SourceFile[],
): Promise<readonly PolicyUnit[]> {
  const covered = coveredBy(manifests.map(({ path, text }) => parseManifest(text, path).manifest));
  await Promise.all([...new Set(files.map(({ path }) => syntaxOf(path) ?? 'json'))].map(loadSyntax));
  const references = files
    .flatMap(referencesIn)
    .filter(({ file, address }) => !covered.has(file) && !covered.has(`${file}#${address ?? ''}`));
  const attachments = await attachmentsIn(files);
  const attached = new Set<string>();
  const units = attachments.flatMap((attachment) => {
    const own = references.filter((reference) => isHeld(reference, attachment));
    for (const { name } of own) attached.add(name);
    const [first] = own;
    return first === undefined
      ? []
      : {
          name: `${first.file}#${attachment.principal}`,
          policies: own.map(({ name }) => name),
          file: first.file,
          names: attachment.names,
        };
  });
  return [...units, ...references.filter(({ name }) => !attached.has(name)).map(unitOf)];
}

/** A policy as manifests name it. */
interface Reference {
  readonly file: string;
  readonly address: string | undefined;
  readonly name: string;
}

function referencesIn(file: SourceFile): readonly Reference[] {
  const reading = readPolicySource(file);
  if (!reading.ok || reading.source.kind !== 'policy') return [];
  return reading.source.policies.flatMap(({ root }) => {
    const { address, place } = root;
    // Policies in the language of another cloud, or of buckets and topics, are nothing that our calls could need.
    if (foreignPolicy(root) !== undefined || (place !== undefined && place !== 'identity')) return [];
    return { file: file.path, address, name: address === undefined ? file.path : `${file.path}#${address}` };
  });
}

function unitOf({ file, address, name }: Reference): PolicyUnit {
  const label = address?.split('.').at(-1);
  return { name, policies: [name], file, names: label === undefined ? [posix.parse(file).name] : [label] };
}

function isHeld({ file, address }: Reference, { folder, policies }: Attachment): boolean {
  return (
    posix.dirname(file) === folder &&
    policies.some((policy) => address === policy || address?.startsWith(`${policy}.`))
  );
}

function coveredBy(manifests: readonly Manifest[]): ReadonlySet<string> {
  return new Set(
    manifests.flatMap((manifest) =>
      manifest.policies.length === 0
        ? pathsOf(manifest)
        : manifest.policies.map(({ path, address }) => (address === undefined ? path : `${path}#${address}`)),
    ),
  );
}
