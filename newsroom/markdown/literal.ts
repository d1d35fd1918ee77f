import type { CompileContext, Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown';
import { decodeString } from 'micromark-util-decode-string';
import { forbiddenCharacter } from '../model/characters.ts';

/**
 * `\<em>` and `&lt;em>` are text, `<em>` is HTML. In the tree both would be the same. So a character that is written with a
 * backslash or as a reference is masked while a text is checked: a noncharacter, which no text has, is there in its place.
 */

/** Characters that a check could take for the beginning or the end of something. */
const masked = '<>{}[]/!*-';
const firstMask = 0xfdd0;
const masks = /[\ufdd0-\ufdef]/g;

/** In place of a reference to a character that no output may have, such as `&#0;`. */
export const forbiddenReference = '\ufdef';

const mask = (text: string): string =>
  [...text]
    .map((each) => (masked.includes(each) ? String.fromCharCode(firstMask + masked.indexOf(each)) : each))
    .join('');

/** A text with the characters themselves. Escapes of forbidden ones are left out. */
export function unmask(text: string): string {
  return text.replace(masks, (each) => masked.charAt(each.charCodeAt(0) - firstMask));
}

/** Decodes backslashes and references, as the parser does in a text. The characters are masked. */
export function decodeMasked(text: string): string {
  return text.replace(/\\[!-/:-@[-`{-~]|&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z\d]{1,31});/gi, (written) =>
    written.startsWith('\\') ? mask(written.slice(1)) : decodeReference(written),
  );
}

function decodeReference(written: string): string {
  const text = decodeString(written);
  // A number that cannot be a character is decoded to U+FFFD.
  const isNone = text === '\ufffd' && !/^&#(?:x0*fffd|0*65533);$/i.test(written);
  return isNone || forbiddenCharacter(text) ? forbiddenReference : mask(text);
}

/** Lets the parser mask what is written with a backslash or as a reference. */
export const literalFromMarkdown: FromMarkdownExtension = {
  exit: {
    characterEscapeValue(token) {
      append(this, mask(this.sliceSerialize(token)));
      end(this, token);
    },
    characterReferenceValue(token) {
      const { characterReferenceType: type } = this.data;
      this.data.characterReferenceType = undefined;
      const sign = type === undefined ? '' : type === 'characterReferenceMarkerHexadecimal' ? '#x' : '#';
      append(this, decodeReference(`&${sign}${this.sliceSerialize(token)};`));
    },
  },
};

function append(context: CompileContext, text: string): void {
  const tail = context.stack.at(-1);
  if (tail?.type === 'text') tail.value += text;
}

/** Ends the text that an escape began or went on with, as the parser does after each piece of a text. */
function end(context: CompileContext, token: Token): void {
  const text = context.stack.pop();
  if (text?.position) text.position.end = { line: token.end.line, column: token.end.column, offset: token.end.offset };
}
