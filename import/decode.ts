/** Bytes to text: UTF-8 where the bytes are valid UTF-8, else Windows-1252, which wire feeds and old sites sent for decades. */

/** Decoded text, and the encoding that was used. */
export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** Decodes bytes. It never fails: every sequence of bytes is valid Windows-1252. Line ends become `\n`. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: withUnixLineEnds(new TextDecoder('utf-16le').decode(bytes)), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: withUnixLineEnds(new TextDecoder('utf-16be').decode(bytes)), encoding: 'utf-16' };
  const guessed = utf16Without(bytes);
  if (guessed !== null) return { text: withUnixLineEnds(new TextDecoder(guessed).decode(bytes)), encoding: 'utf-16' };
  try {
    return { text: withUnixLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    // Windows-1252 also decodes Latin-1. The two differ only in the C1 control characters, which nobody wrote on purpose.
    return { text: withUnixLineEnds(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

const withUnixLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The kind of UTF-16 of bytes that have no byte order mark; null if they are not UTF-16. Every second byte of Latin text is zero. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 512);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = start.length / 2;
  if (start.length < 16) return null;
  if (odd > most * 0.7 && even < most * 0.05) return 'utf-16le';
  return even > most * 0.7 && odd < most * 0.05 ? 'utf-16be' : null;
}
