import { publishedDate } from '../../newsroom/model/publication.ts';
import { countryName } from '../../site/words/dates.ts';
import { datelineOf } from '../../site/words/dateline.ts';
import { absolute, absoluteHref } from '../../site/addresses/absolute.ts';
import { collectionPath } from '../../site/addresses/routes.ts';
import { relatedLink } from '../../site/related/links.ts';
import { english } from '../../site/words/words-of.ts';
import { asXhtml, bodyHtml, figureHtml } from '../html.ts';
import { element, emptyElement, textElement, xmlDocument } from '../xml.ts';
import { creditLine } from './credit.ts';
import type { ArticleData } from './article-data.ts';
import { genres, type Genre } from './genres.ts';

const catalog = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';

/** The link relations of IANA. */
const relations = 'http://www.iana.org/assignments/relation/';

/** Writes an article as a news item of NewsML-G2 2.35 (https://iptc.org/standards/newsml-g2/). The text is XHTML. */
export function writeNewsmlG2(article: ArticleData): string {
  const { story } = article;
  return xmlDocument(
    element(
      'newsItem',
      `\n${emptyElement('catalogRef', { href: catalog })}${rightsInfo(article)}${itemMeta(article)}${contentMeta(article)}${contentSet(article)}`,
      {
        xmlns: 'http://iptc.org/std/nar/2006-10-01/',
        guid: article.uri,
        version: article.versions ?? 1,
        standard: 'NewsML-G2',
        standardversion: '2.35',
        conformance: 'power',
        'xml:lang': story.lang,
      },
    ),
  );
}

/** An element for a thing that has a name. */
function named(tag: string, name: string, attributes: Record<string, string | undefined>, more = ''): string {
  return element(tag, `\n${textElement('name', name)}${more}`, attributes);
}

function rightsInfo({ agency, holder }: ArticleData): string {
  return element('rightsInfo', `\n${named('copyrightHolder', holder, agency ? { uri: agency.url } : {})}`);
}

function itemMeta(article: ArticleData): string {
  const { site, story, base, storyline } = article;
  const { corrections, sources } = story;
  const { series } = story.parts;
  const changed = Date.parse(story.changed) > Date.parse(story.published);
  const link = (rel: Record<string, string>, href: string, title: string): string =>
    element('link', `\n${textElement('title', title)}`, { ...rel, href });
  const parts = [
    emptyElement('itemClass', { qcode: 'ninat:text' }),
    named('provider', site.publisher?.name ?? site.name, { uri: `${site.url}/` }),
    textElement('versionCreated', story.changed),
    textElement('firstCreated', story.published),
    emptyElement('pubStatus', { qcode: 'stat:usable' }),
    textElement('generator', 'Dateline'),
    textElement('title', story.seoTitle ?? story.headline),
    ...corrections.map(({ at, text }) => textElement('edNote', `Correction, ${at}: ${text}`)),
    storyline ? named('memberOf', storyline.title, { uri: storyline.url }) : '',
    series ? named('memberOf', series.name, { literal: series.name }) : '',
    corrections.length > 0
      ? emptyElement('signal', { qcode: 'sig:correction' })
      : changed
        ? emptyElement('signal', { qcode: 'sig:update' })
        : '',
    textElement('expires', story.expires),
    emptyElement('link', { reluri: `${relations}canonical`, href: article.canonical, contenttype: 'text/html' }),
    ...story.parts.picked
      .map((item) => relatedLink(english, item))
      .map(({ href, title }) => link({ rel: 'irel:seeAlso' }, absoluteHref(base, href), title)),
    ...sources.map(({ url, title }) => link({ reluri: 'https://schema.org/citation' }, absoluteHref(base, url), title)),
  ];
  return element('itemMeta', `\n${parts.join('')}`);
}

function contentMeta(article: ArticleData): string {
  const { site, story, topics, agency, pictures } = article;
  const { byline } = story.parts;
  const genre: Genre = genres[story.type];
  const [lead] = pictures;
  const changed = Date.parse(story.changed) > Date.parse(story.published);
  const parts = [
    lead
      ? emptyElement('icon', {
          href: lead.url,
          contenttype: lead.mediaType,
          size: lead.size,
          width: lead.width,
          height: lead.height,
        })
      : '',
    textElement('contentCreated', story.dateline?.date ?? publishedDate(story)),
    changed ? textElement('contentModified', story.changed) : '',
    located(article),
    agency ? named('infoSource', agency.name, { uri: agency.url }) : '',
    ...byline.map(({ name, kind, slug }) =>
      named('creator', name, {
        ...(slug === undefined ? { literal: name } : { uri: absolute(site.url, collectionPath('person', slug)) }),
        type: kind === 'person' ? 'cpnat:person' : 'cpnat:organisation',
      }),
    ),
    emptyElement('language', { tag: story.lang }),
    named('genre', genre.name, genre.code === undefined ? { literal: story.type } : { qcode: `genre:${genre.code}` }),
    ...topics.map(({ title, url }) => named('subject', title, { type: 'cpnat:abstract', uri: url })),
    textElement('slugline', story.address.slice(story.address.lastIndexOf('/') + 1)),
    textElement('headline', story.headline),
    textElement('dateline', datelineOf(story)),
    byline.length > 0 ? textElement('by', `By ${creditLine(byline)}`) : '',
    textElement('creditline', article.holder),
    textElement('description', article.standfirst ?? (story.standfirst || undefined), { role: 'drol:summary' }),
  ];
  return element('contentMeta', `\n${parts.join('')}`);
}

/** Where the article was filed: the place, and its region and country. */
function located({ story, place }: ArticleData): string {
  const { place: name, region, country } = story.dateline ?? {};
  if (name === undefined) return '';
  const broader = [
    region === undefined ? '' : named('broader', region, { type: 'cpnat:geoArea', literal: region }),
    country === undefined
      ? ''
      : named('broader', countryName(country, story.lang), {
          type: 'cpnat:geoArea',
          uri: `http://cvx.iptc.org/iso3166-1a2/${country}`,
        }),
  ];
  return named(
    'located',
    place?.name ?? name,
    { type: 'cpnat:geoArea', ...(place ? { uri: place.url } : { literal: name }) },
    broader.join(''),
  );
}

function contentSet({ story, base, pictures }: ArticleData): string {
  const { body, pictures: sizes } = story.parts;
  const [lead] = pictures;
  const figure = lead?.lead === true ? `${figureHtml(lead, { base, pictures: { [lead.src]: lead } })}\n` : '';
  const html = element(
    'html',
    `\n${element('head', textElement('title', story.headline))}${element('body', `\n${asXhtml(figure + bodyHtml(body, sizes, base))}\n`)}`,
    { xmlns: 'http://www.w3.org/1999/xhtml', 'xml:lang': story.lang },
  );
  return element(
    'contentSet',
    `\n${element('inlineXML', `\n${html}`, { contenttype: 'application/xhtml+xml', wordcount: story.words })}`,
  );
}
