import { defined } from '../../defined.js';
import type { WorkloadRecord } from './lint-record.js';

/**
 * Holds the records of workloads while a run goes on. What was judged call by call is most of a record: it is put away as
 * text, and read again when somebody asks for it.
 */
export interface Shelf {
  readonly put: (packed: PackedWorkload) => WorkloadRecord;
  /** The text of a record in JSON; undefined where no report will show the calls. */
  readonly textOf: ((workload: WorkloadRecord) => string) | undefined;
}

/** Puts a text, or its bytes in UTF-8, away and gives what reads the bytes again. */
export type Keep = (text: string | Uint8Array) => () => Buffer;

/** A workload's record as it passes between threads, and from run to run. */
export interface PackedWorkload<Text extends string | Uint8Array = string | Uint8Array> {
  readonly rest: Omit<WorkloadRecord, 'judged'>;
  /** How many of its calls are granted, or need no permission. */
  readonly granted: number;
  /** The whole record; undefined where no report will show the calls. */
  readonly text: Text | undefined;
}

interface Shelved {
  readonly granted: number;
  /** Undefined where the record says something else than what was put away. */
  readonly bytes: (() => Uint8Array) | undefined;
}

const shelved = new WeakMap<object, Shelved>();

export function createShelf(textOf: Shelf['textOf'], keep: Keep): Shelf {
  return {
    textOf,
    put: ({ rest: { manifest, policies, calls, unread, ...standings }, granted, text }) => {
      const bytes = text === undefined ? notKept : keep(text);
      const workload: WorkloadRecord = {
        manifest,
        policies,
        calls,
        ...defined({ unread }),
        get judged() {
          return (JSON.parse(new TextDecoder().decode(bytes())) as WorkloadRecord).judged;
        },
        ...standings,
      };
      shelved.set(workload, { granted, bytes });
      return workload;
    },
  };
}

export function packWorkload<Text extends string | Uint8Array>(
  workload: WorkloadRecord,
  textOf: ((workload: WorkloadRecord) => Text | undefined) | undefined,
): PackedWorkload<Text> {
  const { manifest, policies, calls, moreInCases, unread, missing, denied, conditional, excess, unproven } =
    workload;
  return {
    rest: {
      manifest,
      policies,
      calls,
      ...defined({ moreInCases, unread }),
      missing,
      denied,
      conditional,
      excess,
      unproven,
    },
    granted: grantedCalls(workload),
    text: textOf?.(workload),
  };
}

/** A record that says something else, its calls as they were put away. */
export function changedWorkload(
  workload: WorkloadRecord,
  changes: Partial<Omit<WorkloadRecord, 'judged'>>,
): WorkloadRecord {
  // Copied as it is: what gives the calls may have nothing to give.
  const changed = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(workload),
      ...Object.getOwnPropertyDescriptors(changes),
    },
  ) as WorkloadRecord;
  const known = shelved.get(workload);
  if (known !== undefined) shelved.set(changed, { granted: known.granted, bytes: undefined });
  return changed;
}

/** The text that a workload was put away as, in UTF-8; undefined for any other value. */
export function shelvedBytes(value: object): Uint8Array | undefined {
  return shelved.get(value)?.bytes?.();
}

/** How many of the calls are granted, or need no permission. */
export function grantedCalls(workload: WorkloadRecord): number {
  return (
    shelved.get(workload)?.granted ??
    workload.judged.filter(({ status }) => status === 'granted' || status === 'no-permission').length
  );
}

function notKept(): never {
  throw new Error('the calls of this workload were not kept, as no report was to show them');
}
