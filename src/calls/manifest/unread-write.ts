import type { Document } from 'yaml';
import type { UnreadCalls } from '../call.js';
import { unreadEntryOf } from './manifest-unread.js';
import { putMember } from './put-member.js';

/** What is listed by hand stays as it stands; the rest is what the scan could not read. */
export function putUnread(
  document: Document,
  { written, unread }: { readonly written: boolean; readonly unread: readonly UnreadCalls[] },
): { readonly isChanged: boolean; readonly added: readonly string[]; readonly removed: readonly string[] } {
  if (!written) return { isChanged: false, added: [], removed: [] };
  const before = listedIn(document);
  const byHand = before.filter((entry) => entry['listed'] === true || entry['files'] === undefined);
  const entries = [...byHand, ...unread.map(unreadEntryOf)];
  const [names, namesBefore] = [entries.map(unreadName), before.map(unreadName)];
  return {
    isChanged: putMember(document, 'unread', entries.length === 0 ? undefined : entries, document),
    added: names.filter((name) => !namesBefore.includes(name)),
    removed: namesBefore.filter((name) => !names.includes(name)),
  };
}

function listedIn(document: Document): readonly Record<string, unknown>[] {
  const { unread } = document.toJS() as { readonly unread?: unknown };
  return Array.isArray(unread)
    ? unread.filter((entry): entry is Record<string, unknown> => isRecord(entry))
    : [];
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `unread: gophertelekomcloud (rds)`. */
function unreadName({ client, service }: Record<string, unknown>): string {
  return `unread: ${String(client)}${typeof service === 'string' ? ` (${service})` : ''}`;
}
