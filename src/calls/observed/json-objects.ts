/** A JSON object as it stands in a file, still text. */
export interface JsonText {
  readonly text: string;
  /** 1-based, of its brace. */
  readonly line: number;
}

/** What a stretch of text was that is no whole object. */
export interface JsonFault {
  readonly fault: 'broken' | 'too-long';
  readonly line: number;
}

/** Members that hold the records where a file wraps them: `{ "traces": […], "meta_data": {…} }`. */
const WRAPPERS = /"(?:traces|events|records|logs)"\s*:\s*$/;

/** A key with the blanks behind it stands in so many characters. */
const KEY = 40;

/** No record is that long; it is passed over and named. In UTF-16 units. */
const MAX_RECORD = 4_000_000;

/** Lists and wrappers around a record. */
const MAX_AROUND = 50;

const [TAB, LF, QUOTE, BACKSLASH] = [9, 10, 34, 92] as const;
const [OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [91, 93, 123, 125] as const;

/**
 * The objects that a text of JSON is made of: one after the other, each on a line of its own, in arrays, or in the array
 * that an object wraps them in. No more than one is held. After a mistake it goes on at the next line that can be the
 * start of an object. A streaming parser would build every value; these are cut out, and built only by `JSON.parse`.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<JsonText | JsonFault> {
  let line = 1;
  let inString = false;
  let escaped = false;
  /** Containers around what is read that are no part of an object to be yielded: `[` and `{` of wrappers. */
  let around: number[] = [];
  /** Of the object that is being read; empty between objects. */
  let parts: string[] = [];
  let length = 0;
  let depth = 0;
  let startLine = 1;
  for await (const piece of pieces) {
    const found: (JsonText | JsonFault)[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at);
      if (code === LF) {
        line += 1;
        if (inString) {
          // No string goes over a line: the object is broken, and perhaps what is around it.
          found.push({ fault: 'broken', line: depth > 0 ? startLine : line - 1 });
          [inString, escaped, depth, parts, length, around] = [false, false, 0, [], 0, []];
        }
      } else if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) inString = false;
      } else if (code === QUOTE) {
        inString = true;
      } else if (code === OPEN) {
        if (depth === 0 && around.at(-1) !== OPEN && around.lastIndexOf(OPEN) <= 0)
          [from, startLine, depth, parts, length] = [at, line, 1, [], 0];
        else if (depth > 0) depth += 1;
        else around.push(OPEN);
      } else if (code === OPEN_LIST) {
        if (
          depth === 1 &&
          around.length === 0 &&
          WRAPPERS.test(
            `${parts.slice(-KEY).join('').slice(-KEY)}${piece.slice(Math.max(from, at - KEY), at)}`,
          )
        ) {
          [depth, parts, length, around] = [0, [], 0, [OPEN, OPEN_LIST]];
        } else if (depth > 0) depth += 1;
        else around.push(OPEN_LIST);
      } else if (code === CLOSE || code === CLOSE_LIST) {
        if (depth > 0) {
          depth -= 1;
          if (depth === 0) {
            length += at + 1 - from;
            found.push(
              length > MAX_RECORD
                ? { fault: 'too-long', line: startLine }
                : { text: [...parts, piece.slice(from, at + 1)].join(''), line: startLine },
            );
            [parts, length] = [[], 0];
          }
        } else around.pop();
      } else if (code < TAB || around.length > MAX_AROUND) {
        // No text has such characters, and no list of records is nested so: it is data of another kind.
        found.push({ fault: 'broken', line });
        yield* found;
        return;
      }
    }
    if (depth > 0) {
      length += piece.length - from;
      if (length <= MAX_RECORD) parts.push(piece.slice(from));
      else parts = [];
    }
    yield* found;
  }
  if (depth > 0 || around.length > 0 || inString)
    yield { fault: 'broken', line: depth > 0 ? startLine : line };
}
