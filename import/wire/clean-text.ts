import type { LogEntry } from '../import-item.ts';

interface Rule {
  rule: string;
  pattern: RegExp;
  to: string;
}

const RULES: readonly Rule[] = [
  { rule: 'line-separators', pattern: /[\u000b\u0085\u2028]|\u2029/g, to: '\n' },
  { rule: 'form-feed', pattern: /\f/g, to: '\n\n' },
  { rule: 'control-bytes', pattern: /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, to: '' },
  { rule: 'soft-hyphen', pattern: /\u00ad(?:\n\s*)?/g, to: '' },
  // The double quotation marks of wires with seven-bit characters.
  { rule: 'ansi-quotes', pattern: /``/g, to: '“' },
  { rule: 'ansi-quotes', pattern: /''/g, to: '”' },
  // An underscore between spaces is a dash: some character sets had no dash.
  { rule: 'underscore-dash', pattern: /(?<=[^\s_]) _ (?=[^\s_])/g, to: ' — ' },
];

/** Wire text without control characters and with today's typography, and one log entry for each rule that changed something. */
export function cleanText(text: string): { text: string; log: LogEntry[] } {
  const counts = new Map<string, number>();
  let cleaned = text;
  for (const { rule, pattern, to } of RULES) {
    // In copy without ``, two apostrophes are not a closing quotation mark.
    if (rule === 'ansi-quotes' && !text.includes('``')) continue;
    const found = cleaned.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    cleaned = cleaned.replace(pattern, to);
    counts.set(rule, (counts.get(rule) ?? 0) + found);
  }
  return { text: cleaned, log: [...counts].map(([rule, count]) => ({ rule, text: `${count} replaced` })) };
}
