import { defined } from '../../defined.js';
import type { UnreadCalls } from '../call.js';
import type { ManifestText, Value } from './manifest-text.js';
import { en } from '../../wording/en/manifest.js';
import { speaker } from '../../wording/speaker.js';

const say = speaker('manifest', en);

/** `{ client: gophertelekomcloud, service: rds, files: [main.go:4] }`, an entry of `unread`. */
export function readUnread(value: Value, source: ManifestText): UnreadCalls | undefined {
  const members = source.members(value, ['client', 'service', 'files', 'listed'], 'unread');
  if (members === undefined) return undefined;
  if (!members.has('client')) source.complain(say('noClient'), value);
  const client = source.string(members.get('client'), 'client: gophertelekomcloud');
  const files = source.items(members.get('files'), 'files: [src/app.go:12]') ?? [];
  if (client === undefined) return undefined;
  return {
    client,
    service: source.string(members.get('service'), 'service: rds')?.toLowerCase(),
    files: files.flatMap((file) => source.string(file, 'src/app.go:12') ?? []),
    listed: source.boolean(members.get('listed')) === true,
  };
}

/** As a manifest writes it. */
export function unreadEntryOf({ client, service, files, listed }: UnreadCalls): Record<string, unknown> {
  return defined({ client, service, files, listed: listed ? true : undefined });
}

/** Those that nobody has listed by hand; of these, the places that a manifest does not say are listed. */
export function leftUnread(
  unread: readonly UnreadCalls[],
  written: readonly UnreadCalls[],
): readonly UnreadCalls[] {
  const listed = new Set(
    written.flatMap((entry) => (entry.listed ? entry.files.map((file) => placeKey(entry, file)) : [])),
  );
  return unread.flatMap((entry) => {
    const files = entry.files.filter((file) => !listed.has(placeKey(entry, file)));
    return entry.listed || (files.length === 0 && entry.files.length > 0) ? [] : { ...entry, files };
  });
}

/** A line may move: what is listed is what a file calls. */
function placeKey({ client, service }: UnreadCalls, file: string): string {
  return JSON.stringify([client, service, file.replace(/:\d+$/, '')]);
}
