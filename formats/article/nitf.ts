import { countryName, wireDate } from '../../site/words/dates.ts';
import { absoluteHref } from '../../site/addresses/absolute.ts';
import { bodyNitf, mediaNitf } from '../nitf.ts';
import { element, emptyElement, escapeXml, textElement, xmlDocument } from '../xml.ts';
import type { ArticleData } from './article-data.ts';
import { genres, type Genre } from './genres.ts';

/** Writes an article as NITF 3.6 (https://iptc.org/standards/nitf/). */
export function writeNitf(article: ArticleData): string {
  const { story } = article;
  const page = {
    base: article.base,
    pictures: new Map(article.pictures.map((picture) => [picture.src, picture])),
  };
  const [lead] = article.pictures;
  const content = (lead?.lead === true ? mediaNitf(lead, page) : '') + bodyNitf(story.parts.body, page);
  return xmlDocument(
    element(
      'nitf',
      `\n${head(article)}${element('body', `\n${bodyHead(article)}${element('body.content', `\n${content}`)}${bodyEnd(article)}`)}`,
      {
        xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
        version: '-//IPTC//DTD NITF 3.6//EN',
        uno: article.uri,
        'xml:lang': story.lang,
      },
    ),
  );
}

function head(article: ArticleData): string {
  const { owner, story, topics } = article;
  const genre: Genre = genres[story.type];
  const type = emptyElement('tobject.property', { 'tobject.property.type': (genre.code ?? genre.name).toLowerCase() });
  const pubdata = emptyElement('pubdata', {
    type: 'web',
    'item-length': story.words,
    'unit-of-measure': 'word',
    'date.publication': basic(story.published),
    name: owner.name,
    'position.section': topics[0]?.title,
    'ex-ref': article.canonical,
  });
  return element(
    'head',
    `\n${textElement('title', story.headline, { type: 'main' })}${element('tobject', type, { 'tobject.type': 'news' })}${docdata(article)}${pubdata}`,
  );
}

function docdata(article: ArticleData): string {
  const { owner, story, topics, storyline } = article;
  const { series } = story.parts;
  const { region, country, place } = story.dateline ?? {};
  const parts = [
    ...story.corrections.map(({ at, text }) =>
      emptyElement('correction', {
        info: `${at}: ${text}`,
        'id-string': article.uri,
        regsrc: new URL(owner.url).hostname,
      }),
    ),
    story.dateline ? emptyElement('evloc', { 'iso-cc': country, 'state-prov': region, city: place }) : '',
    emptyElement('doc-id', { regsrc: new URL(owner.url).hostname, 'id-string': article.uri }),
    emptyElement('date.issue', { norm: basic(story.changed) }),
    emptyElement('date.release', { norm: basic(story.published) }),
    story.expires === undefined ? '' : emptyElement('date.expire', { norm: basic(story.expires) }),
    storyline ? emptyElement('series', { 'series.name': storyline.title }) : '',
    series
      ? emptyElement('series', {
          'series.name': series.name,
          'series.part': series.part,
          'series.totalpart': series.total,
        })
      : '',
    emptyElement('du-key', {
      key: story.address.slice(story.address.lastIndexOf('/') + 1),
      version: article.versions,
    }),
    emptyElement('doc.copyright', {
      year: story.published.slice(0, 4),
      holder: article.holder,
    }),
    topics.length === 0
      ? ''
      : element('key-list', `\n${topics.map(({ title }) => emptyElement('keyword', { key: title })).join('')}`),
  ];
  return element('docdata', `\n${parts.join('')}`, { 'management-status': 'usable' });
}

function bodyHead(article: ArticleData): string {
  const { story } = article;
  const hedline = element(
    'hedline',
    `\n${textElement('hl1', story.headline)}${textElement('hl2', article.kicker, { class: 'kicker' })}`,
  );
  // The notes are for readers, so their type is `pa`, a public announcement.
  const notes = story.corrections.map(({ at, text }) =>
    element('note', element('body.content', textElement('p', `Correction, ${at}: ${text}`)), {
      noteclass: 'editorsnote',
      type: 'pa',
    }),
  );
  const bylines = story.parts.byline.map(({ name, kind, role, place }) => {
    const who =
      kind === 'person' ? `<person>${escapeXml(name)}</person>` : `<byttl><org>${escapeXml(name)}</org></byttl>`;
    const title = role === undefined ? '' : `, <byttl>${escapeXml(role)}</byttl>`;
    return element(
      'byline',
      `By ${who}${title}${place === undefined ? '' : `, <location>${escapeXml(place)}</location>`}`,
    );
  });
  const distributor = element('distributor', `<org>${escapeXml(article.holder)}</org>`);
  const abstract = article.standfirst === undefined ? '' : element('abstract', textElement('p', article.standfirst));
  return element(
    'body.head',
    `\n${hedline}${notes.join('')}${bylines.join('')}${distributor}${dateline(article)}${abstract}`,
  );
}

function dateline({ story }: ArticleData): string {
  const { place, region, country, date } = story.dateline ?? {};
  const names = [
    place === undefined ? '' : `<city>${escapeXml(place)}</city>`,
    region === undefined ? '' : `<state>${escapeXml(region)}</state>`,
    country === undefined
      ? ''
      : `<country iso-cc="${escapeXml(country)}">${escapeXml(countryName(country, story.lang))}</country>`,
  ].filter((name) => name !== '');
  const location = names.length === 0 ? '' : `<location>${names.join(', ')}</location>`;
  const day =
    date === undefined
      ? ''
      : `<story.date norm="${date.replaceAll('-', '')}">${escapeXml(wireDate(date, story.lang))}</story.date>`;
  return location + day === '' ? '' : element('dateline', [location, day].filter(Boolean).join(' '));
}

function bodyEnd({ story, base, canonical, owner }: ArticleData): string {
  const sources = story.sources.map(({ url, title, source }) =>
    [title, source, absoluteHref(base, url)].filter(Boolean).join(', '),
  );
  return element(
    'body.end',
    `\n${element('tagline', `<a href="${escapeXml(canonical)}">${escapeXml(owner.name)}</a>`)}${textElement(
      'bibliography',
      sources.length === 0 ? undefined : sources.join('; '),
    )}`,
  );
}

/** An instant in the basic form of ISO 8601, which `norm` attributes need: `20260113T183000+0900`. */
function basic(instant: string): string {
  return instant.slice(0, 19).replace(/[-:]/g, '') + instant.slice(19).replace(':', '');
}
