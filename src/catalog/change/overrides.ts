import { defined } from '../../defined.js';
import type { Action, Doubt, Operation, ServiceCatalog } from '../model/model.js';
import { en } from '../../wording/en/catalog.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('catalog', en);

/** A correction of what the documentation says; `reason` and `source` are shown wherever the fact is. */
export type Override = { readonly cloud: string; readonly reason: string; readonly source: string } & (
  | { readonly operation: string; readonly set: Partial<Omit<Operation, 'id' | 'sources' | 'doubts'>> }
  | { readonly action: string; readonly set: Partial<Omit<Action, 'name' | 'sources' | 'doubts'>> }
  | { readonly action: string; readonly rename: string }
);

export interface Overridden {
  readonly services: readonly ServiceCatalog[];
  /** Overrides that change nothing (any more), one sentence each. */
  readonly idle: readonly string[];
}

/** Applies the overrides of one cloud to its services, in the order they are written. Pure. */
export function applyOverrides(
  cloud: string,
  services: readonly ServiceCatalog[],
  overrides: readonly Override[],
): Overridden {
  let current = services;
  const idle: string[] = [];
  for (const override of overrides.filter((candidate) => candidate.cloud === cloud)) {
    const { next, found } = applyOne(current, override);
    if (next === current) idle.push(idleSentence(override, found));
    current = next;
  }
  return { services: current, idle };
}

/** What the override is about, as a reader would name it. */
export function overrideSubject(override: Override): string {
  return 'operation' in override ? override.operation : override.action;
}

interface Applied {
  /** The same array where nothing changed. */
  readonly next: readonly ServiceCatalog[];
  readonly found: boolean;
}

function applyOne(services: readonly ServiceCatalog[], override: Override): Applied {
  const state = { found: false, changed: false };
  const editFacts = <T extends Operation | Action>(item: T, facts: object): T => {
    state.found = true;
    const was = (key: string) => JSON.stringify(item[key as keyof T]) as string | undefined;
    const keys = Object.entries(facts)
      .filter(([key, value]) => was(key) !== JSON.stringify(value))
      .map(([key]) => key);
    if (keys.length === 0) return item;
    state.changed = true;
    const before = keys.map((key) => `${key}: ${was(key) ?? 'absent'}`).join('; ');
    return { ...item, ...facts, doubts: [...(item.doubts ?? []), overrideDoubt(override, before)] };
  };
  const next = services.map((service): ServiceCatalog => {
    if ('operation' in override) {
      return {
        ...service,
        operations: service.operations.map((operation) =>
          operation.id === override.operation ? editFacts(operation, override.set) : operation,
        ),
      };
    }
    const isIt = sameName(override.action);
    if ('set' in override)
      return {
        ...service,
        actions: service.actions.map((action) =>
          isIt(action.name) ? editFacts(action, override.set) : action,
        ),
      };
    const rename = <T extends Operation | Action>(item: T, facts: Partial<T>) =>
      strings(facts).some(isIt)
        ? editFacts(
            item,
            replaceStrings(facts, (name) => (isIt(name) ? override.rename : name)),
          )
        : item;
    return {
      ...service,
      operations: service.operations.map((operation) => rename(operation, needsOf(operation))),
      actions: withoutTwins(service.actions.map((action) => rename(action, { name: action.name }))),
    };
  });
  return { next: state.changed ? next : services, found: state.found };
}

const sameName = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase();
const needsOf = ({ actions, dependent_actions, scenarios, identity }: Operation) =>
  defined({ actions, dependent_actions, scenarios, identity });

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function replaceStrings<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => replaceStrings(item, replace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceStrings<unknown>(item, replace)]),
  ) as T;
}

/** A typo renamed to a name that another row spells right leaves one entry. */
function withoutTwins(actions: readonly Action[]): Action[] {
  const kept = new Map<string, Action>();
  for (const action of actions) {
    const key = action.name.toLowerCase();
    const twin = kept.get(key);
    if (!twin || (twin.doubts?.some((doubt) => doubt.kind === 'override') && !action.doubts))
      kept.set(key, action);
  }
  return [...kept.values()];
}

function overrideDoubt(override: Override, was: string): Doubt {
  return { kind: 'override', confidence: 'likely', note: `${override.reason} (${override.source})`, was };
}

function idleSentence(override: Override, found: boolean): string {
  const [subject, { cloud }] = [overrideSubject(override), override];
  if (found) return say('overrideIdle', { subject, cloud });
  return say('overrideOfNothing', { subject, cloud, what: 'operation' in override ? 'operation' : 'action' });
}
