/** Lines that are for editors and not for readers. They go to the log. */
interface Advisory {
  rule: string;
  pattern: RegExp;
}

const ADVISORIES: readonly Advisory[] = [
  { rule: 'advisory-editors', pattern: /^eds?(?:itors)?(?: note)?:\s/i },
  { rule: 'advisory-attention', pattern: /^attention\b.*(?:\/{2,3})?$/i },
  {
    rule: 'advisory-update',
    pattern:
      /^\((?:adds?|updates?|updating|recasts?|rewrites?|refiles?|repeats?|corrects?|clarifies|changes?|deletes?|removes?|inserts?|fixes|restores?|writes? through|with|new throughout|in .{1,40},? corrects)\b[^()]*\)$/i,
  },
  {
    rule: 'advisory-slugline',
    pattern: /^\((?:pix|graphic|video|picture|file photo|repetition|more|eds?)\b[^()]*\)$/i,
  },
  { rule: 'advisory-urgent', pattern: /^(?:urgent|bulletin|flash|alert|lead|wrap|eds:.*)$/i },
  { rule: 'advisory-more', pattern: /^(?:\(?more(?: follows| to (?:come|follow))?\)?|more follows\W*|pick ?up .*)$/i },
  { rule: 'advisory-slashes', pattern: /^.{1,80}\/{3}$/ },
];

/** The rule by which a line is an advisory; null if the line is for readers. */
export const advisoryRule = (text: string): string | null =>
  ADVISORIES.find(({ pattern }) => pattern.test(text))?.rule ?? null;

/** Marks that change what may be published. The import cannot read them yet, so it refuses copy with such a mark. */
const HANDLING: readonly { means: string; pattern: RegExp }[] = [
  {
    means: 'an embargo',
    pattern:
      /^\W*(?:embargoed\b|embargo(?: until\b|\s*:)|under embargo\b|hold for release\b|for release (?:\d|at\b|on\b|[a-z]{3}\b)|not for (?:publication|release|use) (?:before|until)\b|sperrfrist\b|sous embargo\b|\$adv\d*)/i,
  },
  // Only in capitals: a headline can be about a kill switch.
  {
    means: 'a kill',
    pattern:
      /^\W*(?:KILL KILL KILL|(?:BULLETIN |MANDATORY )+KILL\b|KILL(?:\s*[:.!—-]|$)|STORY (?:IS )?(?:WITHDRAWN|KILLED)|WITHDRAWN\b)/,
  },
  { means: 'a hold', pattern: /^\W*HOLD HOLD HOLD/ },
  { means: 'a correction', pattern: /^CORRECTED-/ },
];

/** The first mark in the first lines of copy, with its line; null if there is none. */
export function findHandlingMark(
  lines: readonly { text: string; number: number }[],
): { means: string; text: string; line: number } | null {
  for (const { text, number } of lines.slice(0, 12)) {
    if (text.length > 160) continue;
    const mark = HANDLING.find(({ pattern }) => pattern.test(text));
    if (mark) return { means: mark.means, text, line: number };
  }
  return null;
}
