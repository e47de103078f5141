import type { ValueNode } from './ast.js';

/** The length of a value as JSON without white space: what a limit on a policy's size counts at least. Unknown parts count as nothing. */
export interface JsonSize {
  readonly characters: number;
  /** In UTF-8. */
  readonly bytes: number;
}

export function jsonSize(node: ValueNode): JsonSize {
  const text = compactJson(node);
  return { characters: text.length, bytes: new TextEncoder().encode(text).length };
}

function compactJson(node: ValueNode): string {
  switch (node.type) {
    case 'Object':
      return `{${node.members.map(({ name, value }) => `${JSON.stringify(name.value)}:${compactJson(value)}`).join(',')}}`;
    case 'Array':
      return `[${node.elements.map(compactJson).join(',')}]`;
    case 'String':
      return JSON.stringify(node.value);
    case 'Number':
      return node.raw;
    case 'Boolean':
      return String(node.value);
    case 'Null':
      return 'null';
    case 'Unknown':
      return '';
  }
}
