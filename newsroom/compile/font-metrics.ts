import { brotliDecompressSync } from 'node:zlib';
import type { FontMetrics } from '../model/font.ts';

/** A font may be unpacked to this many bytes. The largest ones, of Chinese and Japanese, have half of it. */
const maxUnpacked = 64_000_000;

/** The tables that are read here, and those with other rules, by their numbers in the list of known tables of WOFF2. */
const known: Readonly<Record<number, string>> = {
  0: 'cmap',
  1: 'head',
  2: 'hhea',
  3: 'hmtx',
  6: 'OS/2',
  10: 'glyf',
  11: 'loca',
};
const otherTag = 63;

/** How often each character is in a thousand characters of English. Other languages in Latin letters are near it. */
const frequencies = new Map(
  ['_180 e104 t74 a67 o62 i57 n57 s52 h50 r49 d35 l33', 'u23 c23 m20 w19 f18 g17 y16 p16 b12 v8 k6']
    .flatMap((line) => line.split(' '))
    .map((entry) => [entry.charAt(0).replace('_', ' '), Number(entry.slice(1))] as const),
);

/**
 * The metrics of a font in the format WOFF2, from its tables `head`, `hhea`, `OS/2`, `cmap` and `hmtx`. `undefined` where
 * these cannot be read, and for a font without the Latin letters.
 */
export function fontMetrics(bytes: Buffer): FontMetrics | undefined {
  try {
    return metricsIn(tablesIn(bytes));
  } catch {
    // What is read may be too short, or no Brotli. A browser decides whether the font can be used.
    return undefined;
  }
}

function metricsIn(tables: ReadonlyMap<string, Table>): FontMetrics | undefined {
  const [head, hhea, hmtx, os2, cmap] = ['head', 'hhea', 'hmtx', 'OS/2', 'cmap'].map((tag) => tables.get(tag));
  if (!head || !hhea || !hmtx || !os2 || !cmap) return undefined;
  const em = head.bytes.readUInt16BE(18);
  const width = averageWidth(cmap.bytes, hmtx, hhea.bytes.readUInt16BE(34));
  if (width === undefined || em === 0) return undefined;
  // A font says whether its typographic metrics are those of its lines.
  const [lines, from] = (os2.bytes.readUInt16BE(62) & 0x80) === 0 ? [hhea.bytes, 4] : [os2.bytes, 68];
  return {
    ascent: lines.readInt16BE(from) / em,
    descent: -lines.readInt16BE(from + 2) / em,
    lineGap: lines.readInt16BE(from + 4) / em,
    width: width / em,
  };
}

interface Table {
  bytes: Buffer;
  /** Whether WOFF2 has it in another form than the font. */
  transformed: boolean;
}

/** The tables of a font by their tags. Throws where it is no WOFF2. */
function tablesIn(bytes: Buffer): Map<string, Table> {
  const count = bytes.readUInt16BE(12);
  let at = 48;
  // A number of up to five bytes; the highest bit of a byte says that another one follows.
  const readNumber = (): number => {
    let value = 0;
    for (let index = 0; index < 5; index += 1) {
      const byte = bytes.readUInt8(at);
      at += 1;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError('The number is too long.');
  };
  const directory = Array.from({ length: count }, () => {
    const flags = bytes.readUInt8(at);
    at += 1;
    const number = flags & 0x3f;
    if (number === otherTag) at += 4;
    const tag = known[number] ?? '';
    const version = flags >> 6;
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = readNumber();
    return { tag, transformed, length: transformed ? readNumber() : length };
  });
  const packed = bytes.subarray(at, at + bytes.readUInt32BE(20));
  const unpacked = brotliDecompressSync(packed, { maxOutputLength: maxUnpacked });
  let from = 0;
  const tables = new Map<string, Table>();
  for (const { tag, transformed, length } of directory) {
    if (tag !== '') tables.set(tag, { transformed, bytes: unpacked.subarray(from, from + length) });
    from += length;
  }
  return tables;
}

/** The average width of a character in a text, in units of the font; `undefined` where it has not all of them. */
function averageWidth(cmap: Buffer, { bytes, transformed }: Table, widths: number): number | undefined {
  // In its other form, the table has flags and then all widths, without the numbers between them.
  const widthOf = (glyph: number): number => {
    const index = Math.min(glyph, widths - 1);
    return bytes.readUInt16BE(transformed ? 1 + 2 * index : 4 * index);
  };
  let sum = 0;
  let weights = 0;
  for (const [character, weight] of frequencies) {
    const glyph = glyphOf(cmap, character.charCodeAt(0));
    if (glyph === 0) return undefined;
    sum += weight * widthOf(glyph);
    weights += weight;
  }
  return sum / weights;
}

/** The glyph of a character of the first plane by a subtable of format 4 or 12; 0 where there is none. */
function glyphOf(cmap: Buffer, code: number): number {
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap.readUInt32BE(8 + 8 * index);
    const format = cmap.readUInt16BE(at);
    const glyph = format === 4 ? glyphInSegments(cmap, at, code) : format === 12 ? glyphInGroups(cmap, at, code) : 0;
    if (glyph !== 0) return glyph;
  }
  return 0;
}

function glyphInSegments(cmap: Buffer, at: number, code: number): number {
  const size = cmap.readUInt16BE(at + 6);
  const [ends, starts] = [at + 14, at + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  for (let each = 0; each < size; each += 2) {
    if (cmap.readUInt16BE(ends + each) < code) continue;
    const start = cmap.readUInt16BE(starts + each);
    if (start > code) return 0;
    const delta = cmap.readUInt16BE(deltas + each);
    const offset = cmap.readUInt16BE(offsets + each);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = cmap.readUInt16BE(offsets + each + offset + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

function glyphInGroups(cmap: Buffer, at: number, code: number): number {
  const count = cmap.readUInt32BE(at + 12);
  for (let index = 0; index < count; index += 1) {
    const group = at + 16 + 12 * index;
    const start = cmap.readUInt32BE(group);
    if (start > code) return 0;
    if (code <= cmap.readUInt32BE(group + 4)) return cmap.readUInt32BE(group + 8) + code - start;
  }
  return 0;
}
