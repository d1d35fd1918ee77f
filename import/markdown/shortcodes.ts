import type { LogEntry } from '../import-item.ts';
import { GONE, referencedPath } from './links.ts';
import { plainText } from './plain-text.ts';
import type { PostIndex } from './post-index.ts';
import { renderHtml } from './render-html.ts';
import { escapeHtml, Placeholders } from './placeholders.ts';

/** A shortcode of Hugo as a post has it. */
interface Call {
  name: string;
  /** Named arguments. */
  named: Record<string, string>;
  /** The first argument without a name; empty if there is none. */
  first: string;
  /** The HTML of the text between the opening and the closing tag; null if there is no closing tag. */
  inner: string | null;
}

/** What a shortcode becomes: an address inside the markup of a link, or HTML. */
type Result = { address: string } | { html: string };
type Shortcode = (call: Call, posts: PostIndex, log: LogEntry[]) => Result;

const page: Shortcode = ({ first }, posts) => ({ address: referencedPath(first, posts) });
const gone: Shortcode = () => ({ address: GONE });

/** A picture with its caption and credit, as HTML. `words` are Markdown. */
export function figureHtml(src: string, alt: string, words: string): string {
  const caption = words.trim() === '' ? '' : `<figcaption>${inlineHtml(words)}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${caption}</figure>`;
}

const picture: Shortcode = ({ named, first }) => {
  const words = [named['title'], named['caption'], named['credit'] ?? named['attr']].filter(
    (text) => text !== undefined,
  );
  return { html: figureHtml(named['src'] ?? first, named['alt'] ?? '', words.join(' ')) };
};

const linkParagraph = (url: string, text: string): Result => ({
  html: `<p><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></p>`,
});

/** A fact box. It needs a title: `fallback` is used if the author gave none. */
function box(call: Call, fallback: string, before = '', after = ''): Result {
  const stated = plainText(call.named['title'] ?? '');
  return {
    html: `<aside data-import="FactBox" title="${escapeHtml(stated || fallback)}"${stated === '' ? ' data-untitled="yes"' : ''}>${before}${call.inner ?? ''}${after}</aside>`,
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

/** The known shortcodes. */
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
  image: picture,
  picture,
  imgproc: picture,
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
    html: `<aside data-import="PullQuote" title="${escapeHtml(plainText(named['cite'] ?? ''))}"><p>${inlineHtml(named['text'] ?? '')}</p></aside>`,
  }),
  highlight: ({ inner }) => ({ html: withoutParagraph(inner ?? '') }),
  'asset-static': label,
};

const TAG =
  /\{\{[<%]\s*(\/?)\s*([\w-]+)((?:\s*(?:[\w-]+\s*=\s*)?(?:"(?:\\.|[^"\\])*"|`[^`]*`|[^\s"`<>%={}]+))*)\s*\/?\s*[>%]\}\}/g;
const ARGUMENT = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`=]+))/g;

/** Replaces every shortcode. HTML that must not be read as Markdown again goes into placeholders. */
export function expandShortcodes(text: string, placeholders: Placeholders, posts: PostIndex, log: LogEntry[]): string {
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
    let fullSource = source;
    if (closed) {
      inner = renderMarkdown(text.slice(end, closed.index), posts, log);
      fullSource = text.slice(match.index, closed.index + closed[0].length);
      end = closed.index + closed[0].length;
      tag.lastIndex = end;
    }
    const result = resultOf({ name, ...argumentsIn(rest), inner }, posts, log);
    out += 'address' in result ? result.address : placeholders.add(result.html, fullSource);
  }
  return out + text.slice(end);
}

/** Markdown with shortcodes to HTML. */
function renderMarkdown(text: string, posts: PostIndex, log: LogEntry[]): string {
  const placeholders = new Placeholders();
  return placeholders.replaceIn(renderHtml(expandShortcodes(text, placeholders, posts, log)));
}

function resultOf(call: Call, posts: PostIndex, log: LogEntry[]): Result {
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

/** The Markdown of one paragraph as HTML, without the paragraph element. */
const inlineHtml = (text: string): string => withoutParagraph(renderHtml(text.replace(/\s+/g, ' ').trim()));

const withoutParagraph = (html: string): string => /^\s*<p>((?:(?!<p>)[\s\S])*)<\/p>\s*$/.exec(html)?.[1] ?? html;
