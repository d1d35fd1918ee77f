/** Bytes to text: UTF-8 where it is UTF-8, else Windows-1252, which wire feeds and old sites sent for decades. */

/** Decoded text, and the encoding that fitted. */
export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** Decodes without ever failing: every byte sequence is some Windows-1252 text. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: lines(new TextDecoder('utf-16le').decode(bytes)), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: lines(new TextDecoder('utf-16be').decode(bytes)), encoding: 'utf-16' };
  try {
    return { text: lines(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), encoding: 'utf-8' };
  } catch {
    // Latin-1 is a subset of Windows-1252 save for the C1 controls, which no one wrote on purpose.
    return { text: lines(new TextDecoder('windows-1252').decode(bytes)), encoding: 'windows-1252' };
  }
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
