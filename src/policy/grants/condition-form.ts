import type { OperatorType } from '../facts/operators.js';

/**
 * What a value must be for an operator's type; undefined where it is. Template texts (`${…}`) pass: nobody knows what will stand there.
 */
export function valueProblem(
  type: OperatorType,
  value: string,
): 'number' | 'boolean' | 'date' | 'ip' | undefined {
  if (value.includes('${')) return undefined;
  switch (type) {
    case 'string':
      return undefined;
    case 'number':
      return /^[+-]?\d+(?:\.\d+)?$/.test(value) ? undefined : 'number';
    case 'boolean':
    case 'null':
      return /^(?:true|false)$/i.test(value) ? undefined : 'boolean';
    case 'date':
      return isDate(value) ? undefined : 'date';
    case 'ip':
      return isAddress(value) ? undefined : 'ip';
  }
}

/** ISO 8601 with seconds and a zone, and a day that exists (策略语法.md: 2012-11-11T23:59:59Z). */
function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(
    value,
  );
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year, month, 0)).getUTCDate() &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

export function isAddress(value: string): boolean {
  const [address = '', prefix, ...more] = value.split('/');
  if (more.length > 0 || (prefix !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(prefix))) return false;
  const v4 = bytesOf(address) !== undefined;
  if (!v4 && !isVersion6(address)) return false;
  return prefix === undefined || Number(prefix) <= (v4 ? 32 : 128);
}

/** Ranges that no request from the Internet comes from (RFC 1918, loopback, link-local, carrier-grade NAT). */
const PRIVATE_RANGES: readonly (readonly [first: number, mask: number, value: number])[] = [
  [10, 0, 0],
  [127, 0, 0],
  [172, 0xf0, 16],
  [192, 0xff, 168],
  [169, 0xff, 254],
  [100, 0xc0, 64],
];

export function isPrivateAddress(value: string): boolean {
  const address = value.split('/')[0] ?? '';
  const bytes = bytesOf(address);
  if (bytes === undefined) return /^(?:::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)$/i.test(address);
  const [first = 0, second = 0] = bytes;
  return PRIVATE_RANGES.some(([wanted, mask, masked]) => first === wanted && (second & mask) === masked);
}

/** `0.0.0.0/0` and `::/0`: no limit at all. */
export function isEveryAddress(value: string): boolean {
  return isAddress(value) && value.endsWith('/0');
}

function bytesOf(address: string): readonly number[] | undefined {
  const parts = address.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)
    ? parts.map(Number)
    : undefined;
}

function isVersion6(address: string): boolean {
  return /^[\da-f:.]+$/i.test(address) && address.includes(':') && URL.canParse(`http://[${address}]/`);
}
