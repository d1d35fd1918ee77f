import { escapeText } from '../../newsroom/markdown/escape.ts';
import type { LogEntry } from '../import-item.ts';
import { readCrosshead } from './crosshead.ts';

/** The Markdown of paragraphs of plain text. A paragraph that is a crosshead becomes one, and goes to the log. */
export function paragraphsToMarkdown(paragraphs: readonly string[], log: LogEntry[]): string {
  const blocks = paragraphs.map((text, index) => {
    // A crosshead has text below it, so the last paragraph is never one.
    const crosshead = index < paragraphs.length - 1 ? readCrosshead(text) : null;
    if (!crosshead) return escapeText(text);
    log.push({ rule: crosshead.rule, text });
    return `## ${escapeText(crosshead.title, { opensLine: false, closesLine: true })}`;
  });
  return blocks.join('\n\n');
}
