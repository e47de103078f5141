import { isAddress } from '../grants/condition-form.js';

/** A run of addresses, both ends in it. */
export interface AddressRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** `10.0.0.0/8` or one address → its range; undefined where it is no address. */
export function addressRange(text: string): AddressRange | undefined {
  if (!isAddress(text)) return undefined;
  const [address = '', prefix] = text.split('/');
  const version = address.includes(':') ? 6 : 4;
  const value = version === 4 ? valueOf4(address) : valueOf6(address);
  const free = BigInt(bitsOf(version) - Number(prefix ?? bitsOf(version)));
  const first = (value >> free) << free;
  return { version, first, last: first + (1n << free) - 1n };
}

/** Whether a text is an address in one of the ranges; false for what is no address. */
export function isInRange(text: string, { version, first, last }: AddressRange): boolean {
  if (text.includes('/')) return false;
  const own = addressRange(text);
  return own?.version === version && own.first >= first && own.first <= last;
}

/** The address of a number; undefined where it lies outside all addresses. */
export function addressText(version: 4 | 6, value: bigint): string | undefined {
  if (value < 0n || value >= 1n << BigInt(bitsOf(version))) return undefined;
  return version === 4 ? text4(value) : text6(value);
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

function valueOf4(address: string): bigint {
  return address.split('.').reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function valueOf6(address: string): bigint {
  const [left = '', right] = withoutDots(address).split('::');
  const before = groups(left);
  const behind = groups(right ?? '');
  const zeros = right === undefined ? 0 : 8 - before.length - behind.length;
  return [...before, ...Array<bigint>(zeros).fill(0n), ...behind].reduce(
    (value, group) => (value << 16n) | group,
    0n,
  );
}

/** `::ffff:10.0.0.1` → `::ffff:a00:1`. */
function withoutDots(address: string): string {
  const dotted = /[\d.]+\.[\d.]+$/.exec(address)?.[0];
  if (dotted === undefined) return address;
  const value = valueOf4(dotted);
  return `${address.slice(0, -dotted.length)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}

function groups(text: string): bigint[] {
  return text === '' ? [] : text.split(':').map((group) => BigInt(`0x${group}`));
}

function text4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
}

function text6(value: bigint): string {
  const all = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  // The platform's own shortening.
  return new URL(`http://[${all.join(':')}]/`).hostname.slice(1, -1);
}
