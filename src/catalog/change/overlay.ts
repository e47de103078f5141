import { defined } from '../../defined.js';
import type { Coverage, Operation, PolicyVersion, ServiceCatalog } from '../model/model.js';

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
  return defined({
    ...base,
    ...addition,
    coverage: overlayCoverage(base, addition),
    operations: overlayOperations(base.operations, addition.operations),
    actions: overlay(base.actions, addition.actions, ({ name }) => name),
    former_actions: overlay(base.former_actions ?? [], addition.former_actions ?? [], ({ name }) => name),
    resources: overlay(base.resources ?? [], addition.resources ?? [], ({ type_name: name }) => name),
    condition_keys: overlay(base.condition_keys ?? [], addition.condition_keys ?? [], ({ key }) => key),
  });
}

function overlay<T>(base: readonly T[], additions: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return [...new Map([...base, ...additions].map((item) => [nameOf(item).toLowerCase(), item])).values()];
}

function overlayOperations(
  base: readonly Operation[],
  additions: readonly Operation[],
): readonly Operation[] {
  const known = new Map(base.map((operation) => [operation.id.toLowerCase(), operation]));
  const whole = additions.map((addition) => {
    const below = known.get(addition.id.toLowerCase());
    return below === undefined || addition.endpoints.length > 0 ? addition : withIdentityOf(below, addition);
  });
  return overlay(base, whole, ({ id }) => id);
}

/** An account's own schema names operations and what identity policies must grant, not their endpoints: those stay. */
function withIdentityOf(below: Operation, { identity, sources }: Operation): Operation {
  if (identity === undefined) return below;
  return {
    ...below,
    identity: { ...identity, sources: identity.sources.length > 0 ? identity.sources : sources },
  };
}

/** Of a version that the addition tells whole, nothing is partial any more. */
function overlayCoverage(base: ServiceCatalog, addition: ServiceCatalog): Coverage | undefined {
  if (base.coverage === undefined || addition.coverage === undefined)
    return base.coverage ?? addition.coverage;
  const still = addition.coverage.partial;
  return defined({
    ...base.coverage,
    pages: base.coverage.pages + addition.coverage.pages,
    transcribed: base.coverage.transcribed + addition.coverage.transcribed,
    partial: base.coverage.partial.filter(
      (version) => still.includes(version) || !tellsOf(addition, version),
    ),
  });
}

function tellsOf({ actions }: ServiceCatalog, version: PolicyVersion): boolean {
  return actions.some(({ versions = ['1.1'] }) => versions.includes(version));
}
