import { writtenPublished } from '../../newsroom/model/publication.ts';
import { stringify } from 'yaml';
import { absoluteHref } from '../../site/addresses/absolute.ts';
import { bodyMarkdown } from '../markdown.ts';
import type { ArticleData } from './article-data.ts';

/**
 * Writes an article as CommonMark and GFM, with its public fields as front matter. The result is a valid article file: in
 * another newsroom it is an article whose `canonical` is the address on this site.
 */
export function writeMarkdown(article: ArticleData): string {
  const { story, base, canonical, standfirst, kicker, pictures } = article;
  const { byline, agency, body, series } = story.parts;
  const changed = Date.parse(story.changed) > Date.parse(story.published);
  const fields = {
    id: story.id,
    headline: story.headline,
    kicker,
    standfirst,
    type: story.type === 'news' ? undefined : story.type,
    byline: some(
      byline.map(({ name, kind, role, place }) => ({
        name,
        ...(kind === 'organization' && { kind }),
        ...(role !== undefined && { role }),
        ...(place !== undefined && { place }),
      })),
    ),
    agency: agency?.name,
    dateline: story.dateline,
    published: writtenPublished(story),
    updated: changed ? story.changed : undefined,
    expires: story.expires,
    // Only a preview has articles that are not public. A copy of such an article must not be public either.
    series: series && { name: series.name, part: series.part },
    status: story.state === undefined ? undefined : 'withheld',
    lang: story.lang,
    canonical,
    sources: some(story.sources.map((source) => ({ ...source, url: absoluteHref(base, source.url) }))),
    corrections: some(story.corrections),
  };
  const [lead] = pictures;
  const elements = lead?.lead === true ? [{ ...lead, type: 'figure' as const }, ...body.elements] : body.elements;
  const yaml = stringify(fields, { lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n\n${bodyMarkdown({ ...body, elements }, 'plain', base)}`;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
