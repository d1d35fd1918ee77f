/** Overrides of the direction of text: they show letters in another order than they are in. */
const overrides = /[\u202D\u202E]/u;
const forbidden = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202D\u202E]/u;
const everyForbidden = new RegExp(`${forbidden.source}|[\\u202A-\\u202E\\u2066-\\u2069]`, 'gu');
const anyForbidden = new RegExp(everyForbidden.source, 'u');
/** What could be one, by its code units: halves of characters that are right are among them. Faster than by characters. */
const mayBeForbidden = /[\0-\b\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
/** Control characters that are the end of a line or a part in other systems. */
const separators = /[\v\f\u001C-\u001F\u0085]/;
const openers = /[\u202A\u202B\u2066-\u2068]/u;
const directions = /[\u202A-\u202C\u2066-\u2069]/gu;
const visible = /[^\s\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * The first character of a text that no output may have, and what it is; `undefined` if there is none. These are control
 * characters (except tabs and line ends), halves of surrogate pairs, noncharacters such as U+FFFE, and marks that change
 * the direction of the text after it.
 */
export function forbiddenCharacter(text: string): { index: number; name: string } | undefined {
  // Most texts have none of these characters.
  if (/^[\t\n -~]*$/.test(text)) return undefined;
  const found = forbidden.exec(text);
  if (found) return { index: found.index, name: nameOf(found[0]) };
  const [index] = unbalanced(text);
  return index === undefined ? undefined : { index, name: nameOf(text[index] ?? '') };
}

/** A text of many paragraphs without such characters, and where the first of them was in each line. */
export function leaveOutForbidden(text: string): {
  text: string;
  found: { line: number; column: number; name: string }[];
} {
  if (!mayBeForbidden.test(text) || !anyForbidden.test(text)) return { text, found: [] };
  const found: { line: number; column: number; name: string }[] = [];
  let line = 0;
  const paragraphs = text.split(/(\n[^\S\n]*\n)/).map((paragraph) => {
    const wrong = new Set(unbalanced(paragraph));
    let start = 0;
    return paragraph
      .split('\n')
      .map((source, index) => {
        if (index > 0 || line === 0) line += 1;
        const before = start;
        start += source.length + 1;
        let isFirst = true;
        return source.replace(everyForbidden, (character, column: number) => {
          if (!forbidden.test(character) && !wrong.has(before + column)) return character;
          if (isFirst) found.push({ line, column: column + 1, name: nameOf(character) });
          isFirst = false;
          return separators.test(character) ? ' ' : '';
        });
      })
      .join('\n');
  });
  return { text: paragraphs.join(''), found };
}

/** Whether a text has a character that can be seen. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

/** A text for a message: a character that no output may have is written as `U+FFFE`. */
export function printable(text: string): string {
  return text.replace(everyForbidden, codePoint);
}

/** A text in which spaces replace all characters that no output may have, and all marks of direction that could be one. */
export function withoutForbidden(text: string): string {
  return text.replace(everyForbidden, ' ');
}

/** Marks of direction that are not closed in the text, or that close nothing: their indexes, those that close nothing first. */
function unbalanced(text: string): number[] {
  const wrong: number[] = [];
  const open: { index: number; isolates: boolean }[] = [];
  for (const { 0: mark, index } of text.matchAll(directions)) {
    const isolates = mark >= '\u2066';
    if (openers.test(mark)) open.push({ index, isolates });
    else if (open.at(-1)?.isolates === isolates) open.pop();
    else wrong.push(index);
  }
  return [...wrong, ...open.map(({ index }) => index)];
}

function nameOf(character: string): string {
  const code = codePoint(character);
  if (/\p{Cc}/u.test(character)) return `the control character ${code}`;
  if (/\p{Cs}/u.test(character)) return `${code}, half of a character`;
  if (overrides.test(character)) return `${code}, which turns the direction of the text`;
  return /\p{Cf}/u.test(character)
    ? `${code}, a mark of direction without its other half`
    : `${code}, which is no character`;
}

/** A character as `U+000A`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
