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
