import type { LogEntry } from '../import-item.ts';
import type { BylineName } from '../imported-article.ts';
import type { NewsroomNames } from '../newsroom-names.ts';
import { advisoryRule } from './advisory.ts';
import { printedNames, readByline } from './byline.ts';
import { ALONE_RULE, readDateline, type StatedDateline } from './dateline.ts';
import type { Line } from './lines.ts';

/** The head of copy: headline, byline, dateline and advisories, in any order after the headline. `text` are the lines after it. */
export interface Head {
  headline: string | null;
  /** Slugs of people of the newsroom, and names. */
  authors: (string | BylineName)[];
  agency: string | null;
  dateline: StatedDateline | null;
  /** Whether it is a later version of a story that can be here under another headline. */
  revises: boolean;
  text: Line[];
  log: LogEntry[];
}

// A dateline is within the first lines of text, or the copy has none.
const LINES_TO_DATELINE = 14;
const LONGEST_HEADLINE = 220;
// The number of the version, which some agencies write for editors in the line of the headline.
const HEADLINE_TAG =
  /^(?:(?:UPDATE|WRAPUP|UPDATED)(?: ?\d+)?|RPT|REPEAT|REFILE|WRITETHRU|URGENT|FLASH|BULLETIN|ALERT|BREAKING(?: NEWS)?|SNAP|NEWSALERT|EIL(?:MELDUNG|T)?|BLITZ|ALERTE|URGENTE|[ÚU]LTIMA HORA)\s*(?:[-–—:]+|\/{2,3})\s*|^\d{1,2}(?:st|nd|rd|th) (?:Ld|LD|Lead)(?:-(?:Writethru|WRITETHRU))?\s*[-–—:,]+\s*/;
// Council approves bridge =(Picture)=
const PICTURE_TAG =
  /(?:\s*=+\s*\((?:with )?(?:pictures?|photos?|pix|graphics?|video|bild(?:er)?|fotos?)\)\s*=*|\s+=+)\s*$/i;
/** The tags of a later version of a story, and of one that is sent again. */
const REVISION = /^(?:UPDATE|WRAPUP|RPT|REPEAT|REFILE|WRITETHRU)/;
// BC-US--Ethanol, 1st Ld-Writethru,1140 … USA-WEATHER/ (UPDATE 1, PIX)
// u0123 r i BC-OH--Bridge, 1st Ld, 250
const SLUG_LINE =
  /^(?:(?:[a-z]?\d{3,4}\s+(?:[a-z]{1,3}\s+){1,4})?\^?(?:BC|AM|PM|AP)-{1,2}\S.*|[\p{Lu}\d][\p{Lu}\d&.-]*\/[\p{Lu}\d-]*(?:\s*\([^()]*\))?)$/u;
const WRITETHRU = /\b(?:write?-?th?ro?u(?:gh)?|wrtthru|ld-writethru|\d(?:st|nd|rd|th) ld|update \d)\b/i;

/** Reads the head. A line that is not part of it stays in the text. */
export function readHead(lines: readonly Line[], names?: NewsroomNames): Head {
  const head: Head = { headline: null, authors: [], agency: null, dateline: null, revises: false, text: [], log: [] };
  let rest = [...lines];
  let textLines = 0;
  while (rest.length > 0 && textLines < LINES_TO_DATELINE) {
    const [line] = rest;
    if (!line) break;
    const advisory = advisoryRule(line.text);
    if (advisory !== null) {
      head.log.push({ rule: advisory, text: line.text });
      head.revises ||= WRITETHRU.test(line.text);
      rest = rest.slice(1);
      continue;
    }
    if (head.headline === null && SLUG_LINE.test(line.text) && rest.length > 2) {
      head.log.push({ rule: 'slug-line', text: line.text });
      head.revises ||= WRITETHRU.test(line.text);
      rest = withFirstOpening(rest.slice(1), true);
      continue;
    }
    const dateline = readDateline(line.text);
    if (dateline && !(dateline.rule === ALONE_RULE && head.headline === null)) {
      head.dateline = dateline;
      head.text = head.text.filter((above) => !addByline(head, above, names));
      head.log.push({ rule: dateline.rule, text: dateline.text });
      const firstLine = dateline.rest === '' ? [] : [{ ...line, text: dateline.rest, opens: true }];
      rest = [...firstLine, ...withFirstOpening(rest.slice(1), dateline.rest === '')];
      break;
    }
    // A line directly below the headline can be a byline. Further down it is one only if a dateline follows.
    if (textLines === 0 && head.headline !== null && addByline(head, line, names)) {
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
      head.revises ||= REVISION.test(tag) || WRITETHRU.test(tag);
      if (tag !== '') head.log.push({ rule: 'headline-tag', text: tag });
      const [picture = ''] = PICTURE_TAG.exec(headline) ?? [];
      if (picture !== '') head.log.push({ rule: 'headline-tag', text: picture.trim() });
      head.headline = headline.slice(tag.length, headline.length - picture.length);
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
function addByline(head: Head, line: Line, names: NewsroomNames | undefined): boolean {
  const byline = readByline(line.text);
  if (byline === null) return false;
  const one = names?.personNamed(printedNames(line.text));
  const authors = one === undefined ? byline.authors.map((author) => withFile(author, names, head.log)) : [one];
  head.authors.push(...authors.filter((author) => typeof author !== 'string' || !head.authors.includes(author)));
  head.agency ??= byline.agency;
  head.log.push(...byline.dropped.map((text) => ({ rule: 'byline-contact', text })));
  if (byline.agency !== null) head.log.push({ rule: 'byline-agency', text: line.text });
  return true;
}

/**
 * The person of the newsroom with the name of an author. An author in a place stays a name, because the page of an article
 * says only of a name where it is.
 */
function withFile(author: BylineName, names: NewsroomNames | undefined, log: LogEntry[]): string | BylineName {
  const person = author.place === undefined ? names?.personNamed(author.name) : undefined;
  if (person === undefined) return author;
  // The file of a person has a role of its own.
  if (author.role !== undefined) log.push({ rule: 'byline-role', text: `${author.name}, ${author.role}` });
  return person;
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
