import type { Generation } from '../../analysis/generation.js';
import type { PackedPolicy } from '../../analysis/synthesis/pack.js';
import { synthesise } from '../../analysis/synthesis/synthesise.js';
import type { Remark, Synthesis } from '../../analysis/synthesis/synthesise.js';
import { resolveCall } from '../../calls/resolve/resolve.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { Operation } from '../../catalog/model/model.js';
import { printPolicy } from '../../policy/edit/print-policy.js';
import { en } from '../../wording/en/reference-builder.js';
import { speaker } from '../../wording/speaker.js';
import { keyOf } from '../cloud-facts.js';
import { plainTitle } from '../markdown/title.js';
import { manifestText } from '../snippets/manifest-snippet.js';
import { callOf } from './judge-text.js';

const say = speaker('reference-builder', en);

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

/** `policy.json`, or with what tells several apart: `policy.obs.json`, `policy.project.2.json` */
function nameOf({ group, part }: PackedPolicy, count: number): string {
  const parts = ['policy'];
  if (count > 1 && group !== 'all') parts.push(group);
  if (part !== undefined) parts.push(String(part));
  return [...parts, 'json'].join('.');
}

function notesOf({ policies, remarks, unproven }: Synthesis): string[] {
  const notes: string[] = [];
  if (policies.length === 0 && unproven.length === 0) notes.push(say('needsNothing'));
  if (policies.length > 1) notes.push(say('several', { count: policies.length }));
  if (policies.some(({ group }) => group === 'obs')) notes.push(say('createTwice'));
  return [
    ...notes,
    ...unproven.flatMap(unprovenNote),
    ...remarks.flatMap(remarkNote),
    ...generationNote(remarks),
  ];
}

function unprovenNote(unproven: Synthesis['unproven'][number]): string[] {
  if ('site' in unproven) return [];
  const { call } = unproven.resolution;
  return [say('leftOut', { call: call.operation ?? call.api ?? '', reason: unproven.reason })];
}

function remarkNote(remark: Remark): string[] {
  switch (remark.kind) {
    case 'scenario': {
      const { title, id } = remark.call.operation;
      const others = remark.others.map((name) => say('quoted', { name }));
      return [say('scenarioChosen', { operation: plainTitle(title, id), chosen: remark.chosen, others })];
    }
    case 'cases': {
      const { title, id } = remark.call.operation;
      const cases = remark.cases.map(({ scenario, needs }) =>
        say('caseNeeds', { scenario, actions: needs.map(({ action }) => action) }),
      );
      return [say('casesLeftOut', { operation: plainTitle(title, id), cases })];
    }
    case 'malformed':
      return [say('malformed', { operation: remark.call.operation.id, action: remark.action })];
    case 'wildcard':
      return [say('wildcardLeftOut', { operation: remark.call.operation.id, action: remark.action })];
    case 'generation':
      return [];
  }
}

function generationNote(remarks: readonly Remark[]): string[] {
  const actions = remarks.flatMap((remark) => (remark.kind === 'generation' ? remark.action : []));
  return actions.length === 0 ? [] : [say('untold', { count: actions.length, actions })];
}
