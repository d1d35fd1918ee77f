import type { Words } from './words.ts';

/**
 * The canaries in a text, in any form: plain, percent-encoded, as character references of XML or HTML, with the escapes of
 * JSON, with these forms nested, in capitals, or with markup between the letters.
 */
export function sightingsIn(text: string, words: Words): Set<string> {
  const found = words.in(text.toLowerCase());
  let before = text;
  for (let depth = 0; depth < 4; depth += 1) {
    const after = unescaped(before);
    if (after === before) break;
    for (const word of words.in(after.normalize('NFC').toLowerCase())) found.add(word);
    before = after;
  }
  if (before.includes('<') || /[\u00ad\u200b-\u200d\u2060]/.test(before)) {
    const bare = before.replace(/<[^>]*>|[\u00ad\u200b-\u200d\u2060]/g, '');
    for (const word of words.in(bare.normalize('NFC').toLowerCase())) found.add(word);
  }
  return found;
}

/** A text without its outermost layer of escapes. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (full, hex: string | undefined, decimal: string | undefined) =>
      characterOf(hex === undefined ? Number(decimal) : parseInt(hex, 16), full),
    )
    .replace(/&(amp|lt|gt|quot|apos|shy);/g, (_, name: string) => characters[name] ?? '')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", shy: '\u00ad' };

function characterOf(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}
