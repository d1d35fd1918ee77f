import type { ExternalLink, LogEntry } from '../imported-article.ts';
import { endingRule } from './closing-lines.ts';
import type { Paragraph } from './lines.ts';

/** What stands behind the story: related links, end marks, sign-offs, boilerplate. */

const RELATED = /^related\s+(?:links?|stories|news|articles)\s*:?$/i;
const NOT_FOR_PUBLICATION = /^(?:\*\s*){3,}$|following information is not (?:intended )?for publication/i;

/** The paragraphs that remain, the links found behind them, and what was taken away. */
export interface Tail {
  paragraphs: Paragraph[];
  related: ExternalLink[];
  log: LogEntry[];
}

/** Takes the tail off a story. */
export function takeTail(paragraphs: readonly Paragraph[]): Tail {
  const log: LogEntry[] = [];
  const related: ExternalLink[] = [];
  let story = [...paragraphs];
  const secret = story.findIndex(({ text }) => NOT_FOR_PUBLICATION.test(text));
  if (
    secret >= 0 &&
    story.slice(secret, secret + 2).some(({ text }) => /not (?:intended )?for publication/i.test(text))
  ) {
    // What must not be published is not repeated in the log either: logs are read by programs.
    log.push({
      rule: 'not-for-publication',
      text: `${story.length - secret} paragraphs from line ${story[secret]?.line ?? 0}`,
    });
    story = story.slice(0, secret);
  }
  const links = story.findIndex(({ text }) => RELATED.test(text));
  if (links >= 0) {
    for (const { text } of story.slice(links + 1)) readEntry(text, related, log);
    story = story.slice(0, links);
  }
  for (let last = story.at(-1); last; last = story.at(-1)) {
    const rule = endingRule(last.text);
    if (rule === null) break;
    log.push({ rule, text: last.text });
    story.pop();
  }
  return { paragraphs: story, related, log };
}

const DOMAIN =
  '(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+(?:com|org|net|edu|gov|int|mil|info|eu|uk|de|fr|jp|[a-z]{2})';
const ADDRESS = /^(.*?)[\s:<(–—-]*(https?:\/\/[^\s<>()]+)[>)]?\s*$/i;
const AT_SITE = new RegExp(`^(.+?)\\s+(?:at|on|from)\\s+(${DOMAIN})\\.?$`, 'iu');

function readEntry(text: string, related: ExternalLink[], log: LogEntry[]): void {
  const [, before = '', url] = ADDRESS.exec(text) ?? [];
  if (url !== undefined && URL.canParse(url)) {
    const host = new URL(url).hostname.replace(/^www\./, '');
    related.push({ url, title: before.trim() === '' ? host : before.trim(), source: host });
    log.push({ rule: 'related-link', text });
    return;
  }
  const [, title, site] = AT_SITE.exec(text) ?? [];
  if (title !== undefined && site !== undefined) {
    related.push({ url: `https://www.${site.toLowerCase().replace(/^www\./, '')}/`, title, source: site });
    log.push({ rule: 'related-link-by-site-name', text });
    return;
  }
  log.push({ rule: endingRule(text) ?? 'related-link-without-address', text });
}
