import type { KnownTest } from '../policy/requests/condition-test.js';
import { holds as testHolds } from '../policy/requests/condition-test.js';
import type { Request } from '../policy/requests/request.js';
import type { Effort, TextSearch, TextSet } from './find-text.js';
import { findText } from './find-text.js';
import type { KeySearch, WantedTest } from './key-values.js';
import { findKeyValues } from './key-values.js';
import type { Language } from './text-language.js';

/** One thing that is asked of a request. A statement asks several, and applies where all are so. */
export type Demand =
  | TextDemand
  | { readonly on: 'context'; readonly test: KnownTest; readonly holds: boolean }
  /** Something that only a run decides; the same `text` is the same thing wherever it stands. */
  | { readonly on: 'run'; readonly text: string; readonly stop: string; readonly holds: boolean };

interface TextDemand {
  readonly on: 'action' | 'resource';
  readonly language: Language;
  readonly holds: boolean;
}

export function opposite(demand: Demand): Demand {
  return { ...demand, holds: !demand.holds };
}

/** Requests of which all demands hold, with one of them. Never empty. */
export interface Region {
  readonly action: TextSet;
  readonly actionFound: string;
  readonly resource: TextSet;
  readonly resourceFound: string;
  readonly context: ReadonlyMap<string, readonly WantedTest[]>;
  readonly contextFound: ReadonlyMap<string, readonly string[] | undefined>;
  readonly run: ReadonlyMap<string, { readonly holds: boolean; readonly stop: string }>;
}

/** `none`: no request is left; `stopped`: nobody can say, with what stopped it. */
export type Narrowed = Region | 'none' | { readonly stopped: string };

export function isRegion(narrowed: Narrowed): narrowed is Region {
  return typeof narrowed === 'object' && !('stopped' in narrowed);
}

export function requestOf({ actionFound, resourceFound, contextFound }: Region): Request {
  const context = [...contextFound].flatMap(([key, values]) =>
    values === undefined ? [] : [[key, values] as const],
  );
  return { action: actionFound, resource: resourceFound, context: new Map(context) };
}

/** Narrows regions, and remembers what it found of each set of texts. */
export interface Narrower {
  /** @param preferredActions texts to choose from first where several requests would do. */
  readonly begin: (demands: readonly Demand[], preferredActions: readonly string[]) => Narrowed;
  readonly narrow: (region: Region, demand: Demand) => Narrowed;
}

/** What one comparison may cost: about a second. */
const EFFORT = 5_000_000;

const EVERYTHING: Region = {
  action: { within: [], without: [] },
  actionFound: '',
  resource: { within: [], without: [] },
  resourceFound: '',
  context: new Map(),
  contextFound: new Map(),
  run: new Map(),
};

export function makeNarrower(): Narrower {
  const texts = new Map<string, TextSearch>();
  const keys = new Map<string, KeySearch>();
  const testIds = new Map<KnownTest, number>();
  let preferred: readonly string[] = [];
  const effort: Effort = { left: EFFORT };

  const findIn = (set: TextSet, actions: boolean): TextSearch => {
    const key = `${actions ? 'a' : 'r'}${idsOf(set.within)}-${idsOf(set.without)}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    const found = findText(set, effort, actions ? preferred : []);
    texts.set(key, found);
    return found;
  };
  const findKey = (wanted: readonly WantedTest[]): KeySearch => {
    const key = wanted
      .map(({ test, holds }) => `${holds ? '+' : '-'}${numberOf(testIds, test)}`)
      .sort()
      .join(' ');
    const known = keys.get(key);
    if (known !== undefined) return known;
    const found = findKeyValues(wanted, effort);
    keys.set(key, found);
    return found;
  };

  const narrow = (region: Region, demand: Demand): Narrowed => {
    switch (demand.on) {
      case 'action':
      case 'resource':
        return withText(region, demand);
      case 'context':
        return withTest(region, demand);
      case 'run': {
        const known = region.run.get(demand.text);
        if (known !== undefined) return known.holds === demand.holds ? region : 'none';
        const { holds, stop } = demand;
        return { ...region, run: new Map(region.run).set(demand.text, { holds, stop }) };
      }
    }
  };
  /** The text that was found before stays where it will do. */
  const withText = (region: Region, demand: TextDemand): Narrowed => {
    const { on, language, holds } = demand;
    const set = added(region[on], language, holds);
    const narrowed = on === 'action' ? { ...region, action: set } : { ...region, resource: set };
    const before = on === 'action' ? region.actionFound : region.resourceFound;
    if (before !== '' && language.has(before) === holds) return narrowed;
    const found = findIn(set, on === 'action');
    if (found === 'none') return 'none';
    if (found === 'too-much') return { stopped: on === 'action' ? 'Action' : 'Resource' };
    return on === 'action'
      ? { ...narrowed, actionFound: found.text }
      : { ...narrowed, resourceFound: found.text };
  };
  const withTest = (region: Region, { test, holds }: WantedTest): Narrowed => {
    const before = region.context.get(test.key) ?? [];
    const wanted = [...before, { test, holds }];
    if (before.length > 0 && testHolds(test, region.contextFound.get(test.key)) === holds)
      return { ...region, context: new Map(region.context).set(test.key, wanted) };
    const found = findKey(wanted);
    if (found.kind === 'none') return 'none';
    if (found.kind === 'stopped') return { stopped: found.stop };
    return {
      ...region,
      context: new Map(region.context).set(test.key, wanted),
      contextFound: new Map(region.contextFound).set(test.key, found.values),
    };
  };

  return {
    narrow,
    begin: (demands, preferredActions) => {
      preferred = preferredActions;
      let region: Narrowed = EVERYTHING;
      for (const demand of demands) {
        region = narrow(region, demand);
        if (!isRegion(region)) return region;
      }
      return region;
    },
  };
}

function added({ within, without }: TextSet, language: Language, holds: boolean): TextSet {
  return holds ? { within: [...within, language], without } : { within, without: [...without, language] };
}

function idsOf(languages: readonly Language[]): string {
  return [...new Set(languages.map(({ id }) => id))].sort((a, b) => a - b).join(' ');
}

function numberOf(ids: Map<KnownTest, number>, test: KnownTest): number {
  const known = ids.get(test);
  if (known !== undefined) return known;
  ids.set(test, ids.size);
  return ids.size - 1;
}
