import { isNameIn, namesOf, otherNamesOf } from '../../analysis/generation.js';
import { heldBy, isLost } from '../../analysis/standing/held.js';
import type { Verdict, Workload } from '../../analysis/verdict.js';
import type { Catalog } from '../../catalog/catalog.js';
import { compileGrants } from '../../policy/grants/grant.js';
import { generationOf } from '../../policy/grants/decision.js';
import type { Grant } from '../../policy/grants/decision.js';
import type { Grants } from '../../policy/grants/grant.js';
import { contains, foldAction } from '../../policy/grants/pattern.js';
import type { Elements } from '../../policy/model/policy.js';
import { accessAfter } from './fix-access.js';
import type { PolicySourceCode } from '../language/source-code.js';

export interface FixCheck {
  readonly before: PolicySourceCode;
  readonly after: PolicySourceCode;
  readonly catalog: Catalog;
  /** Each workload that the file belongs to, judged with the old and with the new text. */
  readonly workloads: readonly { readonly before: Judged; readonly after: Judged }[];
}

/** A workload with its verdict. */
interface Judged {
  readonly workload: Workload;
  readonly verdict: Verdict;
}

/**
 * Whether an edited file is still as good as it was: as many policies, no further statement without an action, no need of a declared
 * call stands worse in any of its scenarios, and nothing is allowed that was not (but what a declared call misses). Which requests
 * are allowed is decided exactly where that can be (`accessAfter`): that other resources or other requests come in, the parts of
 * the policies do not show. The parts show names that come in, whatever they can be narrowed to.
 */
export function isHarmless({ before, after, catalog, workloads }: FixCheck): boolean {
  if (
    after.policies.length !== before.policies.length ||
    emptyStatements(after) > emptyStatements(before) ||
    !workloads.every((one) => noneStandsWorse(one.before.verdict, one.after.verdict)) ||
    workloads.some((one) => isLost(heldBy(one.before.workload), heldBy(one.after.workload)))
  )
    return false;
  const wanted = new Set(
    workloads.flatMap((workload) => workload.before.verdict.missing.map(({ action }) => foldAction(action))),
  );
  return (
    accessAfter(before.policies, after.policies, [...wanted]) !== 'wider' &&
    neverWider(grantsOf(before), grantsOf(after), wanted, catalog)
  );
}

/** Whether it is proven that an edited file allows what it did, so that nothing of it has to be judged again. */
export function isProvenSame(before: PolicySourceCode, after: PolicySourceCode, catalog: Catalog): boolean {
  return (
    after.policies.length === before.policies.length &&
    emptyStatements(after) <= emptyStatements(before) &&
    // What is cheap to tell comes first: most edits narrow.
    neverWider(grantsOf(before), grantsOf(after), new Set(), catalog) &&
    neverWider(grantsOf(after), grantsOf(before), new Set(), catalog) &&
    accessAfter(before.policies, after.policies) === 'same'
  );
}

/** The cloud refuses a statement of no action; two removals that are fine alone may leave one together. */
function emptyStatements({ policies }: PolicySourceCode): number {
  return policies
    .flatMap(({ statements }) => statements)
    .filter(({ action, notAction }) => [action, notAction].every(isEmptyList)).length;
}

function isEmptyList(list: Elements | undefined): boolean {
  return list === undefined || list.items.length + list.unknown.length === 0;
}

function noneStandsWorse(before: Verdict, after: Verdict): boolean {
  const blocked = new Set([...before.missing, ...before.denied].map(({ action }) => action));
  const limited = new Set([...blocked, ...before.conditional.map(({ action }) => action)]);
  return (
    [...after.missing, ...after.denied].every(({ action }) => blocked.has(action)) &&
    after.conditional.every(({ action }) => limited.has(action))
  );
}

function grantsOf({ policies, path }: PolicySourceCode): Grants {
  return compileGrants(policies.map((policy, index) => ({ id: `${path}#${index}`, policy })));
}

