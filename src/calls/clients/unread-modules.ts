import type { UnreadClient } from '../found.js';
import { isGoLibrary, isKnownPackage } from '../openstack/openstack-facts.js';
import type { SdkFacts } from '../sdk/sdk-facts.js';
import { clientName, cloudOfLibrary, moduleKey } from './module.js';
import type { SdkModule } from './module.js';

/** Parts of libraries that a file imports, of which it is not known what they call. */
export function unreadModules(
  path: string,
  text: string,
  modules: readonly SdkModule[],
  sdk: SdkFacts,
): readonly UnreadClient[] {
  const distinct = new Map(modules.map((module) => [moduleKey(module), module]));
  return [...distinct.values()]
    .filter((module) => isUnread(module, sdk))
    .map((module) => ({
      file: path,
      line: lineMentioning(text, module.service),
      client: isGoLibrary(module.library) ? `${clientName(module)} ${module.service}` : clientName(module),
      service: isGoLibrary(module.library) ? undefined : module.service,
      cloud: cloudOfLibrary(module),
    }));
}

function isUnread({ library, service, version, isGuess }: SdkModule, sdk: SdkFacts): boolean {
  if (isGuess === true) return false;
  if (isGoLibrary(library)) return !callsNothing(service) && !isKnownPackage(library, service);
  if (library !== 'sdk') return false;
  const operations = sdk.operations(service);
  return !operations.some((operation) => version === undefined || operation.version === version);
}

/** Packages of gophercloud's forks that hold types, helpers, and what signs in. */
function callsNothing(name: string): boolean {
  return /^(?:|openstack|utils|pagination|testhelper.*|internal.*|acceptance.*|common(?:\/.*)?|identity\/v[23]\/tokens)$/.test(
    name,
  );
}

function lineMentioning(text: string, name: string): number {
  const at = text.indexOf(name);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
