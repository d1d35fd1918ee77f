const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;
const simple = /^[\u0020-\u007e\n‘’“”–—…]*$/;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** The number of words in a text. In scripts without spaces, two characters count as one word. */
export function countWords(text: string): number {
  if (simple.test(text)) return countSimpleWords(text);
  const characters = text.match(wide)?.length ?? 0;
  const others = characters === 0 ? text : text.replace(wide, ' ');
  return (others.match(word)?.length ?? 0) + Math.ceil(characters / 2);
}

/** The same, for text of ASCII letters and typographic quotes and dashes, as most text is. Faster than a pattern. */
function countSimpleWords(text: string): number {
  let count = 0;
  let inside = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const letter = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
    if (letter && !inside) count += 1;
    // An apostrophe, a full stop, a comma or a hyphen inside a word does not end it.
    inside = letter || (inside && (code === 39 || code === 0x2019 || (code > 43 && code < 47)));
  }
  return count;
}
