import type { BylineName } from '../../newsroom/edition/public.ts';
import type { Instant } from '../../newsroom/model/instant.ts';
import { countWords } from '../../newsroom/model/words.ts';
import { writtenPublished } from '../../newsroom/model/publication.ts';
import { countryName } from '../../site/words/dates.ts';
import { alternateFormats, alternatePath } from '../../site/addresses/alternates.ts';
import { absolute } from '../../site/addresses/absolute.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { bodyHtml } from '../html.ts';
import { bodyMarkdown } from '../markdown.ts';
import { bodyText } from '../plain-text.ts';
import { creditLine } from './credit.ts';
import type { ArticleData } from './article-data.ts';
import { genres, genreUri } from './genres.ts';
import { associationsOf, correctionNote } from './ninjs-associations.ts';
import type { Ninjs, NinjsPlace, NinjsSource, NinjsText } from './ninjs-shape.ts';

/**
 * Writes an article as ninjs 3.1. Every part is in the field that the standard has for it. `docs/formats.md` lists the fields,
 * and `import/ninjs/` reads them.
 */
export function writeNinjs(article: ArticleData): string {
  return `${JSON.stringify(ninjsOf(article), null, 2)}\n`;
}

function ninjsOf(article: ArticleData): Ninjs {
  const { site, story, url, uri, topics, storyline } = article;
  const { byline, series } = story.parts;
  const authors = (kind: BylineName['kind']): { name: string; rel: string; uri?: string }[] =>
    byline
      .filter((each) => each.kind === kind)
      .map(({ name, slug }) => ({
        name,
        rel: 'author',
        ...(slug !== undefined && { uri: absolute(site.url, collectionPath('person', slug)) }),
      }));
  const located = locationOf(article);
  const created = filedAt(article);
  const genre = genreUri(story.type);
  return {
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    uri,
    type: 'text',
    representationType: 'full',
    ...(article.versions !== undefined && { version: String(article.versions) }),
    firstCreated: story.published,
    versionCreated: story.changed,
    ...(created !== undefined && { contentCreated: created }),
    // Only a preview has articles that are not public.
    pubStatus: story.state === undefined ? 'usable' : 'withheld',
    ...(story.expires !== undefined && { expires: story.expires }),
    copyrightHolder: article.holder,
    ...(story.corrections.length > 0 && { edNote: correctionNote(story.corrections) }),
    ...(story.urgency !== undefined && { urgency: story.urgency }),
    language: story.lang,
    headlines: [
      { role: 'main', value: story.headline },
      ...roles([
        ['kicker', article.kicker],
        ['seo', story.seoTitle],
        ['social', story.socialTitle],
      ]),
    ],
    ...listed('descriptions', descriptionsOf(article)),
    bodies: bodiesOf(article),
    ...(byline.length > 0 && { by: creditLine(byline) }),
    slugline: story.address.slice(story.address.lastIndexOf('/') + 1),
    ...(story.dateline?.place !== undefined && { located: story.dateline.place }),
    ...listed('people', authors('person')),
    ...listed('organisations', authors('organization')),
    ...listed('places', located ? [located] : []),
    ...listed('subjects', [
      ...topics.map(({ slug, title, url: page }) => ({ name: title, rel: 'topic', uri: page, literal: slug })),
      ...(storyline ? [{ name: storyline.title, rel: 'storyline', uri: storyline.url, literal: storyline.slug }] : []),
      ...(series ? [{ name: series.name, rel: 'series', literal: String(series.part) }] : []),
    ]),
    ...listed('infoSources', infoSourcesOf(article)),
    genres: [{ name: genres[story.type].name, ...(genre !== undefined && { uri: genre }), literal: story.type }],
    renditions: [
      { name: 'web', href: url, contentType: 'text/html' },
      ...alternateFormats.map((format) => ({
        name: format.ending.slice(1),
        title: format.words,
        href: absolute(site.url, alternatePath(story.address, format)),
        contentType: format.type,
      })),
    ],
    ...listed('associations', associationsOf(article)),
    altIds: [
      { role: 'address', value: url },
      ...(story.canonical === undefined ? [] : [{ role: 'canonical', value: article.canonical }]),
      ...(story.id === uri ? [] : [{ role: 'id', value: story.id }]),
      // No other field says that the time of `firstCreated` is not known.
      ...(story.dayOnly ? [{ role: 'published-day', value: writtenPublished(story) }] : []),
    ],
  };
}

/** A field with a list; no field if the list is empty. */
function listed<K extends string, T>(name: K, list: T[]): { [key in K]?: T[] } {
  const found: { [key in K]?: T[] } = {};
  if (list.length > 0) found[name] = list;
  return found;
}

/** The standfirst. One that was derived from the body has the role `lead`. */
function descriptionsOf({ story, standfirst }: ArticleData): NinjsText[] {
  return standfirst === undefined
    ? roles([['lead', story.standfirst || undefined]])
    : roles([['standfirst', standfirst]]);
}

function roles(texts: readonly [role: string, value: string | undefined][]): NinjsText[] {
  return texts.flatMap(([role, value]) => (value === undefined ? [] : [{ role, value }]));
}

/** The body three times: as text, as HTML, and in the form of an article file, in which nothing is lost. */
function bodiesOf({ story, base }: ArticleData): Ninjs['bodies'] {
  const { body, pictures } = story.parts;
  const words = bodyText(body, { figures: false });
  const counts = { charCount: [...words].length, wordCount: countWords(words) };
  return [
    { role: 'main', contentType: 'text/plain', ...counts, value: bodyText(body) },
    { role: 'richtext', contentType: 'text/html', ...counts, value: bodyHtml(body, pictures, base) },
    { role: 'article-file', contentType: 'text/markdown', ...counts, value: bodyMarkdown(body, 'article', base) },
  ];
}

/** The instant of filing: that of publication if it was on the day of filing, else the beginning of that day. */
function filedAt({ story }: ArticleData): Instant | undefined {
  const day = story.dateline?.date;
  if (day === undefined) return undefined;
  return story.published.startsWith(day) ? story.published : `${day}T00:00:00${story.published.slice(19)}`;
}

/** Where the article was filed; undefined if the dateline has no place, region or country. */
function locationOf({ story, place }: ArticleData): NinjsPlace | undefined {
  const { place: name, region, country } = story.dateline ?? {};
  const named = name ?? region ?? (country === undefined ? undefined : countryName(country, story.lang));
  if (named === undefined) return undefined;
  return {
    name: place?.name ?? named,
    rel: 'located',
    ...(place && { uri: place.url }),
    contactInfo: [
      {
        type: 'address',
        address: {
          ...(name !== undefined && { locality: name }),
          ...(region !== undefined && { area: region }),
          ...(country !== undefined && { country }),
        },
      },
    ],
  };
}

/** The sources of the copy: the authors in the order of the byline, then the agency. */
function infoSourcesOf({ site, story, agency }: ArticleData): NinjsSource[] {
  const authors = story.parts.byline.map(({ name, slug, place }): NinjsSource => ({
    name,
    role: 'author',
    ...(slug !== undefined && { uri: absolute(site.url, collectionPath('person', slug)), literal: slug }),
    ...(place !== undefined && { contactInfo: [{ type: 'address', address: { locality: place } }] }),
  }));
  return [...authors, ...(agency ? [{ name: agency.name, role: 'agency', uri: agency.url }] : [])];
}
