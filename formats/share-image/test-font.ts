/**
 * A TrueType font that has only these characters, each as a black square. It is used in place of an installed font of a
 * script. It has the tables that FreeType, fontconfig and HarfBuzz need (OpenType 1.9).
 */
export function squareFont(family: string, characters: string): Buffer {
  const codes = [...new Set(characters)].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const em = 1000;
  const square = glyph(50, 0, 950, 900);
  const tables: Record<string, Buffer> = {
    'OS/2': bytes(
      [2, 3, em, 400, 5, 0, 650, 700, 0, 140, 650, 700, 0, 480, 50, 250, 0],
      // Panose, Unicode ranges, vendor.
      ['32', 0, 0, 0, 0, 0, 0, 0, 0],
      ['16', 0x40, codes[0] ?? 0, codes.at(-1) ?? 0, 900, 65_436, 0, 900, 100],
    ),
    cmap: cmap(codes),
    glyf: square,
    head: bytes(
      ['32', 0x10000, 0x10000, 0, 0x5f0f3cf5],
      ['16', 3, em],
      ['32', 0, 0, 0, 0],
      ['16', 50, 0, 950, 900, 0, 8, 2, 1, 0],
    ),
    hhea: bytes(['32', 0x10000], ['16', 900, 65_436, 0, em, 50, 50, 950, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
    // Two glyphs. The first is for missing characters.
    hmtx: bytes(['16', em, 50, em, 50]),
    loca: bytes(['32', 0, 0, square.length]),
    maxp: bytes(['32', 0x10000], ['16', 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
    name: names(family),
    post: bytes(['32', 0x30000, 0, 0, 0, 0, 0, 0, 0]),
  };
  return sfnt(tables);
}

/** Numbers in big-endian order. They have 16 bits, or the number of bits with which a list begins. */
function bytes(...lists: (number[] | ['16' | '32', ...number[]])[]): Buffer {
  return Buffer.concat(
    lists.flatMap(([width, ...rest]) => {
      const numbers = typeof width === 'number' ? [width, ...rest] : rest;
      return numbers.map((number) => {
        const buffer = Buffer.alloc(width === '32' ? 4 : 2);
        if (width === '32') buffer.writeUInt32BE(Number(number));
        else buffer.writeUInt16BE(Number(number) & 0xffff);
        return buffer;
      });
    }),
  );
}

/** A glyph that is a rectangle. */
function glyph(left: number, bottom: number, right: number, top: number): Buffer {
  const head = bytes([1, left, bottom, right, top, 3, 0]);
  const flags = Buffer.alloc(4, 1);
  return Buffer.concat([head, flags, bytes([left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top])]);
}

/** A `cmap` table in format 12: each character is a group, and all have the same glyph. */
function cmap(codes: readonly number[]): Buffer {
  const groups = codes.flatMap((code) => [code, code, 1]);
  const table = bytes(['16', 12, 0], ['32', 16 + 12 * codes.length, 0, codes.length, ...groups]);
  return Buffer.concat([bytes(['16', 0, 1, 3, 10], ['32', 12]), table]);
}

function names(family: string): Buffer {
  const texts: [id: number, text: Buffer][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ].map(([id, text]) => [Number(id), Buffer.from(String(text), 'utf16le').swap16()]);
  let offset = 0;
  const records = texts.flatMap(([id, text]) => {
    const record = [3, 1, 0x409, id, text.length, offset];
    offset += text.length;
    return record;
  });
  return Buffer.concat([bytes([0, texts.length, 6 + 12 * texts.length, ...records]), ...texts.map(([, text]) => text)]);
}

function sfnt(tables: Record<string, Buffer>): Buffer {
  const entries = Object.entries(tables);
  let offset = 12 + 16 * entries.length;
  const head = bytes(['32', 0x10000], ['16', entries.length, 128, 3, 16 * entries.length - 128]);
  const records: Buffer[] = [];
  const bodies: Buffer[] = [];
  for (const [name, table] of entries) {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    let sum = 0;
    for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
    records.push(Buffer.from(name, 'latin1'), bytes(['32', sum, offset, table.length]));
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([head, ...records, ...bodies]);
}
