/** Text as it is compared with tables of words. Writers and machines vary letter case, accents, spaces, dashes and letters that look alike. */

// Letters of other scripts that look like Latin letters. Copy in the six languages has them by mistake only.
const LOOK_ALIKE: Record<string, string> = {
  ...Object.fromEntries(
    [...'аАбеЕоОрРсСуУхХіІјЈѕЅвВкКмМнНтТԁԛԝ'].map((letter, index) => [
      letter,
      'aAbeEoOpPcCyYxXiIjJsSBBkKmMHHtTdqw'[index] ?? letter,
    ]),
  ),
  ...Object.fromEntries(
    [...'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαιν'].map((letter, index) => [letter, 'ABEZHIKMNOPTYXoaiv'[index] ?? letter]),
  ),
};
const UNDECOMPOSED: Record<string, string> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ı: 'i', đ: 'd' };

/** The same text without invisible characters, with plain spaces, dashes, quotation marks and Latin letters. Letter case stays. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u034f\u115f\u1160\u3164\uffa0]/gu, '')
    .replace(/[\p{L}]/gu, (letter) => LOOK_ALIKE[letter] ?? letter)
    .replace(/[\p{Zs}\p{Cc}\p{Zl}\p{Zp}\u2800]+/gu, ' ')
    .replace(/[\u2010-\u2013\u2212\ufe63\u00ad]/g, '-')
    .replace(/[‘’‛ʼ′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"');
}

/** Plain letters in the form in which tables have them: small, and each of the alphabet. */
export const foldPlain = (plain: string): string =>
  plain.toLowerCase().replace(/[ßœæøłıđ]/g, (letter) => UNDECOMPOSED[letter] ?? letter);
