import type { Plain } from '../../policy/edit/print-policy.js';
import type { Generation } from '../generation.js';

/** A policy in the other version of the language, as plain data. */
// A type, not an interface: only types count as plain data to be printed.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions
export type MigratedPolicy = {
  readonly Version: Generation;
  readonly Statement: readonly Readonly<Record<string, Plain>>[];
};
