import { forbiddenCharacter } from '../../newsroom/model/characters.ts';

const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text without the characters that intake refuses. They cannot be seen, and came with copied text. */
export function cleanCharacters(text: string): string {
  if (forbiddenCharacter(text) === undefined) return text;
  // Marks of direction that are closed in their own line are part of the text.
  return text
    .split('\n')
    .map((line) => (forbiddenCharacter(line) === undefined ? line : line.replace(FORBIDDEN, '')))
    .join('\n');
}
