/** Marks that are diacritics. The vowel signs of Indic scripts and of Thai, and the marks that voice kana, are not. */
const diacritics =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]]--[\u3099\u309A]]/gv;
/** Apostrophes, the full stop of initials, the Hebrew geresh, the Arabic tatweel, and what cannot be seen: signs inside a word. */
const unwritten = /['"’‘ʼʻ＇`´.\u05F3\u05F4\u0640]|\p{Cf}/gu;
const ascii = /^[\u0000-\u007F]*$/;
const plain = /^[A-Za-z0-9]*$/;

/** Letters that no decomposition takes apart, and the forms of one letter that Arabic keyboards write differently. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ە: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ک: 'ك',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
/** The zero of each script whose digits are written as often as 0 to 9; the other nine follow it. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040];
const digits = /[٠-٩۰-۹०-९০-৯๐-๙၀-၉]/g;

/**
 * A word as it is compared: without case, diacritics, apostrophes and other differences that readers do not type. It
 * depends on the word alone, not on a language or on the machine. Linear in the length of the word.
 */
export function fold(word: string): string {
  if (plain.test(word)) return word.toLowerCase();
  if (ascii.test(word)) return word.toLowerCase().replace(unwritten, '');
  return (
    word
      .normalize('NFKD')
      .toLowerCase()
      // Of a letter that stays one, such as the Cyrillic й, the mark is no diacritic.
      .replace(/и\u0306/g, 'й')
      .replace(diacritics, '')
      .replace(unwritten, '')
      .replace(special, (letter) => letters[letter] ?? letter)
      .replace(digits, asciiDigit)
      .normalize('NFC')
  );
}

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (zeros.findLast((zero) => zero <= code) ?? code));
}
