import type { ServiceCatalog } from '../model/model.js';

/**
 * Lays catalogs over others of the same cloud: what has the same id or name (whatever its case) is replaced, everything
 * else is added. Later ones win.
 */
export function overlayServices(
  base: readonly ServiceCatalog[],
  additions: readonly ServiceCatalog[],
): readonly ServiceCatalog[] {
  const services = new Map(base.map((service) => [service.service, service]));
  for (const addition of additions) {
    const known = services.get(addition.service);
    services.set(addition.service, known === undefined ? addition : overlayService(known, addition));
  }
  return [...services.values()];
}

function overlayService(base: ServiceCatalog, addition: ServiceCatalog): ServiceCatalog {
  return {
    ...base,
    ...addition,
    operations: overlay(base.operations, addition.operations, ({ id }) => id),
    actions: overlay(base.actions, addition.actions, ({ name }) => name),
    former_actions: overlay(base.former_actions ?? [], addition.former_actions ?? [], ({ name }) => name),
    resources: overlay(base.resources ?? [], addition.resources ?? [], ({ type_name: name }) => name),
    condition_keys: overlay(base.condition_keys ?? [], addition.condition_keys ?? [], ({ key }) => key),
  };
}

function overlay<T>(base: readonly T[], additions: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return [...new Map([...base, ...additions].map((item) => [nameOf(item).toLowerCase(), item])).values()];
}
