import type { LogEntry } from '../imported-article.ts';

/** Wire text as it came over the line, made plain: control bytes out, agency typography into today's. */

interface Rule {
  rule: string;
  pattern: RegExp;
  to: string;
}

const RULES: readonly Rule[] = [
  { rule: 'form-feed', pattern: /\f/g, to: '\n\n' },
  { rule: 'control-bytes', pattern: /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff]/g, to: '' },
  { rule: 'soft-hyphen', pattern: /\u00ad(?:\n\s*)?/g, to: '' },
  // The double quotes of seven-bit lines.
  { rule: 'ansi-quotes', pattern: /``/g, to: '“' },
  { rule: 'ansi-quotes', pattern: /''/g, to: '”' },
  // Between spaces an underscore is the dash of a character set that had none.
  { rule: 'underscore-dash', pattern: /(?<=[^\s_]) _ (?=[^\s_])/g, to: ' — ' },
];

/** The text with every rule applied, and one log entry for each rule that found something. */
export function clean(text: string): { text: string; log: LogEntry[] } {
  const counts = new Map<string, number>();
  let cleaned = text;
  for (const { rule, pattern, to } of RULES) {
    // '' is an empty string in quotes, too, where the copy never opens with ``.
    if (rule === 'ansi-quotes' && !text.includes('``')) continue;
    const found = cleaned.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    cleaned = cleaned.replace(pattern, to);
    counts.set(rule, (counts.get(rule) ?? 0) + found);
  }
  return { text: cleaned, log: [...counts].map(([rule, count]) => ({ rule, text: `${count} replaced` })) };
}
