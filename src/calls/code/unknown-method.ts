import type { SdkModule } from '../clients/module.js';
import { clientName } from '../clients/module.js';
import { sdkNamesNear } from '../sdk/names.js';
import type { Knowledge } from './operations.js';
import { en } from '../../wording/en/calls.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('calls', en);

/** Why a method of a client is no call that is known, with names that it may have been meant as. */
export function unknownMethod(name: string, modules: readonly SdkModule[], { sdk }: Knowledge): string {
  const own = modules.filter(({ library }) => library === 'sdk');
  if (own.length === 0) return say('methodUnknown', { name, clients: [...new Set(modules.map(clientName))] });
  const which = own.map(({ service, version }) =>
    version === undefined ? service : `${service}/${version}`,
  );
  const near = own.flatMap(({ service, version }) =>
    sdkNamesNear({ service, version, operation: name }, sdk),
  );
  return say('methodNotInSdk', { services: [...new Set(which)], near: [...new Set(near)].slice(0, 3) });
}
