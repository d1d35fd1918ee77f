// Words that stay in capitals. Two letters without a vowel are initials and stay anyway; these have a vowel or are longer.
const CAPITALS = new Set(['II', 'III', 'IV', 'VI', 'USS', 'HMS', 'USNS', 'UN', 'US', 'UK', 'AFB', 'MS', 'DC']);
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

/**
 * A name in the letter case of print: `Hiroshi HIYAMA` becomes Hiroshi Hiyama, `CHET BROKAW` becomes Chet Brokaw, and
 * `J.K. ROWE` becomes J.K. Rowe. A word that has small letters stays as it is.
 */
export function normalizeCase(text: string): string {
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
  return (
    CAPITALS.has(bare) || /^(?:\p{L}\.)+\p{L}?$/u.test(bare) || /^[^AEIOUYÄÖÜ]{2}$/.test(bare) || bare.length === 1
  );
}

function capitalise(word: string): string {
  const lower = word.toLowerCase();
  return lower
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/^(Mc|O['’]|D['’])(\p{L})/u, (_, prefix: string, letter: string) => prefix + letter.toUpperCase());
}
