import { basename, dirname } from 'node:path';
import { isRecord, parseFile } from '../article-file.ts';
import { decode } from '../decode.ts';
import type { CollectionFile, Source, Story } from '../imported-article.ts';
import { slugOf, titleOfSlug } from '../slug.ts';
import { plainText } from './plain-text.ts';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import { textOf, textsOf } from '../field-values.ts';

/** The topics and people that stories name: from the files that describe them, or by their name alone. */

/** One file for each topic and person named; names as the posts write them stand in for missing files. */
export function collectionsOf(
  stories: readonly Story[],
  companions: readonly Source[],
  names: ReadonlyMap<string, string>,
): CollectionFile[] {
  const described = describe(companions);
  const topics = new Set(stories.flatMap(({ fields }) => fields.topics ?? []));
  const people = new Set(
    stories.flatMap(({ fields }) => fields.byline ?? []).filter((entry) => typeof entry === 'string'),
  );
  return [
    ...[...topics].toSorted().map((slug) => topic(slug, described.get(`topics/${slug}`) ?? {}, names)),
    ...[...people].toSorted().map((slug) => person(slug, described.get(`authors/${slug}`) ?? {}, names)),
  ];
}

/** The front matter of `authors/x/_index.md` and `topics/x/_index.md`, by `authors/x` and `topics/x`. */
function describe(companions: readonly Source[]): Map<string, Record<string, unknown>> {
  const described = new Map<string, Record<string, unknown>>();
  for (const { path, bytes } of companions) {
    const parts = parseFile(decode(bytes).text.replace(/^﻿/, ''));
    if (parts === null || 'message' in parts) continue;
    const folder = dirname(path);
    const key = `${basename(dirname(folder))}/${slugOf(basename(folder))}`;
    if (!described.has(key)) described.set(key, parts.frontMatter);
  }
  return described;
}

function topic(slug: string, stated: Record<string, unknown>, names: ReadonlyMap<string, string>): CollectionFile {
  const [standfirst, introduction] = [stated['deck'], stated['summary']]
    .map((value) => plainText(textOf(value)))
    .filter((text) => text !== '');
  const featured = isRecord(stated['featured_links']) ? stated['featured_links']['resources'] : undefined;
  const links = (Array.isArray(featured) ? featured : []).filter(isRecord).flatMap((entry) => {
    const [url, title, note] = [
      textOf(entry['href']),
      plainText(textOf(entry['title'])),
      plainText(textOf(entry['summary'])),
    ];
    return /^https?:\/\/\S+$/.test(url) && title !== '' ? [{ url, title, ...(note !== '' && { note }) }] : [];
  });
  const fields = {
    title: plainText(textOf(stated['title'])) || titled(slug, names),
    ...(standfirst !== undefined && { standfirst }),
    ...(links.length > 0 && { links }),
  };
  return { folder: 'topics', slug, fields, body: introduction === undefined ? '' : escapeText(introduction) };
}

function person(slug: string, stated: Record<string, unknown>, names: ReadonlyMap<string, string>): CollectionFile {
  const full = textsOf([stated['first_name'], stated['last_name']]).join(' ');
  const name =
    plainText(textOf(stated['display_name']) || textOf(stated['title']) || full) || capitalised(titled(slug, names));
  const account = textOf(stated['github']);
  const links = /^[\w-]+$/.test(account) ? [{ url: `https://github.com/${account}`, title: 'GitHub' }] : [];
  const fields = {
    name,
    ...(/\b(?:team|staff|office|council|group)\b/i.test(name) && { kind: 'organization' }),
    ...(links.length > 0 && { links }),
  };
  const lines = ['agency_full_name', 'bio', 'summary', 'deck']
    .map((field) => plainText(textOf(stated[field])))
    .filter((text) => text !== '');
  return { folder: 'people', slug, fields, body: [...new Set(lines)].map((line) => escapeText(line)).join('\n\n') };
}

const titled = (slug: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(slug) ?? '';
  return name === '' || name === slug ? titleOfSlug(slug) : name.slice(0, 1).toUpperCase() + name.slice(1);
};
const capitalised = (name: string): string => name.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
