import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { waysOf } from '../../analysis/needs/needs.js';
import type { Need } from '../../analysis/needs/needs.js';
import type { Catalog } from '../../catalog/catalog.js';
import { endpointKey, parseEndpoint } from '../../catalog/model/endpoint.js';
import type { Operation } from '../../catalog/model/model.js';
import type { PolicySourceCode } from '../../lint/language/source-code.js';
import { compileGrants } from '../../policy/grants/grant.js';
import type { Grants } from '../../policy/grants/grant.js';
import { compilePattern } from '../../policy/grants/pattern.js';
import { printable } from '../../report/printable.js';
import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-setup', en);

/** A policy that allows nearly everything has no call to tell apart, and a part of the list would call the rest excess. */
const MOST_CALLS = 200;

/**
 * A manifest to begin with: every documented call that the policy allows whole, marked as possible. A person takes out
 * what the application does not call. No text where these are none, or so many that nobody would.
 */
export function draftManifest(
  source: PolicySourceCode,
  catalog: Catalog,
): { readonly text: string | undefined; readonly calls: number } {
  const grants = compileGrants(source.policies.map((policy, index) => ({ id: String(index), policy })));
  const operations = servicesOf(grants, catalog).flatMap(
    (service) => catalog.service(service)?.model.operations ?? [],
  );
  const allowed = [...new Map(operations.map((operation) => [operation.id, operation])).values()].filter(
    (operation) => allows(grants, operation),
  );
  if (allowed.length === 0 || allowed.length > MOST_CALLS) return { text: undefined, calls: allowed.length };
  const document = new Document(new YAMLMap());
  document.commentBefore = [say('draftOrigin'), say('draftToDo'), say('draftDone')]
    .map((line) => ` ${line}`)
    .join('\n');
  const apis = new YAMLSeq();
  for (const operation of allowed) apis.add(entryOf(operation, catalog));
  document.set('cloud', catalog.cloud);
  document.set('possible', true);
  document.set('apis', apis);
  return { text: document.toString({ lineWidth: 0 }), calls: allowed.length };
}

function servicesOf(grants: Grants, catalog: Catalog): readonly string[] {
  const services = new Set<string>();
  for (const { pattern, kind } of grants.allowPatterns()) {
    const service = kind === 'literal' || kind === 'wildcard' ? compilePattern(pattern).service : undefined;
    if (service === undefined) return catalog.services;
    services.add(service);
  }
  return catalog.services.filter((name) => services.has(name));
}

function allows(grants: Grants, operation: Operation): boolean {
  // What is only known at run time may be anything; that is no reason to list everything.
  const isAllowed = ({ action }: Need): boolean => {
    const { outcome, why } = grants.decide(action);
    return outcome === 'allowed' || (outcome === 'conditional' && !why.includes('unknown-part'));
  };
  return waysOf(operation).alternatives.some(
    ({ needs }) => needs.some(({ as }) => as === 'action') && needs.every(isAllowed),
  );
}

/** The endpoint where it names one operation, with the id where it names several, the id alone where there is none. */
function entryOf(operation: Operation, catalog: Catalog): Scalar | YAMLMap {
  const title = operation.title.en ?? operation.title['zh-cn'];
  const [endpoint] = operation.endpoints;
  const parsed = endpoint === undefined ? undefined : parseEndpoint(endpoint);
  const comment = title === undefined ? undefined : ` ${printable(title)}`;
  if (
    endpoint !== undefined &&
    parsed !== undefined &&
    catalog.operationsAt(endpointKey(parsed)).length === 1
  )
    return commented(new Scalar(endpoint), comment);
  const map = new YAMLMap();
  if (endpoint !== undefined && parsed !== undefined)
    map.add(new Pair(new Scalar('api'), new Scalar(endpoint)));
  map.add(new Pair(new Scalar('operation'), commented(new Scalar(operation.id), comment)));
  return map;
}

function commented(scalar: Scalar, comment: string | undefined): Scalar {
  if (comment !== undefined) scalar.comment = comment;
  return scalar;
}
