import type { LogEntry } from '../imported-article.ts';
import { GONE, referencedPath } from './links.ts';
import { plainText } from './plain-text.ts';
import type { PostSet } from './post-index.ts';
import { renderHtml } from './render-html.ts';
import { escapeHtml, Slots } from './placeholders.ts';

/** Hugo shortcodes, one entry each: an address, a piece of HTML, or what they enclose. */

/** A shortcode as it stands. */
interface Call {
  name: string;
  /** Named arguments. */
  named: Record<string, string>;
  /** The first argument without a name. */
  first: string;
  /** HTML of what the shortcode encloses; null when it encloses nothing. */
  inner: string | null;
}

/** What a shortcode becomes: `address` stands inside a link's markup, `html` stands for itself. */
type Result = { address: string } | { html: string };
type Shortcode = (call: Call, posts: PostSet, log: LogEntry[]) => Result;

const page: Shortcode = ({ first }, posts) => ({ address: referencedPath(first, posts) });
const gone: Shortcode = () => ({ address: GONE });

// The pictures themselves are not part of an export of posts.
const picture: Shortcode = ({ named, first }, _posts, log) => {
  log.push({ rule: 'picture-dropped', text: [named['src'] ?? first, named['alt']].filter((text) => text).join(' — ') });
  const words = [named['caption'], named['credit']]
    .filter((text) => text !== undefined && text.trim() !== '')
    .join(' ');
  return { html: words === '' ? '' : `<p><em>${inlineHtml(words)}</em></p>` };
};

const linkParagraph = (url: string, text: string): Result => ({
  html: `<p><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></p>`,
});
/** A fact box. `fallback` is the title of one that has none: the element needs one. */
function box(call: Call, fallback: string, before = '', after = ''): Result {
  const stated = plainText(call.named['title'] ?? '');
  return {
    html: `<aside data-desk="FactBox" title="${escapeHtml(stated || fallback)}"${stated === '' ? ' data-untitled="yes"' : ''}>${before}${call.inner ?? ''}${after}</aside>`,
  };
}
const label: Shortcode = ({ named }, _posts, log) => {
  log.push({ rule: 'file-dropped', text: named['file'] ?? '' });
  return { html: inlineHtml(named['label'] ?? '') };
};

const NOTE_TITLES: Record<string, string> = {
  activity: 'Activity',
  join: 'Join us',
  alert: 'Alert',
  comment: 'Comment',
};

const SHORTCODES: Record<string, Shortcode> = {
  ref: page,
  relref: page,
  link: page,
  tmp: gone,
  'legacy-file': gone,
  img: picture,
  'img-right': picture,
  'legacy-img': picture,
  'legacy-img-right': picture,
  figure: picture,
  youtube: ({ named, first }) =>
    linkParagraph(`https://www.youtube.com/watch?v=${named['id'] ?? first}`, named['title'] || 'Video on YouTube'),
  vimeo: ({ named, first }) =>
    linkParagraph(`https://vimeo.com/${named['id'] ?? first}`, named['title'] || 'Video on Vimeo'),
  tweet: ({ named, first }) =>
    linkParagraph(
      `https://twitter.com/${named['user'] ?? 'i'}/status/${named['id'] ?? first}`,
      named['user'] ? `Post by @${named['user']} on Twitter` : 'Post on Twitter',
    ),
  'fb-video': ({ first }) => linkParagraph(first, 'Video on Facebook'),
  'cspan-iframe': ({ named }) => linkParagraph(named['src'] ?? '', named['title'] || 'Video on C-SPAN'),
  button: ({ named }) => linkParagraph(named['href'] ?? '', named['text'] || (named['href'] ?? '')),
  'featured-resource': ({ named }, posts) =>
    linkParagraph(referencedPath(named['link'] ?? '', posts), named['kicker'] || 'Related resource'),
  note: (call) => box(call, NOTE_TITLES[call.named['variant'] ?? ''] ?? 'Note'),
  box: (call) => box(call, 'Note'),
  ring: (call) => box(call, 'Note'),
  accordion: (call) => box(call, 'Note', call.named['kicker'] ? `<p>${inlineHtml(call.named['kicker'])}</p>` : ''),
  'card-policy': (call) =>
    box(
      call,
      'Policy',
      call.named['kicker'] ? `<p>${inlineHtml(call.named['kicker'])}</p>` : '',
      call.named['src'] ? `<p><a href="${escapeHtml(call.named['src'])}">${escapeHtml(call.named['src'])}</a></p>` : '',
    ),
  'card-prompt': (call) =>
    box(
      call,
      'Prompt',
      `<p>${inlineHtml(call.named['intro'] ?? '')}</p>`,
      call.named['button-url']
        ? `<p><a href="${escapeHtml(call.named['button-url'])}">${inlineHtml(call.named['button-text'] ?? call.named['button-url'])}</a></p>`
        : '',
    ),
  'quote-block': ({ named }) => ({
    html: `<aside data-desk="PullQuote" title="${escapeHtml(plainText(named['cite'] ?? ''))}"><p>${inlineHtml(named['text'] ?? '')}</p></aside>`,
  }),
  highlight: ({ inner }) => ({ html: withoutParagraph(inner ?? '') }),
  'asset-static': label,
};

