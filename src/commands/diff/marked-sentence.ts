import type { PhrasingContent } from 'mdast';
import { words } from '../../report/markdown/mdast.js';

/**
 * A sentence of ours with nodes in its places, wherever its language puts them.
 *
 * ```ts
 * sentence((place) => say('nowCalled', { before: place(code(old)), after: place(code(name)) }));
 * ```
 */
export function sentence(
  said: (place: (...nodes: readonly PhrasingContent[]) => string) => string,
): PhrasingContent[] {
  const places: (readonly PhrasingContent[])[] = [];
  const text = said((...nodes) => String.fromCharCode(FIRST_MARK + places.push(nodes) - 1));
  return text
    .split(MARK)
    .flatMap((part) => places[part.charCodeAt(0) - FIRST_MARK] ?? (part === '' ? [] : [words(part)]));
}

/** Characters for private use stand for the places until the sentence is said. */
const FIRST_MARK = 0xe000;
const MARK = /([\ue000-\uf8ff])/;
