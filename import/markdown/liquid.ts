import type { LogEntry } from '../imported-article.ts';
import { titleOfSlug } from '../slug.ts';
import { GONE } from './links.ts';
import { inlineHtml } from './shortcodes.ts';
import type { Slots } from './placeholders.ts';

/** Liquid and Nunjucks, as far as posts hold them: addresses, pictures, raw passages. */

type Expression = (value: string, log: LogEntry[]) => string;

/** What a filter makes of a literal: `{{ "/x/" | url }}`. */
const FILTERS: Record<string, Expression> = {
  url: (value) => value,
  relative_url: (value) => value,
  absolute_url: (value) => value,
  team_link: (value, log) => {
    log.push({ rule: 'liquid-name', text: value });
    return value.split('-').map(titleOfSlug).join(' ');
  },
  team_photo: (value, log) => {
    log.push({ rule: 'picture-dropped', text: value });
    return '';
  },
};

const LIQUID =
  /\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|\{%-?\s*(\w+)([\s\S]*?)-?%\}|\{\{-?\s*("[^"]*"|'[^']*'|[\w.]+)\s*(?:\|\s*(\w+)[^}]*)?-?\}\}/g;

/** Replaces Liquid tags and expressions. What is none of the known ones stays as it is, and is logged. */
export function expandLiquid(text: string, slots: Slots, log: LogEntry[]): string {
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
      if (tag !== undefined) return expandTag(tag, rest ?? '', source, slots, log);
      if (value === undefined) return source;
      const literal = /^["'](.*)["']$/s.exec(value)?.[1];
      if (literal === undefined) {
        if (/^site\.(?:baseurl|url)$/.test(value)) return '';
        log.push({ rule: 'liquid-unknown', text: source });
        return filter === 'url' ? GONE : source;
      }
      const expression = filter === undefined ? (same: string): string => same : FILTERS[filter];
      if (expression) return expression(literal, log);
      log.push({ rule: 'liquid-unknown', text: source });
      return literal;
    },
  );
}

function expandTag(tag: string, rest: string, source: string, slots: Slots, log: LogEntry[]): string {
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
    return caption === '' ? '' : slots.hold(`<p><em>${inlineHtml(caption)}</em></p>`, source);
  }
  log.push({ rule: 'liquid-tag-dropped', text: tag });
  return '';
}

/** Whether a body holds Liquid at all; Hugo's shortcodes look alike but are none. */
export const hasLiquid = (body: string): boolean =>
  !/\{\{[<%]\s*\/?\s*[\w-]+[^}]*[>%]\}\}/.test(body) && /\{%|\{\{/.test(body);
