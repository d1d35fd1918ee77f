import type { Words } from './words.ts';

/**
 * The canary words in a text, in whatever form it may hold them: plain, percent-encoded, as references of XML or HTML,
 * with JSON's escapes, in each of these inside each other, in capitals, or with markup between the letters.
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

/** A text with one layer of escapes taken off. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex: string | undefined, decimal: string | undefined) =>
      signOf(hex === undefined ? Number(decimal) : parseInt(hex, 16), whole),
    )
    .replace(/&(amp|lt|gt|quot|apos|shy);/g, (_, name: string) => named[name] ?? '')
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", shy: '\u00ad' };

function signOf(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : otherwise;
}
