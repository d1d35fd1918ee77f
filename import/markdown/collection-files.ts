import { basename, dirname } from 'node:path';
import { escapeText } from '../../newsroom/markdown/escape.ts';
import { upperFirst } from '../../newsroom/model/text.ts';
import { decode } from '../decode.ts';
import { isRecord, textOf, textsOf } from '../field-values.ts';
import type { CollectionFile, ImportedArticle } from '../imported-article.ts';
import type { SourceFile } from '../reader.ts';
import { addressSlug, titleFromSlug } from '../slug.ts';
import { topicSlug } from './labels.ts';
import type { ConvertedFields } from './front-matter.ts';
import { readPostFrontMatter } from './front-matter-formats.ts';
import { plainText } from './plain-text.ts';

/**
 * One file for each topic and each person that articles name. Its fields come from the source file that describes the
 * topic or person, or from the post. If there is none, the file has only a name, as the posts write it.
 */
export function collectionFiles(
  articles: readonly ImportedArticle[],
  collectionSources: readonly SourceFile[],
  posts: readonly Pick<ConvertedFields, 'authors' | 'topics'>[],
): CollectionFile[] {
  const described = fieldsByCollection(collectionSources);
  const topicNames = new Map<string, string>();
  const authors = new Map<string, { name: string; fields: Record<string, unknown> }>();
  for (const post of posts) {
    for (const name of post.topics) if (!topicNames.has(topicSlug(name))) topicNames.set(topicSlug(name), name);
    for (const { slug, name, fields } of post.authors) if (!authors.has(slug)) authors.set(slug, { name, fields });
  }
  const topics = new Set(articles.flatMap(({ fields }) => fields.topics ?? []));
  const people = new Set(
    articles.flatMap(({ fields }) => fields.byline ?? []).filter((entry) => typeof entry === 'string'),
  );
  return [
    ...[...topics].toSorted().map((slug) => topic(slug, described.get(`topics/${slug}`) ?? {}, topicNames)),
    ...[...people].toSorted().map((slug) => {
      const { name = '', fields = {} } = authors.get(slug) ?? {};
      return person(slug, described.get(`authors/${slug}`) ?? fields, new Map([[slug, name]]));
    }),
  ];
}

/** The front matter of `authors/x/_index.md` and `topics/x/_index.md`, by `authors/x` and `topics/x`. */
function fieldsByCollection(collectionSources: readonly SourceFile[]): Map<string, Record<string, unknown>> {
  const described = new Map<string, Record<string, unknown>>();
  for (const { path, bytes } of collectionSources) {
    const read = readPostFrontMatter(decode(bytes).text);
    if (read === null || 'message' in read) continue;
    const folder = dirname(path);
    // Jekyll has `_authors/ann-lin.md`.
    const [kind, name] = basename(path).startsWith('_index')
      ? [basename(dirname(folder)), basename(folder)]
      : ['authors', basename(path).replace(/\.\w+$/, '')];
    const key = `${kind}/${addressSlug(name)}`;
    if (!described.has(key)) described.set(key, read.fields);
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
    title: plainText(textOf(stated['title'])) || nameOf(slug, names),
    ...(standfirst !== undefined && { standfirst }),
    ...(links.length > 0 && { links }),
  };
  return { folder: 'topics', slug, fields, body: introduction === undefined ? '' : escapeText(introduction) };
}

function person(slug: string, stated: Record<string, unknown>, names: ReadonlyMap<string, string>): CollectionFile {
  const full = textsOf([stated['first_name'], stated['last_name']]).join(' ');
  const name =
    plainText(textOf(stated['display_name']) || textOf(stated['name']) || textOf(stated['title']) || full) ||
    capitalizeWords(nameOf(slug, names));
  const account = textOf(stated['github']);
  const links = /^[\w-]+$/.test(account) ? [{ url: `https://github.com/${account}`, title: 'GitHub' }] : [];
  const role = plainText(textOf(stated['role']) || textOf(stated['job_title']) || textOf(stated['position']));
  const fields = {
    name,
    ...(role !== '' && { role }),
    ...(/\b(?:team|staff|office|council|group)\b/i.test(name) && { kind: 'organization' }),
    ...(links.length > 0 && { links }),
  };
  const lines = ['agency_full_name', 'bio', 'summary', 'deck']
    .map((field) => plainText(textOf(stated[field])))
    .filter((text) => text !== '');
  return { folder: 'people', slug, fields, body: [...new Set(lines)].map((line) => escapeText(line)).join('\n\n') };
}

/** The name that the posts write, with a capital; else one made from the slug. */
const nameOf = (slug: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(slug) ?? '';
  return name === '' || name === slug ? titleFromSlug(slug) : upperFirst(name);
};
const capitalizeWords = (name: string): string => name.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
