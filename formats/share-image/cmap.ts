/**
 * The characters of a TrueType font, from its `cmap` table (OpenType 1.9: formats 4 and 12, which Unicode fonts have).
 * Throws if the bytes are not such a font.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  const table = tableAt(font, 'cmap');
  for (let index = 0; index < font.readUInt16BE(table + 2); index += 1) {
    const record = table + 4 + 8 * index;
    const platform = font.readUInt16BE(record);
    const subtable = table + font.readUInt32BE(record + 4);
    const format = font.readUInt16BE(subtable);
    // Platform 1 has the character codes of the old Macintosh, not Unicode.
    if (platform === 1) continue;
    if (format === 4) addSegments(font, subtable, found);
    else if (format === 12) addGroups(font, subtable, found);
  }
  return found;
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new TypeError(`The font has no table “${name}”.`);
}

function addSegments(font: Buffer, subtable: number, found: Set<number>): void {
  const length = font.readUInt16BE(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + length + 2;
  const deltas = starts + length;
  const ranges = deltas + length;
  for (let at = 0; at < length; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const [delta, range] = [font.readUInt16BE(deltas + at), font.readUInt16BE(ranges + at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : font.readUInt16BE(ranges + at + range + 2 * (code - start));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) found.add(code);
    }
  }
}

function addGroups(font: Buffer, subtable: number, found: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(subtable + 12); index += 1) {
    const group = subtable + 16 + 12 * index;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    // Glyph 0 means that there is no glyph. Only the first character of a group can have it.
    const first = font.readUInt32BE(group + 8) === 0 ? start + 1 : start;
    for (let code = first; code <= end; code += 1) found.add(code);
  }
}
