const NOTE =
  '\n\n*The report is longer than GitHub shows; the rest is cut off. The log of the run and its other reports have all of it.*\n';

/** Markdown of at most `limit` UTF-16 units: cut between two blocks or lines, what is folded closed, and a word that it was cut. */
export function truncateMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - NOTE.length;
  for (let end = text.lastIndexOf('\n', room); end > 0; end = text.lastIndexOf('\n', end - 1)) {
    const kept = text.slice(0, end).trimEnd();
    const closing = '\n\n</details>'.repeat(openDetails(kept));
    if (kept.length + closing.length <= room) return kept + closing + NOTE;
  }
  return NOTE.trim().slice(0, limit);
}

function openDetails(text: string): number {
  return (text.match(/^ *<details>/gm)?.length ?? 0) - (text.match(/^ *<\/details>/gm)?.length ?? 0);
}
