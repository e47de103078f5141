import { clientName } from '../clients/module.js';
import type { SdkModule } from '../clients/module.js';
import { isGoLibrary } from '../openstack/openstack-facts.js';

/** What people call the libraries that a call may be of: `huaweicloud-sdk ecs/v2 or huaweicloud-sdk ecs/v3`. */
export function clientNames(modules: readonly SdkModule[]): string {
  return [...new Set(modules.map(clientName))].join(' or ');
}

/** The services that they are of, as far as an import says it. */
export function servicesOf(modules: readonly SdkModule[]): readonly string[] {
  return [...new Set(modules.map(({ library, service }) => (isGoLibrary(library) ? '' : service)))].filter(
    (service) => service !== '' && service !== 'cloud',
  );
}
