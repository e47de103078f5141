/**
 * A sentence with nodes in its places, wherever its language puts them.
 *
 * ```ts
 * sentenceOfNodes((place) => say('nowCalled', { before: place(code(old)), after: place(code(name)) }), text);
 * ```
 * @param said says the sentence; `place` gives what is to stand there for the nodes.
 * @param words makes a node of what stands between the places.
 */
export function sentenceOfNodes<Node>(
  said: (place: (...nodes: readonly Node[]) => string) => string,
  words: (text: string) => Node,
): Node[] {
  const places: (readonly Node[])[] = [];
  const text = said((...nodes) => String.fromCharCode(FIRST_MARK + places.push(nodes) - 1));
  return text
    .split(MARK)
    .flatMap((part) => places[part.charCodeAt(0) - FIRST_MARK] ?? (part === '' ? [] : [words(part)]));
}

/** Characters for private use stand for the places until the sentence is said. */
const FIRST_MARK = 0xe000;
const MARK = /([\ue000-\uf8ff])/;
