import type { ValueNode } from '../../../src/policy/model/ast.js';

/** What values are called in messages. */
export const TYPE_NAMES = {
  Object: 'object',
  Array: 'list',
  String: 'string',
  Number: 'number',
  Boolean: 'Boolean',
  Null: 'null',
  Unknown: 'expression',
} as const satisfies Readonly<Record<ValueNode['type'], string>>;
