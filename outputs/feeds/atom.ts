import { feedFormats, feedPath } from '../../site/feeds.ts';
import { absolute } from '../addresses.ts';
import { element, emptyElement, htmlTextElement, textElement, xmlDocument } from '../xml.ts';
import { writeItems, type Feed, type FeedItem } from './gather.ts';

const [, atom] = feedFormats;

/** Atom (RFC 4287) with whole texts, and a tombstone (RFC 6721) for each killed story (rules E4 and E7). */
export function writeAtom(feed: Feed): string {
  const { site, base } = feed;
  const parts = [
    textElement('id', absolute(site.url, feedPath(base, atom))),
    textConstruct('title', feed.title),
    textConstruct('subtitle', feed.description),
    textElement('updated', feed.updated),
    // What an entry without a byline falls back to.
    element('author', textElement('name', site.publisher?.name ?? site.name)),
    ...feedFormats.map((format) =>
      emptyElement('link', {
        rel: format === atom ? 'self' : 'alternate',
        type: format.type,
        href: absolute(site.url, feedPath(base, format)),
      }),
    ),
    // Some readers do not know that a link without `rel` is the alternate.
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: absolute(site.url, base) }),
    ...feed.killed.map(({ id, changed }) =>
      emptyElement('at:deleted-entry', {
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        ref: id,
        when: changed,
      }),
    ),
    ...writeItems(feed.items, (item) => writeEntry(feed, item), Buffer.byteLength),
  ];
  return xmlDocument(
    element('feed', `\n${parts.join('')}`, {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xml:lang': site.language,
    }),
  );
}

function writeEntry({ site }: Feed, { story, url, html, updated, image }: FeedItem): string {
  const { byline, agency, topics } = story.parts;
  const parts = [
    textElement('id', story.id),
    textConstruct('title', story.headline),
    textElement('published', story.published),
    textElement('updated', updated),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: url }),
    image ? emptyElement('link', { rel: 'enclosure', href: image.url, type: image.type, length: image.size }) : '',
    ...byline.map(({ name, address }) =>
      element(
        'author',
        textElement('name', name) + textElement('uri', address === undefined ? undefined : absolute(site.url, address)),
      ),
    ),
    textElement('dc:source', agency?.name),
    ...topics.map(({ slug, title }) => emptyElement('category', { term: slug, label: title })),
    textConstruct('summary', story.standfirst),
    textElement('content', html, { type: 'html' }),
  ];
  return element('entry', `\n${parts.join('')}`, {
    ...(story.lang !== site.language && { 'xml:lang': story.lang }),
  });
}

/** A text (RFC 4287, 3.1). One that looks like markup is said to be HTML, and escaped as such, so that nobody guesses. */
function textConstruct(name: string, text: string): string {
  return /[<&]/.test(text) ? htmlTextElement(name, text, { type: 'html' }) : textElement(name, text);
}
