import type { Plain } from '../edit/print-policy.js';
import type { ValueNode } from './ast.js';

/** The plain value of a tree, of members with one name the last; undefined where some of it is only known at run time. */
export function plainOf(node: ValueNode): Plain | undefined {
  switch (node.type) {
    case 'Unknown':
      return undefined;
    case 'Null':
      return null;
    case 'String':
    case 'Number':
    case 'Boolean':
      return node.value;
    case 'Array': {
      const items = node.elements.flatMap((element) => plainOf(element) ?? []);
      return items.length < node.elements.length ? undefined : items;
    }
    case 'Object': {
      const members = node.members.flatMap(({ name, value }) => {
        const plain = plainOf(value);
        return plain === undefined ? [] : [[name.value, plain] as const];
      });
      return members.length < node.members.length ? undefined : Object.fromEntries(members);
    }
  }
}
