/** Of some names, those of which a file declares a method or a function with a body. */
export function ownMethods(path: string, text: string, names: ReadonlySet<string>): ReadonlySet<string> {
  const own = new Set<string>();
  const [, ending = ''] = /\.(\w+)$/.exec(path) ?? [];
  for (const pattern of DECLARING[ending.toLowerCase()] ?? BRACED)
    for (const [, name = ''] of text.matchAll(pattern)) if (names.has(name)) own.add(name);
  return own;
}

/** `name(…) {`, of classes and objects in JavaScript and of Java; and functions that are given a name. */
const BRACED: readonly RegExp[] = [
  /\b(\w+)\s*(?:<[^<>()]{0,200}>)?\s*\([^(){};]{0,1000}(?:\([^(){};]{0,200}\)[^(){};]{0,1000}){0,5}\)\s*(?::[^{};=]{0,200}|throws[\w\s,.]{0,200})?\{/g,
  /\b(\w+)\s*[:=]\s*(?:async\s*)?(?:function\b|\([^(){};]{0,500}\)\s*(?::[^{};=]{0,200})?=>|\w+\s*=>)/g,
];

const DECLARING: Readonly<Record<string, readonly RegExp[]>> = {
  go: [/^func\s*(?:\([^()]{0,200}\)\s*)?(\w+)\s*[([]/gm],
  py: [/^[ \t]*(?:async[ \t]+)?def[ \t]+(\w+)[ \t]*\(/gm],
};
