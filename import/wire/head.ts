import type { BylineName, LogEntry } from '../imported-article.ts';
import { advisoryRule } from './advisory.ts';
import { readByline } from './byline.ts';
import { readDateline, type StatedDateline } from './dateline.ts';
import type { Line } from './lines.ts';

/** What stands above the story: headline, byline, dateline, and words to editors, in any order after the headline. */

/** The head of a piece of copy, and the lines that are its text. */
export interface Head {
  headline: string | null;
  authors: BylineName[];
  agency: string | null;
  dateline: StatedDateline | null;
  text: Line[];
  log: LogEntry[];
}

// A dateline stands within the first lines of text, or the copy has none.
const LINES_TO_DATELINE = 14;
const LONGEST_HEADLINE = 220;
// Which version this is, told to editors in the headline's own line.
const HEADLINE_TAG = /^(?:(?:UPDATE|WRAPUP|UPDATED) \d+|RPT|REPEAT|REFILE)\s*[-–—]\s*/;

/** Reads the head; every line that is none of its parts stays text. */
export function readHead(lines: readonly Line[]): Head {
  const head: Head = { headline: null, authors: [], agency: null, dateline: null, text: [], log: [] };
  let rest = [...lines];
  let spoken = 0;
  while (rest.length > 0 && spoken < LINES_TO_DATELINE) {
    const [line] = rest;
    if (!line) break;
    const advisory = advisoryRule(line.text);
    if (advisory !== null) {
      head.log.push({ rule: advisory, text: line.text });
      rest = rest.slice(1);
      continue;
    }
    const dateline = readDateline(line.text);
    if (dateline) {
      head.dateline = dateline;
      head.text = head.text.filter((above) => !takeByline(head, above));
      head.log.push({ rule: dateline.rule, text: dateline.text });
      const opened = dateline.rest === '' ? [] : [{ ...line, text: dateline.rest, opens: true }];
      rest = [...opened, ...opening(rest.slice(1), dateline.rest === '')];
      break;
    }
    // Next to the headline a byline needs no proof; further down only a dateline behind it tells it from text.
    if (spoken === 0 && head.headline !== null && takeByline(head, line)) {
      rest = rest.slice(1);
      continue;
    }
    if (head.headline === null) {
      const length = headlineLength(rest);
      const whole = rest
        .slice(0, length)
        .map(({ text }) => text)
        .join(' ');
      const [tag = ''] = HEADLINE_TAG.exec(whole) ?? [];
      if (tag !== '') head.log.push({ rule: 'headline-tag', text: tag });
      head.headline = whole.slice(tag.length);
      rest = opening(rest.slice(length), true);
      continue;
    }
    head.text.push(line);
    rest = rest.slice(1);
    spoken += 1;
  }
  head.text.push(...rest);
  // Without a dateline nothing proves that text before it was anything but text: its order is kept as it was.
  head.agency = head.dateline?.agency ?? head.agency;
  return head;
}

/** Takes a line for a byline, if it is one. */
function takeByline(head: Head, line: Line): boolean {
  const byline = readByline(line.text);
  if (byline === null) return false;
  head.authors.push(...byline.authors);
  head.agency ??= byline.agency;
  head.log.push(...byline.dropped.map((text) => ({ rule: 'byline-contact', text })));
  if (byline.agency !== null) head.log.push({ rule: 'byline-agency', text: line.text });
  return true;
}

/** How many lines the headline takes: it may be wrapped, but a block that ends like a sentence is text. */
function headlineLength(lines: readonly Line[]): number {
  let length = 1;
  for (const line of lines.slice(1)) {
    if (line.opens || advisoryRule(line.text) !== null || readByline(line.text) || readDateline(line.text)) break;
    length += 1;
  }
  const whole = lines
    .slice(0, length)
    .map(({ text }) => text)
    .join(' ');
  return length > 1 && (whole.length > LONGEST_HEADLINE || /[.:][”"'’)]*$/.test(whole)) ? 1 : length;
}

/** The same lines, the first of which opens a block. */
function opening(lines: readonly Line[], opens: boolean): Line[] {
  return lines.map((line, index) => (index === 0 && opens ? { ...line, opens } : line));
}
