import { resolve } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { readText } from '../../files.js';
import { readPolicySource } from '../../lint/language/read-source.js';
import { accessRecord } from '../../lint/results/access-record.js';
import type { AccessRecord } from '../../lint/results/change-record.js';
import { namedPolicies } from '../../lint/run/workload.js';
import type { NamedPolicy } from '../../policy/grants/decision.js';
import { loadSyntaxFor } from '../../policy/syntax/parse-policy.js';
import { Problem } from '../../problem.js';
import { readIfThere } from '../discovery/lint-input.js';
import { say } from './diff-wording.js';

/** How one policy differs from another by the requests that they allow. */
export interface PolicyDiff {
  /** What each is called; undefined where there is none on that side. */
  readonly old: string | undefined;
  readonly new: string | undefined;
  /** Undefined where neither says what an identity may do: they hang on a resource. */
  readonly access: Omit<AccessRecord, 'newAccess'> | undefined;
}

/** Policies of a file; undefined where it holds none. */
export async function policiesIn(path: string, cwd: string): Promise<readonly NamedPolicy[] | undefined> {
  const [, file = path, address] = /^(.*?)(?:#(.*))?$/s.exec(path) ?? [];
  const text = readText(resolve(cwd, file));
  await loadSyntaxFor(file, text);
  const reading = readPolicySource({ path: file, text }, 'document', {
    read: (other) => readIfThere(other, cwd),
  });
  if (!reading.ok) {
    // A file that nobody can read says so where it is meant as a policy: catalogs are YAML.
    const [fault] = reading.problems;
    if (fault === undefined || /\.ya?ml$/i.test(file)) return undefined;
    throw new Problem('file', fault.message, { file, line: fault.line, column: fault.column });
  }
  if (reading.source.kind !== 'policy') return undefined;
  const policies = namedPolicies(reading.source);
  return address === undefined ? policies : policies.filter(({ policy }) => policy.root.address === address);
}

/** One policy against one, whatever they are called; of several, those of one address, and what stands on one side alone. */
export function diffPolicies(
  old: readonly NamedPolicy[],
  now: readonly NamedPolicy[],
  catalog: Catalog,
): readonly PolicyDiff[] {
  if (old.length === 1 && now.length === 1) return [diffOf(old[0], now[0], catalog)];
  const before = new Map(old.map((policy) => [policy.policy.root.address, policy]));
  const after = new Map(now.map((policy) => [policy.policy.root.address, policy]));
  return [...new Set([...before.keys(), ...after.keys()])].map((address) =>
    diffOf(before.get(address), after.get(address), catalog),
  );
}

function diffOf(old: NamedPolicy | undefined, now: NamedPolicy | undefined, catalog: Catalog): PolicyDiff {
  const access = accessRecord(listOf(old), listOf(now), catalog, []);
  return { old: old?.id, new: now?.id, access: access === undefined ? undefined : withoutVerdict(access) };
}

function listOf(policy: NamedPolicy | undefined): readonly NamedPolicy[] {
  return policy === undefined ? [] : [policy];
}

/** Nobody has accepted anything here: what is gained says it all. */
function withoutVerdict({ direction, gained, lost, undecided }: AccessRecord): PolicyDiff['access'] {
  const base = { direction, undecided };
  const withGained = gained === undefined ? base : { ...base, gained };
  return lost === undefined ? withGained : { ...withGained, lost };
}

/** Whether the new policy allows, or may allow, what the old one does not. */
export function allowsMore({ access }: PolicyDiff): boolean {
  return access !== undefined && (access.gained !== undefined || access.undecided.gained !== undefined);
}

/** What is called like that and holds no policy, although the other one does. */
export function noPolicyIn(path: string): Problem {
  return new Problem('usage', say('noPolicyToCompare'), { file: path });
}
