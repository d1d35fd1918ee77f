import type { Site } from '../newsroom/model/site.ts';
import { shorten } from '../newsroom/model/text.ts';
import { rss } from '../site/addresses/feeds.ts';
import { openSearch, searchFeedPath, searchPath } from '../site/addresses/search.ts';
import { fill } from '../site/words/fill.ts';
import { siteWords, type WordsSite } from '../site/words/words-of.ts';
import { element, emptyElement, textElement, xmlDocument } from './xml.ts';

/** The most characters of each text (OpenSearch 1.1). */
const longest = { shortName: 16, longName: 48, description: 1024 } as const;

/**
 * Describes the site's search, so that browsers can offer it among their search engines (OpenSearch 1.1,
 * https://github.com/dewitt/opensearch).
 */
export function writeOpenSearch({ name, description, language, url, words }: Site & WordsSite): string {
  const { frame, search: texts } = siteWords({ language, ...(words && { words }) });
  const search = (type: string, rel: string, path: string): string =>
    emptyElement('Url', { type, rel, template: url + path });
  const parts = [
    textElement('ShortName', shorten(name, longest.shortName)),
    textElement('LongName', shorten(fill(frame.searchSite, { site: name }), longest.longName)),
    textElement('Description', shorten(description ?? fill(texts.searchStories, { site: name }), longest.description)),
    search('text/html', 'results', `${searchPath}?q={searchTerms}`),
    search(rss.type, 'results', `${searchFeedPath}?q={searchTerms}`),
    search(openSearch.type, 'self', openSearch.path),
    textElement('Image', `${url}/favicon.ico`, { width: 48, height: 48, type: 'image/x-icon' }),
    textElement('Language', language),
    textElement('InputEncoding', 'UTF-8'),
    textElement('OutputEncoding', 'UTF-8'),
  ];
  return xmlDocument(
    element('OpenSearchDescription', `\n${parts.join('')}`, { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' }),
  );
}
