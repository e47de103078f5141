import { normalizeName } from '../../calls/resolve/normal-name.js';
import type { ActionRow, OperationRow, OtherKind, OtherRow, SearchIndex } from './search-index.js';
import { LEVELS } from './search-index.js';
import { fold, wordsIn } from './name-words.js';
import type { Words } from './name-words.js';

/** A row of the index, made ready to be compared with many queries. */
export type Entry = {
  readonly name: string;
  /** Positions in the index; -1 for none. */
  readonly cloud: number;
  readonly service: number;
  readonly levels: number;
  /** Names that are its own and nothing else's in its service: folded, endpoints and ids included. */
  readonly names: readonly string[];
  /** What SDKs call it, normalised; by another service's SDK behind that service and a colon. */
  readonly sdk: readonly string[];
  /** What it is called too, in the form of `names`: the names of the other generation. */
  readonly aliases: readonly string[];
  /** What it is called, each name and title by itself. */
  readonly written: readonly string[];
  /** The words of each of these. */
  readonly labels: readonly Words[];
  /** All of it, folded. */
  readonly text: string;
  /** What it has to do with, folded: its endpoints, its actions, what it is narrowed by. */
  readonly beside: string;
  /** The words and the names of its service. */
  readonly home: Home;
} & (
  | { readonly kind: 'api'; readonly row: OperationRow }
  | { readonly kind: 'action'; readonly row: ActionRow }
  | { readonly kind: OtherKind; readonly row: OtherRow }
);

export interface Home {
  readonly name: string;
  readonly text: string;
  readonly words: Words;
}

/** In the order of `KINDS`. */
export function readEntries(index: SearchIndex): Entry[] {
  const homes = index.services.map((service, position) => homeOf(service, index.serviceNames[position]));
  const home = (service: number) => homes[service] ?? NOWHERE;
  return [
    ...index.operations.map((row) => operationEntry(row, home(row[1]))),
    ...index.actions.map((row) => actionEntry(row, home(row[1]))),
    ...index.others.map((row) => otherEntry(row, home(row[2]))),
  ];
}

function homeOf(name: string, names: readonly string[] = []): Home {
  const text = [name, ...names].join('\n');
  return { name, text: fold(text), words: wordsIn(text) };
}

const NOWHERE = homeOf('');

function operationEntry(row: OperationRow, home: Home): Entry {
  const [cloud, service, anchor, zh, en, endpoints, actions, levels, sdk] = row;
  const name = `${home.name}/${anchor}`;
  const written = [anchor, zh, en].filter(isThere);
  const folded = fold(endpoints);
  return {
    kind: 'api',
    row,
    name,
    cloud,
    service,
    levels,
    names: [fold(name), ...folded.split('\n').filter(isThere)],
    sdk: sdk.split(' ').filter(isThere).map(normalSdkName),
    aliases: [],
    written,
    labels: written.map(wordsIn),
    text: fold(`${name}\n${zh}\n${en}\n${sdk}`),
    beside: `${folded}\n${fold(actions)}`,
    home,
  };
}

/** `eip:ListPublicips` → `eip:listpublicips` */
function normalSdkName(name: string): string {
  const colon = name.indexOf(':');
  return `${name.slice(0, colon + 1)}${normalizeName(name.slice(colon + 1))}`;
}

function actionEntry(row: ActionRow, home: Home): Entry {
  const [cloud, service, name, zh, en, levels, , , aliases, narrowedBy] = row;
  return {
    kind: 'action',
    row,
    name,
    cloud,
    service,
    levels,
    names: [fold(name)],
    sdk: [],
    aliases: fold(aliases).split(' ').filter(isThere),
    written: [name, zh, en].filter(isThere),
    labels: [name.slice(name.indexOf(':') + 1), zh, en].filter(isThere).map(wordsIn),
    text: fold(`${name}\n${zh}\n${en}\n${aliases}`),
    beside: fold(narrowedBy),
    home,
  };
}

function otherEntry(row: OtherRow, home: Home): Entry {
  const [kind, cloud, service, name, zh, en, what] = row;
  const written = [name, zh, en].filter(isThere);
  return {
    kind,
    row,
    name,
    cloud,
    service,
    levels: 1 << (LEVELS.length - 1),
    // A name follows on the slash of some keys, which may be left out.
    names: [
      fold(name),
      fold(name.replace(/\/$/, '')),
      ...(kind === 'resource' && what !== '' ? [fold(what)] : []),
    ],
    sdk: [],
    aliases: [],
    written,
    labels: written.map(wordsIn),
    text: fold(written.join('\n')),
    beside: '',
    home,
  };
}

function isThere(text: string): boolean {
  return text !== '';
}
