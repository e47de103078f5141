import { byCodeUnit } from '../model/code-unit.js';
import type { Action } from '../model/model.js';

/** `requires` tells changes of what a call needs from changes of what it is called. */
export interface Change {
  readonly what:
    | 'endpoint'
    | 'action'
    | 'dependent action'
    | 'scenario'
    | 'no permission'
    | 'identity action'
    | 'identity dependent action'
    | 'identity scenario'
    | 'no identity permission'
    | 'title'
    | 'discriminator'
    | 'scope'
    | 'access level'
    | 'alias'
    | 'resource'
    | 'condition key'
    | 'permission only'
    | 'policy version'
    | 'spelling';
  readonly requires: boolean;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export function change(
  what: Change['what'],
  requires: boolean,
  old: readonly string[],
  now: readonly string[],
  fold?: (text: string) => string,
): Change | undefined {
  const { added, removed } = setDiff(old, now, fold);
  return added.length + removed.length === 0 ? undefined : { what, requires, removed, added };
}

export function setDiff(
  old: readonly string[],
  now: readonly string[],
  fold: (text: string) => string = String,
): { readonly added: string[]; readonly removed: string[] } {
  const [before, after] = [
    new Map(old.map((text) => [fold(text), text])),
    new Map(now.map((text) => [fold(text), text])),
  ];
  return {
    added: sorted(
      [...after].filter(([key]) => !before.has(key)).map(([, text]) => text),
      String,
    ),
    removed: sorted(
      [...before].filter(([key]) => !after.has(key)).map(([, text]) => text),
      String,
    ),
  };
}

export const lower = (text: string) => text.toLowerCase();

export const optional = (text: string | undefined) => (text === undefined ? [] : [text]);

export const entries = (object: object) =>
  Object.entries(object).map(([key, value]) => `${key}: ${String(value)}`);

export const titles = ({ title }: Pick<Action, 'title'>) => entries(title ?? {});

export function sorted<T>(list: readonly T[], key: (item: T) => string): T[] {
  return list.toSorted((a, b) => byCodeUnit(key(a), key(b)));
}
