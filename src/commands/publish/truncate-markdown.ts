import { en } from '../../wording/en/commands-setup.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('commands-setup', en);

/** Markdown of at most `limit` UTF-16 units: cut between two blocks or lines, what is folded closed, and a word that it was cut. */
export function truncateMarkdown(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const note = `\n\n${say('cutOff')}\n`;
  const room = limit - note.length;
  for (let end = text.lastIndexOf('\n', room); end > 0; end = text.lastIndexOf('\n', end - 1)) {
    const kept = text.slice(0, end).trimEnd();
    const closing = '\n\n</details>'.repeat(openDetails(kept));
    if (kept.length + closing.length <= room) return kept + closing + note;
  }
  return note.trim().slice(0, limit);
}

function openDetails(text: string): number {
  return (text.match(/^ *<details>/gm)?.length ?? 0) - (text.match(/^ *<\/details>/gm)?.length ?? 0);
}