/** Compares what stands in the policies part by part: what is allowed now must lie within what was, what was denied must still be. */
function neverWider(before: Grants, after: Grants, wanted: ReadonlySet<string>, catalog: Catalog): boolean {
  const allowed = before.allowPatterns();
  const denied = after.denyPatterns();
  // Most parts are as they were: only the others are compared one by one.
  const identity = (grant: Grant): string => identityOf(grant, catalog);
  const oldAllows = new Set(allowed.map(identity));
  const newDenies = new Set(denied.map(identity));
  return (
    after
      .allowPatterns()
      .every(
        (grant) =>
          oldAllows.has(identity(grant)) ||
          wanted.has(foldAction(grant.pattern)) ||
          isCovered(grant, allowed, catalog),
      ) &&
    before.denyPatterns().every((old) => newDenies.has(identity(old)) || isCovered(old, denied, catalog))
  );
}

function identityOf(grant: Grant, catalog: Catalog): string {
  const { kind, pattern, site } = grant;
  const isPattern = kind === 'literal' || kind === 'wildcard';
  return [kind, site.limits.join(), isPattern ? foldAction(pattern) : textOf(grant, catalog)].join(' ');
}

/** Whether parts of a policy reach at least as far as one part does, in actions and in requests. */
function isCovered(inner: Grant, outer: readonly Grant[], catalog: Catalog): boolean {
  const wide = outer.filter(({ site }) => site.limits.length === 0 || inner.site.limits.length > 0);
  if (inner.kind === 'literal')
    return permissionsOf(inner, catalog).every((names) => wide.some((one) => reachesAny(one, names)));
  return wide.some((one) => coversPattern(one, inner, catalog));
}

/** NotAction reaches whatever it does not name: that it leaves out one name of an action must count. */
function reachesAny({ kind, covers }: Grant, names: readonly string[]): boolean {
  const folded = names.map(foldAction);
  return kind === 'not-action' ? folded.every(covers) : folded.some(covers);
}

function coversPattern(outer: Grant, inner: Grant, catalog: Catalog): boolean {
  if (inner.kind === 'wildcard' && outer.kind === 'wildcard') return contains(outer.pattern, inner.pattern);
  // NotAction, and what is only known at run time, can only be compared with itself.
  return inner.kind === outer.kind && textOf(outer, catalog) === textOf(inner, catalog);
}

/**
 * What a name grants, each by all names that it has had: in an identity policy an alias stands for every action that it is
 * an alias of, so that one of them does not cover it.
 */
function permissionsOf({ pattern, site }: Grant, catalog: Catalog): readonly (readonly string[])[] {
  const former = formerNamesOf(pattern, catalog);
  const isIdentity = generationOf(site.policy.policy) === '5.0';
  const successors = isIdentity ? catalog.successorsOf(pattern) : [];
  if (successors.length === 0) return [[pattern, ...otherNamesOf(pattern, catalog), ...former]];
  const own = isNameIn(pattern, '5.0', catalog)
    ? [[...namesOf(pattern, '5.0', catalog)['5.0'], ...former]]
    : [];
  return [...own, ...successors.map((name) => [name, ...namesOf(name, '5.0', catalog)['5.0'], ...former])];
}

/** What it leaves out, by names that do not depend on which of them is written. */
function textOf({ site, pattern }: Grant, catalog: Catalog): string {
  const isIdentity = generationOf(site.policy.policy) === '5.0';
  const leftOut = (site.statement.notAction?.items ?? []).flatMap(({ value }) => {
    const successors = isIdentity ? catalog.successorsOf(value) : [];
    return successors.length === 0 || isNameIn(value, '5.0', catalog) ? [value, ...successors] : successors;
  });
  return JSON.stringify([pattern, [...new Set(leftOut.map(foldAction))].sort()]);
}

function formerNamesOf(action: string, catalog: Catalog): readonly string[] {
  const service = catalog.service(foldAction(action).split(':')[0] ?? '');
  return (service?.model.former_actions ?? [])
    .filter(({ replaced_by: names }) => names.some((name) => foldAction(name) === foldAction(action)))
    .map(({ name }) => name);
}
