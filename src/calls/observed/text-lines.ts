/** Longer lines are cut: a request stands at the beginning of its line. In UTF-16 units. */
const MAX_LINE = 16_384;

/** The lines of a text that comes in pieces; no more than one is held. */
export async function* lines(
  pieces: AsyncIterable<string>,
): AsyncGenerator<{ readonly text: string; readonly line: number }> {
  let rest = '';
  let line = 1;
  for await (const piece of pieces) {
    let start = 0;
    for (let feed = piece.indexOf('\n'); feed >= 0; feed = piece.indexOf('\n', start)) {
      yield { text: whole(joined(rest, piece.slice(start, feed))), line };
      rest = '';
      start = feed + 1;
      line += 1;
    }
    rest = joined(rest, piece.slice(start));
  }
  if (rest !== '') yield { text: whole(rest), line };
}

function joined(before: string, after: string): string {
  return before + after.slice(0, MAX_LINE - before.length);
}

/** Without the first half of a line's end. */
function whole(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
