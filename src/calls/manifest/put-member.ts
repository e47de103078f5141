import { isNode } from 'yaml';
import type { Document } from 'yaml';

/** Sets a member, or takes it out where the value is undefined. Whether anything changed: what did not is left as it is laid out. */
export function putMember(
  map: {
    get(key: string, keep: true): unknown;
    set(key: string, value: unknown): void;
    delete(key: string): unknown;
  },
  key: string,
  value: unknown,
  document: Document,
): boolean {
  const node = map.get(key, true);
  const before: unknown = isNode(node) ? node.toJSON() : node;
  if (JSON.stringify(before) === JSON.stringify(value)) return false;
  if (value === undefined) map.delete(key);
  else map.set(key, document.createNode(value));
  return true;
}
