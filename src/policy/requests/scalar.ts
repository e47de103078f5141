import type { OperatorType } from '../facts/operators.js';

/** Numbers in order: a number as it is, a date in milliseconds, a Boolean as 0 or 1. */
export type ScalarType = Exclude<OperatorType, 'string' | 'null' | 'ip'>;

/** The number that a text stands for; undefined where it is none of this type. */
export function scalarOf(type: ScalarType, text: string): number | undefined {
  switch (type) {
    case 'number':
      return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'date': {
      const time = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
      return Number.isNaN(time) ? undefined : time;
    }
    case 'boolean':
      return booleanOf(text);
  }
}

function booleanOf(text: string): number | undefined {
  const folded = text.toLowerCase();
  if (folded === 'true') return 1;
  return folded === 'false' ? 0 : undefined;
}

/** The text of a number of a type: the reverse of `scalarOf`. */
export function scalarText(type: ScalarType, value: number): string {
  if (type === 'date') return new Date(value).toISOString().replace('.000Z', 'Z');
  if (type === 'boolean') return value === 1 ? 'true' : 'false';
  return String(value);
}
