import { parseEndpoint } from '../catalog/model/endpoint.js';
import type { AccessLevel, Operation } from '../catalog/model/model.js';
import { inferAccessLevel } from '../policy/facts/access-level.js';
import { en } from '../wording/en/reference-labels.js';
import { speaker } from '../wording/speaker.js';
import { neededActions } from './cloud-facts.js';
import type { ActionFacts, CloudFacts } from './cloud-facts.js';

const say = speaker('reference-labels', en);

/** In the order that they are shown in. */
export const ACCESS_LEVELS: readonly AccessLevel[] = [
  'list',
  'read',
  'write',
  'tagging',
  'permission_management',
];

/** `Write`, or `Write (inferred)` where the documentation does not say it. */
export function accessLabel({ level, documented }: Access): string {
  return documented ? say(level) : say('inferred', { level: say(level) });
}

/** An action's access level, and whether the documentation says it. */
export interface Access {
  readonly level: AccessLevel;
  readonly documented: boolean;
}

/**
 * The documented access level. Where there is none, the verb of the action's name tells it, and where that says no more
 * than that the action may write, the methods of the APIs that need it as their own: what is only ever got is read.
 * Undefined for a wildcard, which stands for actions of several levels.
 */
export function accessOf(action: ActionFacts): Access | undefined {
  if (action.wildcard) return undefined;
  if (action.entry?.access_level !== undefined) return { level: action.entry.access_level, documented: true };
  const inferred = inferAccessLevel(action.name);
  return { level: inferred === 'write' && isOnlyGot(action) ? 'read' : inferred, documented: false };
}

function isOnlyGot(action: ActionFacts): boolean {
  const endpoints = action.neededBy.flatMap(({ as, operation }) =>
    as === 'action' ? operation.endpoints : [],
  );
  const methods = endpoints.flatMap((endpoint) => parseEndpoint(endpoint)?.method ?? []);
  return methods.length > 0 && methods.every((method) => method === 'GET' || method === 'HEAD');
}

/** The access levels of an operation's own actions, in the order of `ACCESS_LEVELS`. */
export function accessLevels(facts: CloudFacts, operation: Operation): AccessLevel[] {
  const actions = neededActions(operation).own.flatMap(
    (action) => facts.actions.get(action.toLowerCase()) ?? [],
  );
  const levels = new Set(actions.map((action) => accessOf(action)?.level));
  return ACCESS_LEVELS.filter((level) => levels.has(level));
}
