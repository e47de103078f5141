import { defined } from '../../defined.js';
import type { Call, CallOrigin, Seen } from '../call.js';

/** A call as a scan writes it into a manifest. The files of its origins are relative to the manifest. */
export type WrittenCall = Pick<Call, 'operation' | 'service' | 'possible' | 'origins' | 'seen'> & {
  readonly api: string;
  /** URNs that the scan read, as likely as they are; absent where a call of it may be about anything. */
  readonly resources?: readonly string[] | undefined;
};

/** An entry of `apis`. @param byDefault what the manifest says of all its calls: `possible: true` or not. */
export function entryOf(
  { api, operation, service, resources, possible, origins, seen }: WrittenCall,
  byDefault: boolean,
): Record<string, unknown> {
  return defined({
    api,
    operation,
    service,
    resource: scannedResource(resources),
    possible: possible === byDefault ? undefined : possible,
    seen: seenOf(seen),
    from: origins.map(originOf),
  });
}

/** What a scan reads of a resource is no more than likely. */
export function scannedResource(resources: readonly string[] | undefined): unknown {
  if (resources === undefined || resources.length === 0) return undefined;
  const [first, ...others] = resources.map((urn) => ({ urn, confidence: 'likely' }));
  return others.length === 0 ? first : [first, ...others];
}

/** Whether a scan wrote what stands under `resource`, or nobody did: a person writes texts. */
export function isScannedResource(written: unknown): boolean {
  if (written === undefined) return true;
  const entries: readonly unknown[] = Array.isArray(written) ? written : [written];
  return entries.every(
    (one) => typeof one === 'object' && one !== null && 'confidence' in one && one.confidence === 'likely',
  );
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
