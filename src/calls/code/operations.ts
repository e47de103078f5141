import { normalizeName } from '../resolve/near-names.js';
import type { SdkFacts, SdkOperation } from '../sdk/sdk-facts.js';
import type { SdkModule } from './code-syntax.js';

/** What the SDKs append to an operation's name: `listServersAsync` (Java), `list_servers_invoker` (Python), `ListServersInvoker` (Go). */
const SUFFIX = /(?:async)?(?:invoker)?$/;

/** The operations of these parts of the SDK that a method's name means, in any language's spelling: one of each version. */
export function operationsNamed(
  method: string,
  modules: readonly SdkModule[],
  facts: SdkFacts,
): readonly SdkOperation[] {
  const wanted = normalizeName(method);
  const found = new Set<SdkOperation>();
  for (const { service, version } of modules) {
    const byName = operationsOf(service, facts);
    for (const operation of byName.get(wanted) ?? byName.get(wanted.replace(SUFFIX, '')) ?? []) {
      if (version === undefined || operation.version === version) found.add(operation);
    }
  }
  return [...found];
}

type ByName = ReadonlyMap<string, readonly SdkOperation[]>;

const known = new WeakMap<SdkFacts, Map<string, ByName>>();

function operationsOf(service: string, facts: SdkFacts): ByName {
  const services = known.get(facts) ?? new Map<string, ByName>();
  known.set(facts, services);
  const before = services.get(service);
  if (before !== undefined) return before;
  const byName = new Map<string, SdkOperation[]>();
  for (const operation of facts.operations(service)) {
    const name = normalizeName(operation.name);
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [operation]);
    else same.push(operation);
  }
  services.set(service, byName);
  return byName;
}
