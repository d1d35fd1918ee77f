import type { TermUse } from './key-terms.ts';

/** A key term of an article in the store. */
export type KeyTerm = Pick<TermUse, 'term' | 'weight' | 'inHeadline' | 'isName'>;

/** A weight is stored in halves, in six bits. */
const largestWeight = 63;
const headlineBit = 64;
const nameBit = 128;
/** Bytes of one key term: its number, little-endian, then its weight and its two bits. */
const bytesOfTerm = 5;

/** The bytes of key terms, as the store has them. */
export function packKeyTerms(terms: readonly KeyTerm[]): Uint8Array {
  const bytes = Buffer.alloc(terms.length * bytesOfTerm);
  terms.forEach(({ term, weight, inHeadline, isName }, index) => {
    const at = index * bytesOfTerm;
    bytes.writeUInt32LE(term, at);
    bytes[at + 4] =
      Math.min(largestWeight, Math.round(weight * 2)) | (inHeadline ? headlineBit : 0) | (isName ? nameBit : 0);
  });
  return bytes;
}

/** The key terms of such bytes. A weight is rounded to halves, and has an upper limit. */
export function unpackKeyTerms(bytes: Uint8Array): KeyTerm[] {
  const terms: KeyTerm[] = [];
  eachKeyTerm(bytes, (term, weight, inHeadline, isName) => terms.push({ term, weight, inHeadline, isName }));
  return terms;
}

/** How many key terms such bytes have. */
export function keyTermsIn(bytes: Uint8Array): number {
  return Math.floor(bytes.byteLength / bytesOfTerm);
}

/** Calls `use` with each key term. Without an object for each term, some ten thousand terms take a millisecond less. */
export function eachKeyTerm(
  bytes: Uint8Array,
  use: (term: number, weight: number, inHeadline: boolean, isName: boolean) => void,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + bytesOfTerm <= bytes.byteLength; at += bytesOfTerm) {
    const flags = view.getUint8(at + 4);
    use(view.getUint32(at, true), (flags & largestWeight) / 2, (flags & headlineBit) !== 0, (flags & nameBit) !== 0);
  }
}

/** Numbers of up to 32 bits, four bytes each, in the order of bytes of this machine: little-endian wherever Node runs. */
export function packNumbers(numbers: Iterable<number>): Uint8Array {
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

/** The numbers of such bytes. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const isAligned = bytes.byteOffset % 4 === 0;
  const { buffer, byteOffset, byteLength } = isAligned ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, Math.floor(byteLength / 4));
}