const TAG =
  /\{\{[<%]\s*(\/?)\s*([\w-]+)((?:\s*(?:[\w-]+\s*=\s*)?(?:"(?:\\.|[^"\\])*"|`[^`]*`|[^\s"`<>%={}]+))*)\s*\/?\s*[>%]\}\}/g;
const ARGUMENT = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`=]+))/g;

/** Replaces every shortcode; what must not be read as Markdown again goes into slots. */
export function expandShortcodes(text: string, slots: Slots, posts: PostSet, log: LogEntry[]): string {
  let out = '';
  let end = 0;
  const tag = new RegExp(TAG);
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    const [source, closing, name = '', rest = ''] = match;
    out += text.slice(end, match.index);
    end = match.index + source.length;
    if (closing === '/') continue;
    const close = new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, 'g');
    close.lastIndex = end;
    const closed = close.exec(text);
    let inner: string | null = null;
    let whole = source;
    if (closed) {
      inner = renderMarkdown(text.slice(end, closed.index), posts, log);
      whole = text.slice(match.index, closed.index + closed[0].length);
      end = closed.index + closed[0].length;
      tag.lastIndex = end;
    }
    const result = carryOut({ name, ...argumentsIn(rest), inner }, posts, log);
    out += 'address' in result ? result.address : slots.hold(result.html, whole);
  }
  return out + text.slice(end);
}

/** Markdown with shortcodes to HTML. */
function renderMarkdown(text: string, posts: PostSet, log: LogEntry[]): string {
  const slots = new Slots();
  return slots.fill(renderHtml(expandShortcodes(text, slots, posts, log)));
}

function carryOut(call: Call, posts: PostSet, log: LogEntry[]): Result {
  const shortcode = Object.hasOwn(SHORTCODES, call.name) ? SHORTCODES[call.name] : undefined;
  if (shortcode) return shortcode(call, posts, log);
  log.push({ rule: 'shortcode-unknown', text: call.name });
  return { html: call.inner ?? '' };
}

function argumentsIn(text: string): { named: Record<string, string>; first: string } {
  const named: Record<string, string> = {};
  let first: string | undefined;
  for (const [, name, quoted, raw, bare] of text.matchAll(ARGUMENT)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? raw ?? bare ?? '';
    if (name !== undefined) named[name] = value;
    else first ??= value;
  }
  return { named, first: first ?? '' };
}

/** One paragraph's Markdown as HTML without the paragraph. */
export const inlineHtml = (text: string): string => withoutParagraph(renderHtml(text.replace(/\s+/g, ' ').trim()));

const withoutParagraph = (html: string): string => /^\s*<p>((?:(?!<p>)[\s\S])*)<\/p>\s*$/.exec(html)?.[1] ?? html;
