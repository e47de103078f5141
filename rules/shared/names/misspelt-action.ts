import { normalizeName } from '../../../src/calls/resolve/normal-name.js';
import type { ServiceFacts } from '../../../src/catalog/catalog.js';
import { least } from '../../../src/long-lists.js';
import { rememberFor } from '../../../src/remember.js';
import { createSlips } from './slips.js';
import type { Slips } from './slips.js';

/**
 * The actions of a service that a name is most likely meant to be, nearest first, in the catalog's spelling. Only a slip
 * counts: a letter or two, two neighbours swapped, another way to join words or to part them into segments, an operation
 * of several words below another resource type. `get` for `list` is none, and neither is a resource type that there is.
 */
export function meantActions(action: string, service: ServiceFacts): readonly string[] {
  const known = namesOf(service);
  const [, type = '', operation = ''] = action.split(':');
  const slips = [
    ...slipsOf(normalizeName(type), normalizeName(operation), known),
    ...otherwiseParted(type, operation, known),
  ];
  if (slips.length === 0) return belowAnotherType(operation, known);
  const fewest = least(slips.map(({ edits }) => edits));
  return [...new Set(slips.filter(({ edits }) => edits === fewest).map(({ name }) => name))].sort();
}

interface Slip {
  readonly name: string;
  readonly edits: number;
}

function slipsOf(type: string, operation: string, { types }: Names): readonly Slip[] {
  // A type that there is is meant: what differs is the operation.
  const meant = types.words.has(type) ? [{ word: type, edits: 0 }] : types.near(type);
  return meant.flatMap(({ word, edits: inType }) => {
    const operations = types.words.get(word);
    return (operations?.near(operation) ?? []).flatMap(({ word: other, edits }) =>
      inType + edits > MOST_EDITS
        ? []
        : (operations?.words.get(other) ?? []).map((name) => ({ name, edits: inType + edits })),
    );
  });
}

/** In both segments together. */
const MOST_EDITS = 2;

/** `cloudServers:list` written `list:cloudServers` or `cloud:serversList`: the letters are right, the colon is not. */
function otherwiseParted(type: string, operation: string, { joined }: Names): readonly Slip[] {
  return [type + operation, operation + type].flatMap((text, edits) =>
    (joined.get(normalizeName(text)) ?? []).map((name) => ({ name, edits })),
  );
}

/** An operation of several words says itself what it is done to: `obs:object:ListBucket` is `obs:bucket:ListBucket`. */
function belowAnotherType(operation: string, { operations }: Names): readonly string[] {
  if (!/[a-z0-9][A-Z_-]/.test(operation)) return [];
  const names = operations.get(normalizeName(operation)) ?? [];
  return names.length <= MOST_TYPES ? names.toSorted() : [];
}

/** What more types have says nothing about which is meant. */
const MOST_TYPES = 2;

interface Names {
  /** Types of resources, the operations of each, and the actions of that name. */
  readonly types: Slips<Slips<readonly string[]>>;
  readonly operations: ReadonlyMap<string, readonly string[]>;
  /** By type and operation as one word. */
  readonly joined: ReadonlyMap<string, readonly string[]>;
}

const namesOf = rememberFor((service: ServiceFacts): Names => {
  const types = new Map<string, Map<string, string[]>>();
  const operations = new Map<string, string[]>();
  const joined = new Map<string, string[]>();
  for (const { name } of service.actions.values()) {
    if (name.includes('*')) continue;
    const [type = '', operation = ''] = name.split(':').slice(1).map(normalizeName);
    const ofType = types.get(type) ?? new Map<string, string[]>();
    types.set(type, ofType);
    put(ofType, operation, name);
    put(operations, operation, name);
    put(joined, type + operation, name);
  }
  const slips = Array.from(types, ([type, ofType]) => [type, createSlips(ofType)] as const);
  return { types: createSlips(new Map(slips)), operations, joined };
});

function put(lists: Map<string, string[]>, key: string, name: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [name]);
  else list.push(name);
}
