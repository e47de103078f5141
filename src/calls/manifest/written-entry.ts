import { defined } from '../../defined.js';
import type { Call, CallOrigin, Seen } from '../call.js';

/** A call as a scan writes it into a manifest. The files of its origins are relative to the manifest. */
export type WrittenCall = Pick<Call, 'operation' | 'service' | 'possible' | 'origins' | 'seen'> & {
  readonly api: string;
};

/** An entry of `apis`. @param byDefault what the manifest says of all its calls: `possible: true` or not. */
export function entryOf(
  { api, operation, service, possible, origins, seen }: WrittenCall,
  byDefault: boolean,
): Record<string, unknown> {
  return defined({
    api,
    operation,
    service,
    possible: possible === byDefault ? undefined : possible,
    seen: seenOf(seen),
    from: origins.map(originOf),
  });
}

export function seenOf(seen: Seen | undefined): Record<string, unknown> | undefined {
  return seen === undefined ? undefined : defined({ count: seen.count, last: seen.last });
}

/** `src/app.ts:12`; a mapping where there is doubt to tell, or where the name of a file would be read as having a line. */
export function originOf({ file, line, confidence, observed }: CallOrigin): unknown {
  if (confidence !== 'certain' || observed === true)
    return defined({ file, line, confidence: confidence === 'certain' ? undefined : confidence, observed });
  if (line !== undefined) return `${file}:${String(line)}`;
  return /:\d{1,9}$/.test(file) ? { file } : file;
}
