import type { LogEntry } from '../import-item.ts';
import type { BylineName } from '../imported-article.ts';
import { advisoryRule } from './advisory.ts';
import { readByline } from './byline.ts';
import { readDateline, type StatedDateline } from './dateline.ts';
import type { Line } from './lines.ts';

/** The head of copy: headline, byline, dateline and advisories, in any order after the headline. `text` are the lines after it. */
export interface Head {
  headline: string | null;
  authors: BylineName[];
  agency: string | null;
  dateline: StatedDateline | null;
  text: Line[];
  log: LogEntry[];
}

// A dateline is within the first lines of text, or the copy has none.
const LINES_TO_DATELINE = 14;
const LONGEST_HEADLINE = 220;
// The number of the version, which some agencies write for editors in the line of the headline.
const HEADLINE_TAG = /^(?:(?:UPDATE|WRAPUP|UPDATED) \d+|RPT|REPEAT|REFILE)\s*[-–—]\s*/;

/** Reads the head. A line that is not part of it stays in the text. */
export function readHead(lines: readonly Line[]): Head {
  const head: Head = { headline: null, authors: [], agency: null, dateline: null, text: [], log: [] };
  let rest = [...lines];
  let textLines = 0;
  while (rest.length > 0 && textLines < LINES_TO_DATELINE) {
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
      head.text = head.text.filter((above) => !addByline(head, above));
      head.log.push({ rule: dateline.rule, text: dateline.text });
      const firstLine = dateline.rest === '' ? [] : [{ ...line, text: dateline.rest, opens: true }];
      rest = [...firstLine, ...withFirstOpening(rest.slice(1), dateline.rest === '')];
      break;
    }
    // A line directly below the headline can be a byline. Further down it is one only if a dateline follows.
    if (textLines === 0 && head.headline !== null && addByline(head, line)) {
      rest = rest.slice(1);
      continue;
    }
    if (head.headline === null) {
      const length = headlineLength(rest);
      const headline = rest
        .slice(0, length)
        .map(({ text }) => text)
        .join(' ');
      const [tag = ''] = HEADLINE_TAG.exec(headline) ?? [];
      if (tag !== '') head.log.push({ rule: 'headline-tag', text: tag });
      head.headline = headline.slice(tag.length);
      rest = withFirstOpening(rest.slice(length), true);
      continue;
    }
    head.text.push(line);
    rest = rest.slice(1);
    textLines += 1;
  }
  head.text.push(...rest);
  head.agency = head.dateline?.agency ?? head.agency;
  return head;
}

/** Adds the authors and the agency of a line to the head if it is a byline, and returns whether it is. */
function addByline(head: Head, line: Line): boolean {
  const byline = readByline(line.text);
  if (byline === null) return false;
  head.authors.push(...byline.authors);
  head.agency ??= byline.agency;
  head.log.push(...byline.dropped.map((text) => ({ rule: 'byline-contact', text })));
  if (byline.agency !== null) head.log.push({ rule: 'byline-agency', text: line.text });
  return true;
}

/** The number of lines of the headline. It can be wrapped, but a block that ends like a sentence is text. */
function headlineLength(lines: readonly Line[]): number {
  let length = 1;
  for (const line of lines.slice(1)) {
    if (line.opens || advisoryRule(line.text) !== null || readByline(line.text) || readDateline(line.text)) break;
    length += 1;
  }
  const block = lines
    .slice(0, length)
    .map(({ text }) => text)
    .join(' ');
  return length > 1 && (block.length > LONGEST_HEADLINE || /[.:][”"'’)]*$/.test(block)) ? 1 : length;
}

/** The same lines. If `opens`, the first of them opens a block. */
function withFirstOpening(lines: readonly Line[], opens: boolean): Line[] {
  return lines.map((line, index) => (index === 0 && opens ? { ...line, opens } : line));
}
