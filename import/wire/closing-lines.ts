import { MORE_FOLLOWS } from './advisory.ts';
import { agencyOf } from './agencies.ts';

/** Lines at the end of copy that are not part of its text: end marks, initials, credits, rights. */
const CLOSING_LINES: readonly { rule: string; pattern: RegExp }[] = [
  {
    rule: 'end-mark',
    pattern:
      /^(?:[-–—*/=#([\s]*(?:ends?|end ?item|end of (?:story|message|text|copy|item)|ende|schluss|fin|fine|fim|eom|zczc)[-–—*/=#)\]\s]*|[-–—*/=#([]+\s?(?:30|0)\s?[-–—*/=#)\]]+|#{2,}|x{3,}|n{4}|=\s?\d+)$/i,
  },
  { rule: 'more-mark', pattern: MORE_FOLLOWS },
  { rule: 'sign-off', pattern: /^[([]?\p{L}{2,4}(?:[-/](?:\p{L}{2,4}|\d{1,2})){1,5}[)\]]?$/u },
  // dpa ab cd … PTI ABC DEF … AFP abc/de … ANSA. ABC-XY/DE
  {
    rule: 'sign-off',
    pattern:
      /^(?:dpa|afp|apa|sda|pti|efe|ansa|lusa|ap|rtr|rts|epd|kna|afx|belga|anp)(?:[\s/.-]+[\p{L}\d]{1,5}){1,6}$/iu,
  },
  {
    rule: 'sign-off',
    pattern:
      /^(?:==\s?\p{L}+|dpa(?: \p{L}{2,3}){1,5}|AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}GMT|(?:[A-Z]{2,4}[\s-])?\d{4,6}\s?(?:GMT|UTC|CET|CEST|MEZ|MESZ|EST|EDT|BST|JST)?[\s,]+(?:\d{1,2}[\s-])?\p{L}{3,4}\.?[\s-]+\d{2,4}|\d{1,2}[\s-]\p{L}{3,4}[\s-]\d{2,4}[\s,]+\d{2}:?\d{2}\s?(?:GMT|UTC)|\d{4,6}\s?GMT|(?:lusa|efe|afp|ansa|tass)\/(?:fim|fin|fine|end))$/iu,
  },
  {
    rule: 'credits',
    pattern: /^[([](?:additional )?(?:reporting|writing|editing|compiled|translated|rewriting|graphics?)\b.*[)\]]$/i,
  },
  { rule: 'rights', pattern: /^(?:©|\(c\)\s|copyright\b|all rights reserved)|\ball rights reserved\b/i },
  {
    rule: 'boilerplate',
    pattern:
      /^(?:share this(?: article)?\b.*|subscribe\b.{0,80}|(?:email|print) this\b.*|advertisement|memory foam.*|the content herein\b.*)$/i,
  },
];

/** The rule by which a line is a closing line; null if it is text. */
export const closingLineRule = (text: string): string | null =>
  CLOSING_LINES.find(({ pattern }) => pattern.test(text))?.rule ?? (isAgencyAlone(text) ? 'agency-mark' : null);

/** `REUTERS`, `(Reuters)`, `Reuter`, `/TASS/`, `AFP 2026`, `(ANSA).` */
function isAgencyAlone(text: string): boolean {
  const [, open = '', name = ''] = /^([(/[–—=-]*)\s*([\p{L} .-]{2,40}?)(?:\s+\d{4})?\s*[)/\]–—=.-]*$/u.exec(text) ?? [];
  if (name === '' || (open === '' && text.endsWith('.'))) return false;
  return (
    agencyOf(name) !== undefined ||
    (open !== '' && agencyOf(name.split(/[\s-]/)[0] ?? '') !== undefined && name.length <= 12)
  );
}

const GLUED =
  /(?<=[.!?]["”’')]*)\s+((?:-\s?30\s?-|#{3}|\(ends?\)|\(fin\)|\(fim\)|\(fine\)|ENDS?|FIN|FIM|FINE|ENDE|Enditem)|[(/]?(?:\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,3})[)/]?\.?)$/u;

/** The end mark behind the last sentence of a text: `… the mayor said. (Reuters)`; empty if there is none. */
export function gluedEndMark(text: string): string {
  const mark = GLUED.exec(text)?.[1] ?? '';
  if (mark === '' || /^(?:-|#|\((?:ends?|fin|fim|fine)\)|ENDS?$|FIN$|FIM$|FINE$|ENDE$|Enditem$)/i.test(mark))
    return mark;
  const isMarked = /^[(/].*[)/]\.?$/.test(mark) || (/^\P{Ll}+$/u.test(mark) && !mark.endsWith('.'));
  return isMarked && isAgencyAlone(mark) ? mark : '';
}
