/** The words of a name in lower case, without the endings that documentation and SDKs disagree on: `StoppingECSs` → `stop`, `ecs`. */
export function wordsOf(text: string): string[] {
  const words =
    text
      .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return words.map((word) =>
    word
      .replace(/(?:(.)\1)?ing$/, '$1')
      .replace(/ies$/, 'y')
      .replace(/s$/, '')
      .replace(/e$/, ''),
  );
}
