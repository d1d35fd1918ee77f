const capital = /^\p{Lu}/u;
const small = /^\p{Ll}/u;

/** Whether a text begins with a capital letter. Most words are ASCII, for which no pattern is needed. */
export function isCapitalised(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code > 64 && code < 91 : capital.test(text);
}

/** Whether a text begins with a small letter. A sign of a script without capitals is neither. */
export function isSmall(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code > 96 && code < 123 : small.test(text);
}
