import type { LogEntry } from '../import-item.ts';
import { titleFromSlug } from '../slug.ts';
import { textOf } from '../field-values.ts';
import { isGate } from './gates.ts';
import { GONE } from './links.ts';
import { plainText } from './plain-text.ts';
import { fieldKey, valueOf, type StatedFields } from './stated-fields.ts';
import { escapeHtml, type Placeholders } from './placeholders.ts';
import type { PostIndex } from './post-index.ts';
import { figureHtml } from './shortcodes.ts';

type Filter = (value: string, log: LogEntry[]) => string;

/** The result of each filter for a literal: `{{ "/x/" | url }}`. */
const FILTERS: Record<string, Filter> = {
  url: (value) => value,
  relative_url: (value) => value,
  absolute_url: (value) => value,
  team_link: (value, log) => {
    log.push({ rule: 'liquid-name', text: value });
    return value.split('-').map(titleFromSlug).join(' ');
  },
  team_photo: (value, log) => {
    log.push({ rule: 'picture-dropped', text: value });
    return '';
  },
};

/** Filters that leave a text as it is read. */
const PLAIN_FILTERS = new Set([
  'escape',
  'escape_once',
  'strip',
  'strip_html',
  'safe',
  'smartify',
  'markdownify',
  'e',
  'url',
  'relative_url',
  'absolute_url',
]);

/** The text of `page.title`, `post.excerpt` or `title`; empty if the front matter has no such text. */
function statedText(name: string, fields: StatedFields): string {
  const [, field] = /^(?:(?:page|post|frontmatter|matter|data|params)\.)*(\w+)$/.exec(name) ?? [];
  return field === undefined || isGate(fieldKey(field)) ? '' : plainText(textOf(valueOf(fields, field)));
}

const LIQUID =
  /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|\{%-?\s*(\w+)([\s\S]*?)-?%\}|\{\{-?\s*("[^"]*"|'[^']*'|[\w.]+)\s*(?:\|\s*(\w+)[^}]*)?-?\}\}|\{\{(?:(?!\{\{|\}\})[^\n])*\}\}/g;

/**
 * Replaces the tags and expressions of Liquid and Nunjucks that posts have: addresses, pictures, raw text,
 * and texts of the front matter. An unknown expression or tag is removed and goes to the log. `text` has no code.
 */
export function expandLiquid(
  text: string,
  placeholders: Placeholders,
  posts: PostIndex,
  log: LogEntry[],
  fields: StatedFields,
): string {
  return text.replace(
    LIQUID,
    (
      source,
      raw: string | undefined,
      tag: string | undefined,
      rest: string | undefined,
      value: string | undefined,
      filter: string | undefined,
    ) => {
      if (raw !== undefined) return raw;
      if (tag !== undefined) return expandTag(tag, rest ?? '', source, placeholders, posts, log);
      if (value === undefined) {
        log.push({ rule: 'liquid-unknown', text: source });
        return '';
      }
      const literal = /^["'](.*)["']$/s.exec(value)?.[1];
      if (literal === undefined) {
        if (/^site\.(?:baseurl|url)$/.test(value)) return '';
        const stated = filter === undefined || PLAIN_FILTERS.has(filter) ? statedText(value, fields) : '';
        if (stated !== '') return stated;
        log.push({ rule: 'liquid-unknown', text: source });
        return filter === 'url' ? GONE : '';
      }
      if (filter === undefined) return literal;
      const apply = FILTERS[filter];
      if (apply) return apply(literal, log);
      log.push({ rule: 'liquid-unknown', text: source });
      return literal;
    },
  );
}

function expandTag(
  tag: string,
  rest: string,
  source: string,
  placeholders: Placeholders,
  posts: PostIndex,
  log: LogEntry[],
): string {
  if (/^(?:post_url|link|post_path)$/.test(tag)) return linkedPost(rest, posts) ?? GONE;
  const words = [...rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  if (tag === 'post_link') {
    const [name = '', title = ''] = words;
    return placeholders.add(
      `<a href="${linkedPost(name, posts) ?? GONE}">${escapeHtml(title || titleFromSlug(name))}</a>`,
      source,
    );
  }
  const named = Object.fromEntries(
    [...rest.matchAll(/(\w+)\s*[:=]\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
  const file = named['image'] ?? named['image_path'] ?? named['src'] ?? named['file'] ?? named['url'];
  if (/^(?:image|img|asset_img|picture)/.test(tag) || (tag === 'include' && file !== undefined)) {
    const quoted = [...rest.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
    const bare = words.find((word) => /\.\w{3,4}$/.test(word));
    const [src, alt] = tag === 'asset_img' || quoted.length === 0 ? [bare, quoted.at(-1)] : quoted;
    return placeholders.add(figureHtml(file ?? src ?? '', named['alt'] ?? alt ?? '', named['caption'] ?? ''), source);
  }
  log.push({ rule: 'liquid-tag-dropped', text: tag });
  return '';
}

/** The post that `{% post_url 2026-01-10-one %}` or `{% link _posts/2026-01-10-one.md %}` names. */
const linkedPost = (reference: string, posts: PostIndex): string | undefined => {
  const name = reference
    .trim()
    .replace(/^["']|["']$/g, '')
    .replace(/^_posts\//, '');
  return posts.findFile(name) ?? posts.findFile(name.split('/').at(-1) ?? '');
};

/** Whether a body has Liquid in it. Hugo's shortcodes look similar, but are not Liquid. */
export const hasLiquid = (body: string): boolean =>
  !/\{\{[<%]\s*\/?\s*[\w-]+[^}]*[>%]\}\}/.test(body) && /\{%|\{\{/.test(body);
