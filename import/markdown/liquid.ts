import type { LogEntry } from '../import-item.ts';
import { titleFromSlug } from '../slug.ts';
import { GONE } from './links.ts';
import { inlineHtml } from './shortcodes.ts';
import type { Placeholders } from './placeholders.ts';

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

const LIQUID =
  /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|\{%-?\s*(\w+)([\s\S]*?)-?%\}|\{\{-?\s*("[^"]*"|'[^']*'|[\w.]+)\s*(?:\|\s*(\w+)[^}]*)?-?\}\}/g;

/**
 * Replaces the tags and expressions of Liquid and Nunjucks that posts have: addresses, pictures, raw text. An unknown
 * expression stays in the text and goes to the log; an unknown tag is removed.
 */
export function expandLiquid(text: string, placeholders: Placeholders, log: LogEntry[]): string {
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
      if (tag !== undefined) return expandTag(tag, rest ?? '', source, placeholders, log);
      if (value === undefined) return source;
      const literal = /^["'](.*)["']$/s.exec(value)?.[1];
      if (literal === undefined) {
        if (/^site\.(?:baseurl|url)$/.test(value)) return '';
        log.push({ rule: 'liquid-unknown', text: source });
        return filter === 'url' ? GONE : source;
      }
      if (filter === undefined) return literal;
      const apply = FILTERS[filter];
      if (apply) return apply(literal, log);
      log.push({ rule: 'liquid-unknown', text: source });
      return literal;
    },
  );
}

function expandTag(tag: string, rest: string, source: string, placeholders: Placeholders, log: LogEntry[]): string {
  const named = Object.fromEntries(
    [...rest.matchAll(/(\w+)\s*[:=]\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  );
  const isPicture = tag.startsWith('image') || (tag === 'include' && 'image' in named);
  if (isPicture) {
    const [src = '', alt = ''] = [...rest.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
    log.push({
      rule: 'picture-dropped',
      text: [named['image'] ?? src, named['alt'] ?? alt].filter((text) => text !== '').join(' — '),
    });
    const caption = named['caption'] ?? '';
    return caption === '' ? '' : placeholders.add(`<p><em>${inlineHtml(caption)}</em></p>`, source);
  }
  log.push({ rule: 'liquid-tag-dropped', text: tag });
  return '';
}

/** Whether a body has Liquid in it. Hugo's shortcodes look similar, but are not Liquid. */
export const hasLiquid = (body: string): boolean =>
  !/\{\{[<%]\s*\/?\s*[\w-]+[^}]*[>%]\}\}/.test(body) && /\{%|\{\{/.test(body);
