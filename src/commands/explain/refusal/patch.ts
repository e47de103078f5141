/** Lines around a change, as `diff -u` shows them. */
const CONTEXT = 3;

/** A change of one place of a file as a patch that `git apply` and `patch -p1` take. */
export function patchOf(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const head = sameLines(old, now, (lines, index) => lines[index]);
  const most = Math.min(old.length, now.length) - head;
  const tail = Math.min(
    most,
    sameLines(old, now, (lines, index) => lines[lines.length - 1 - index]),
  );
  const from = Math.max(0, head - CONTEXT);
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const closing = old.slice(oldEnd, oldEnd + CONTEXT);
  const hunk = [
    ...old.slice(from, head).map((line) => ` ${line}`),
    ...old.slice(head, oldEnd).map((line) => `-${line}`),
    ...now.slice(head, nowEnd).map((line) => `+${line}`),
    ...closing.map((line) => ` ${line}`),
  ];
  const span = (end: number): string => `${String(from + 1)},${String(end - from + closing.length)}`;
  return `--- a/${path}\n+++ b/${path}\n@@ -${span(oldEnd)} +${span(nowEnd)} @@\n${hunk.join('')}`;
}

/** With their line ends; one without an end says so, as patches do. */
function linesOf(text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`));
}

type At = (lines: readonly string[], index: number) => string | undefined;

function sameLines(old: readonly string[], now: readonly string[], at: At): number {
  let count = 0;
  while (at(old, count) !== undefined && at(old, count) === at(now, count)) count += 1;
  return count;
}
