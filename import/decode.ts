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
  try {
    return { text: withUnixLineEnds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    // Windows-1252 also decodes Latin-1. The two differ only in the C1 control characters, which nobody wrote on purpose.
    return { text: withUnixLineEnds(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

const withUnixLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
