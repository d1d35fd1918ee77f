import { atom } from '../../site/addresses/feeds.ts';
import { element, emptyElement, htmlElement, htmlTextElement, plainElement, textElement, xmlDocument } from '../xml.ts';
import type { Feed, FeedItem, Updated } from './feed.ts';
import { feedLinks } from './feed-links.ts';

/** Writes Atom (RFC 4287) with full texts, links to the archive (RFC 5005), and a tombstone (RFC 6721) for each killed story (rules E4 and E7). */
export function writeAtom(feed: Feed): string {
  const { site } = feed;
  const archive = feed.place.number !== undefined;
  const parts = [
    textElement('id', feed.id),
    textConstruct('title', feed.title),
    textConstruct('subtitle', feed.description),
    textElement('updated', feed.updated),
    // The author of entries without a byline.
    element('author', plainElement('name', site.publisher?.name ?? site.name)),
    ...feedLinks(feed, atom).map((link) => emptyElement('link', { ...link })),
    // Some readers do not know that a link without `rel` means `alternate`.
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
    archive ? emptyElement('fh:archive', {}) : '',
    ...feed.killed.map(({ id, at }) =>
      emptyElement('at:deleted-entry', {
        'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
        ref: id,
        when: at,
      }),
    ),
    ...feed.items.map((item) => writeEntry(feed, item)),
  ];
  return xmlDocument(
    element('feed', `\n${parts.join('')}`, {
      xmlns: 'http://www.w3.org/2005/Atom',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      ...(archive && { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
      'xml:lang': site.language,
    }),
  );
}

function writeEntry({ site }: Feed, item: Updated<FeedItem>): string {
  const { image } = item;
  const parts = [
    textElement('id', item.id),
    textConstruct('title', item.title),
    textElement('published', item.published),
    textElement('updated', item.updated),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    image ? emptyElement('link', { rel: 'enclosure', href: image.url, type: image.type, length: image.size }) : '',
    ...item.authors.map(({ name, url }) => element('author', plainElement('name', name) + textElement('uri', url))),
    plainElement('dc:source', item.source),
    ...item.tags.map(({ slug, title }) => emptyElement('category', { term: slug, label: title })),
    textConstruct('summary', item.summary),
    htmlElement('content', item.html, { type: 'html' }),
  ];
  return element('entry', `\n${parts.join('')}`, {
    ...(item.lang !== site.language && { 'xml:lang': item.lang }),
  });
}

/**
 * A text (RFC 4287, 3.1). If it can be mistaken for markup, it is marked as HTML and escaped as HTML, so that no reader has
 * to guess. Any other text is plain, for readers that do not check the type.
 */
function textConstruct(name: string, text: string): string {
  return /<[a-z/!?]|&#?\w+;/i.test(text) ? htmlTextElement(name, text, { type: 'html' }) : textElement(name, text);
}
