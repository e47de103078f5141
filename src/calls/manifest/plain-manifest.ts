import type { Position, Span } from '../../span.js';
import type { Call, Manifest } from '../call.js';
import { endpointComplaint } from '../resolve/match.js';

/**
 * Reads a manifest of the plain shape without a YAML parser, which takes longer than to lint the policy:
 *
 * ```yaml
 * # comments and empty lines
 * cloud: huaweicloud
 * apis:
 *   - GET /v1/{project_id}/cloudservers/detail
 * ```
 *
 * Undefined for every other text, also for what is wrong: the YAML parser then says what it is. The tests hold the two
 * to the same answer.
 */
export function readPlainManifest(text: string, file: string): Manifest | undefined {
  const calls: Call[] = [];
  let cloud: string | undefined;
  let hasApis = false;
  let indent: number | undefined;
  let line = 0;
  for (let offset = 0; offset < text.length;) {
    const feed = text.indexOf('\n', offset);
    const end = feed === -1 ? text.length : feed;
    const content = text.slice(offset, end);
    const start = offset;
    line += 1;
    offset = end + 1;
    if (content === '' || COMMENT.test(content)) continue;
    if (hasApis) {
      const [, spaces = '', api = ''] = ITEM.exec(content) ?? [];
      indent ??= spaces.length;
      // A line that stands further in would go on with the one before.
      if (api === '' || spaces.length !== indent || endpointComplaint(api) !== undefined) return undefined;
      calls.push({
        api,
        operation: undefined,
        file,
        span: spanOf(api, line, indent + MARK.length, start),
        possible: false,
        origins: [],
      });
    } else if (content === 'apis:') {
      hasApis = true;
    } else {
      const [, name] = CLOUD.exec(content) ?? [];
      if (name === undefined || cloud !== undefined || NO_TEXT.has(name)) return undefined;
      cloud = name;
    }
  }
  return calls.length === 0 ? undefined : { file, cloud, policies: [], calls, observed: [], unread: [] };
}

const COMMENT = /^ *#[\t -~]*$/;
const CLOUD = /^cloud: ([a-z][a-z0-9_-]*)$/;
/** Of the characters that a path has, those that mean nothing in YAML where they stand behind a letter; a colon does before a blank. */
const ITEM = /^( *)- ([A-Z]+ \/(?:[\w./{}?=&%~*$@+-]|:(?=\S))*)$/;
const MARK = '- ';

/** Words that YAML takes for something else. */
const NO_TEXT: ReadonlySet<string> = new Set(['null', 'true', 'false']);

/** @param before how many characters stand before it in its line, which begins at the offset `start`. */
function spanOf(api: string, line: number, before: number, start: number): Span {
  const position = (column: number): Position => ({ line, column: column + 1, offset: start + column });
  return { start: position(before), end: position(before + api.length) };
}
