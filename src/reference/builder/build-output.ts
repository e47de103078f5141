import type { Generation } from '../../analysis/generation.js';
import type { PackedPolicy } from '../../analysis/pack.js';
import { synthesise } from '../../analysis/synthesise.js';
import type { Remark, Synthesis } from '../../analysis/synthesise.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { printPolicy } from '../../policy/syntax/print-policy.js';
import { keyOf } from '../cloud-facts.js';
import { plainTitle } from '../markdown/title.js';
import { manifestText } from '../snippets/manifest-snippet.js';
import { callOf } from './judge-text.js';

export interface BuilderInput {
  readonly catalog: Catalog;
  readonly operations: readonly Operation[];
  readonly version: Generation;
}

export interface BuiltFile {
  readonly name: string;
  readonly text: string;
}

export interface BuiltOutput {
  /** The policies, then the manifest that declares what they must cover. */
  readonly files: readonly BuiltFile[];
  /** What the reader should know: splits, choices, doubts. */
  readonly notes: readonly string[];
}

/** The least-privilege policies of some operations, as `generate` writes them, and their manifest. */
export function buildOutput({ catalog, operations, version }: BuilderInput): BuiltOutput {
  const synthesis = synthesise(
    operations.map((operation) => resolveCall(callOf(operation), catalog)),
    catalog,
    version,
  );
  const policies = synthesis.policies.map((policy) => ({
    name: nameOf(policy, synthesis.policies.length),
    text: printPolicy(policy.document, 'json'),
  }));
  const calls = operations.map((operation) => ({
    id: operation.id,
    endpoint: operation.endpoints[0],
    shared: operation.endpoints.some((endpoint) => catalog.operationsAt(keyOf(endpoint)).length > 1),
  }));
  const manifest = {
    name: 'policy.apis.yaml',
    text: manifestText(catalog.cloud, calls, policies.length > 1 ? policies.map(({ name }) => name) : []),
  };
  return { files: [...policies, manifest], notes: notesOf(synthesis) };
}

function nameOf({ group, part }: PackedPolicy, count: number): string {
  return [
    'policy',
    ...(count === 1 || group === 'all' ? [] : [group]),
    ...(part === undefined ? [] : [String(part)]),
    'json',
  ].join('.');
}

function notesOf({ policies, remarks, unproven }: Synthesis): string[] {
  return [
    ...(policies.length === 0 && unproven.length === 0 ? ['What is picked needs no permission.'] : []),
    ...(policies.length > 1
      ? [
          `The policy language demands ${policies.length} policies: global and project-level services apart, OBS alone, and no more than its limits allow.`,
        ]
      : []),
    ...(policies.some(({ group }) => group === 'obs')
      ? ['Create the policy for OBS twice, as a global and as a project-level policy, and grant both.']
      : []),
    ...unproven.flatMap((one) =>
      'site' in one
        ? []
        : [`Left out: ${one.resolution.call.operation ?? one.resolution.call.api ?? ''}, ${one.reason}.`],
    ),
    ...remarks.flatMap(remarkNote),
    ...generationNote(remarks),
  ];
}

function remarkNote(remark: Remark): string[] {
  switch (remark.kind) {
    case 'scenario':
      return [
        `${plainTitle(remark.call.operation.title, remark.call.operation.id)} has several scenarios; granted is what “${remark.chosen}” needs, not ${remark.others.map((other) => `“${other}”`).join(' or ')}.`,
      ];
    case 'malformed':
      return [
        `The documentation of ${remark.call.operation.id} names “${remark.action}”, which is no action; it is left out.`,
      ];
    case 'wildcard':
      return [
        `The documentation gives “${remark.action}” as a dependency of ${remark.call.operation.id}, which is more than anybody can be said to need: it is not granted.`,
      ];
    case 'generation':
      return [];
  }
}

function generationNote(remarks: readonly Remark[]): string[] {
  const untold = remarks.flatMap((remark) => (remark.kind === 'generation' ? remark.action : []));
  return untold.length === 0
    ? []
    : [
        `The documentation does not tell the 5.0 ${untold.length === 1 ? 'name' : 'names'} of ${untold.join(', ')}; they stand as they are.`,
      ];
}
