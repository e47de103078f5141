import type { SdkModule } from '../clients/module.js';
import { clientName } from '../clients/module.js';
import { didYouMean } from '../resolve/near-names.js';
import { sdkNamesNear } from '../sdk/names.js';
import type { Knowledge } from './operations.js';

/** Why a method of a client is no call that is known, with names that it may have been meant as. */
export function unknownMethod(name: string, modules: readonly SdkModule[], { sdk }: Knowledge): string {
  const own = modules.filter(({ library }) => library === 'sdk');
  if (own.length === 0)
    return `it is not known what "${name}" of ${[...new Set(modules.map(clientName))].join(' or ')} calls; list it by hand`;
  const which = own.map(({ service, version }) =>
    version === undefined ? service : `${service}/${version}`,
  );
  const near = own.flatMap(({ service, version }) =>
    sdkNamesNear({ service, version, operation: name }, sdk),
  );
  return `the SDK of ${[...new Set(which)].join(' or ')} has no such operation${didYouMean([...new Set(near)].slice(0, 3))}`;
}
