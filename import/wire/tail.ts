import type { ExternalLink } from '../../newsroom/model/article.ts';
import type { LogEntry } from '../import-item.ts';
import type { NamedTitle, NewsroomNames } from '../newsroom-names.ts';
import { closingLineRule, gluedEndMark } from './closing-lines.ts';
import type { Paragraph } from './lines.ts';
import { NOT_FOR_PUBLICATION } from './not-for-publication.ts';

const RELATED = /^related\s+(?:links?|stories|news|articles)\s*:?$/i;
const STARS = /^(?:\*\s*){3,}$/;

// What is behind an end mark is not part of the story: a contact, a number. A long text behind a mark shows that it is none.
const MOST_AFTER_END = 6;
const LONGEST_AFTER_END = 200;

/** The related links that were after the paragraphs. */
interface TailLinks {
  related: ExternalLink[];
  /** Slugs of topics of the newsroom, which a link names by their titles. */
  topics: string[];
}

/** The paragraphs of the article, and what was after them. */
export interface SplitTail extends TailLinks {
  paragraphs: Paragraph[];
  log: LogEntry[];
}

/** Splits copy into its article and its tail: related links, end marks, sign-offs, boilerplate, and what is not for publication. */
export function splitTail(paragraphs: readonly Paragraph[], names?: NewsroomNames): SplitTail {
  const log: LogEntry[] = [];
  const found: TailLinks = { related: [], topics: [] };
  let text = [...paragraphs];
  const secret = text.findIndex((each) => STARS.test(each.text) || NOT_FOR_PUBLICATION.test(each.text));
  if (secret >= 0 && text.slice(secret, secret + 2).some((each) => NOT_FOR_PUBLICATION.test(each.text))) {
    // The log does not repeat it either, because programs read the log and can publish it.
    log.push({
      rule: 'not-for-publication',
      text: `${text.length - secret} paragraphs from line ${text[secret]?.line ?? 0}`,
    });
    text = text.slice(0, secret);
  }
  const end = text.findLastIndex((each) => closingLineRule(each.text) === 'end-mark');
  const after = text.slice(end + 1);
  if (
    end > 0 &&
    after.length <= MOST_AFTER_END &&
    after.every((each) => each.text.length <= LONGEST_AFTER_END && !RELATED.test(each.text))
  ) {
    log.push(...after.map((each) => ({ rule: 'after-end-mark', text: each.text })));
    text = text.slice(0, end + 1);
  }
  const links = text.findIndex((each) => RELATED.test(each.text));
  if (links >= 0) {
    for (const each of text.slice(links + 1)) readLink(each.text, found, log, names);
    text = text.slice(0, links);
  }
  for (let last = text.at(-1); last; last = text.at(-1)) {
    const rule = closingLineRule(last.text);
    if (rule === null) break;
    log.push({ rule, text: last.text });
    text.pop();
  }
  const last = text.at(-1);
  const mark = last === undefined ? '' : gluedEndMark(last.text);
  if (last !== undefined && mark !== '') {
    log.push({ rule: 'end-mark', text: mark });
    text[text.length - 1] = { ...last, text: last.text.slice(0, -mark.length).trimEnd() };
  }
  return { paragraphs: text, ...found, log };
}

const DOMAIN =
  '(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+(?:com|org|net|edu|gov|int|mil|info|eu|uk|de|fr|jp|[a-z]{2})';
const ADDRESS = /^(.*?)[\s:<(–—-]*(https?:\/\/[^\s<>()]+)[>)]?\s*$/i;
const AT_SITE = new RegExp(`^(.+?)\\s+(?:at|on|from)\\s+(${DOMAIN})\\.?$`, 'iu');

const IS_DOMAIN = new RegExp(`^${DOMAIN}$`, 'iu');

/** Reads one line of the related links. */
function readLink(text: string, { related, topics }: TailLinks, log: LogEntry[], names?: NewsroomNames): void {
  const [, before = '', url] = ADDRESS.exec(text) ?? [];
  if (url !== undefined && URL.canParse(url)) {
    const host = new URL(url).hostname.replace(/^www\./, '');
    related.push({ url, title: before.trim() === '' ? host : before.trim(), source: host });
    log.push({ rule: 'related-link', text });
    return;
  }
  const { learn, site, own, topic } = atSite(text, names);
  if (topic !== undefined) {
    if (!topics.includes(topic)) topics.push(topic);
    log.push({ rule: 'related-link-to-topic', text: `${text} → ${topic}` });
    return;
  }
  if (learn !== undefined && own) {
    related.push({ url: `${own.url}/`, title: learn, source: own.name });
    log.push({ rule: 'related-link-to-title', text: `${text} → ${own.slug}` });
    return;
  }
  if (learn !== undefined && site !== undefined) {
    related.push({ url: `https://www.${site.toLowerCase().replace(/^www\./, '')}/`, title: learn, source: site });
    log.push({ rule: 'related-link-by-site-name', text });
    return;
  }
  log.push({ rule: closingLineRule(text) ?? 'related-link-without-address', text });
}

/** A line that names a site: a title of the newsroom (`own`), or any site by its domain. */
interface AtSite {
  learn?: string;
  site?: string;
  own?: NamedTitle;
  /** The topic of the newsroom that it names. */
  topic?: string;
}

/** Of the ways to read a line, the first one that names a topic; else the first one that names a title, or else a domain. */
function atSite(text: string, names?: NewsroomNames): AtSite {
  const [, title, domain] = AT_SITE.exec(text) ?? [];
  const ways =
    names?.linksAtSites(text) ?? (title === undefined || domain === undefined ? [] : [{ learn: title, site: domain }]);
  const found = ways.flatMap(({ learn, site }): AtSite[] => {
    const own = names?.titleNamed(site);
    if (!own && !IS_DOMAIN.test(site)) return [];
    const topic = names?.topicNamed(learn, own?.slug);
    return [{ learn, site, ...(own && { own }), ...(topic !== undefined && { topic }) }];
  });
  return found.find(({ topic }) => topic !== undefined) ?? found.find(({ own }) => own) ?? found[0] ?? {};
}
