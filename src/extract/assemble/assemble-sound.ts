import { actionName, text } from '../../catalog/model/catalog-schema.js';
import type { Entry } from '../extraction-record.js';
import { defined } from '../../defined.js';
import { en } from '../../wording/en/extract.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('extract', en);

/** An entry as the catalog can hold it, with a sentence on each fact that it cannot. */
export interface Sound {
  /** Undefined where the row says nothing without what is wrong with it. */
  readonly entry: Entry | undefined;
  readonly faults: readonly string[];
}

/**
 * Keeps out of the catalog what its own reader would refuse: a name that is no action, an empty or endless fact. A row
 * that needs such a name is none to rely on; what it only mentions besides is left out.
 */
export function soundEntry(entry: Entry): Sound {
  const bad = [entry, ...entry.scenarios]
    .flatMap(({ actions, dependencies }) => [...actions, ...dependencies])
    .find((name) => !isAction(name));
  if (bad !== undefined) return { entry: undefined, faults: [say('namesNoAction', { name: quoted(bad) })] };
  const { aliases, conditionKeys, resources, ...rest } = entry;
  const faults = [
    ...(aliases ?? [])
      .filter((name) => !isAction(name))
      .map((name) => say('aliasLeftOut', { name: quoted(name) })),
    ...[...(conditionKeys ?? []), ...(resources ?? []).flatMap((one) => one.conditionKeys)]
      .filter((key) => !isText(key))
      .map((key) => say('keyLeftOut', { name: quoted(key) })),
    ...(resources ?? [])
      .filter(({ type }) => !isText(type))
      .map(({ type }) => say('typeLeftOut', { name: quoted(type) })),
  ];
  if (faults.length === 0) return { entry, faults };
  const sound = defined({
    ...rest,
    aliases: aliases?.filter(isAction),
    conditionKeys: conditionKeys?.filter(isText),
    resources: resources
      ?.filter(({ type }) => isText(type))
      .map((one) => ({ ...one, conditionKeys: one.conditionKeys.filter(isText) })),
  });
  return { entry: sound, faults };
}

/** Whether the catalog can hold a fact: not empty, and no longer than a name is. */
export function isText(value: string): boolean {
  return text.safeParse(value).success;
}

function isAction(name: string): boolean {
  return actionName.safeParse(name).success;
}

function quoted(name: string): string {
  return `"${name.length > 80 ? `${name.slice(0, 80)}…` : name}"`;
}
