/** Capitals set for a teleprinter, in the letter case of print. */

// Two letters without a vowel are initials; these have one.
const KEPT = new Set(['II', 'III', 'IV', 'VI', 'USS', 'HMS', 'USNS', 'UN', 'US', 'UK', 'AFB', 'MS', 'DC']);
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'dos',
  'du',
  'des',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'bin',
  'ibn',
  'al',
  'el',
  'y',
  'e',
  'of',
  'the',
  'on',
  'in',
  'and',
  'es',
  'sur',
  'au',
  'aux',
]);

const isCapitals = (word: string): boolean => /\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** `Hiroshi HIYAMA` is Hiroshi Hiyama; `CHET BROKAW` Chet Brokaw; `J.K. ROWE` keeps its initials. Mixed words stay. */
export function printCase(text: string): string {
  const allCapitals = isCapitals(text);
  return text
    .split(' ')
    .map((word, index) => {
      if (!isCapitals(word) || isInitials(word)) return word;
      if (allCapitals && index > 0 && PARTICLES.has(word.toLowerCase())) return word.toLowerCase();
      return word
        .split(/([-/])/)
        .map(capitalise)
        .join('');
    })
    .join(' ');
}

function isInitials(word: string): boolean {
  const bare = word.replace(/[^\p{L}.]/gu, '');
  return KEPT.has(bare) || /^(?:\p{L}\.)+\p{L}?$/u.test(bare) || /^[^AEIOUYÄÖÜ]{2}$/.test(bare) || bare.length === 1;
}

function capitalise(word: string): string {
  const lower = word.toLowerCase();
  return lower
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/^(Mc|O['’]|D['’])(\p{L})/u, (_, prefix: string, letter: string) => prefix + letter.toUpperCase());
}
