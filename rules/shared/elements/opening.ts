import type { ObjectNode } from '../../../src/policy/model/ast.js';
import type { Span } from '../../../src/span.js';

/** What a finding on a whole object points at: its brace, or in a YAML block its first name. */
export function openingOf(object: ObjectNode): Span {
  const { start } = object.loc;
  if (object.style === 'block') return object.members[0]?.name.loc ?? object.loc;
  return object.shared === true
    ? object.loc
    : { start, end: { line: start.line, column: start.column + 1, offset: start.offset + 1 } };
}
