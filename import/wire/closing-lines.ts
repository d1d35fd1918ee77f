/** Lines at the end of copy that are not part of its text: end marks, initials, credits, rights. */
const CLOSING_LINES: readonly { rule: string; pattern: RegExp }[] = [
  { rule: 'end-mark', pattern: /^(?:-\s?30\s?-|#{2,}|\(?ends?\)?|-\s?ends?\s?-|x{3,}|=\s?\d+)$/i },
  { rule: 'more-mark', pattern: /^\(?more(?: follows)?\)?$/i },
  { rule: 'sign-off', pattern: /^\p{L}{2,4}(?:[-/]\p{L}{2,4}){1,3}$/u },
  {
    rule: 'sign-off',
    pattern: /^(?:==\s?\p{L}+|dpa(?: \p{L}{2,3}){1,5}|AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}GMT|\d{6} GMT \p{L}{3} \d\d)$/u,
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
  CLOSING_LINES.find(({ pattern }) => pattern.test(text))?.rule ?? null;
