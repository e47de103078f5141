import type { Doubt, Operation } from '../../../catalog/model/model.js';

/** An operation before it has an id, with what is needed to find it again. */
export interface MergedOperation extends Omit<Operation, 'id' | 'discriminator' | 'doubts'> {
  readonly service: string;
  readonly keys: readonly string[];
  readonly discriminator?: string;
  readonly doubts: readonly Doubt[];
  /** Generation of the row that its facts come from. */
  readonly generation: number;
}
