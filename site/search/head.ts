import { searchFeedHref } from '../addresses/search.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { siteWords } from '../words/words-of.ts';
import type { SearchView } from './view.ts';

/** No search engine lists results of a search (rule R4). The feed is that of the query. */
export function searchHead({ request: { query, page }, layout: { site } }: SearchView): HeadParts {
  const { search, parts } = siteWords(site);
  if (query === '')
    return {
      // A topic may be called Search, and titles must differ.
      title: search.title,
      description: fill(search.description, { site: site.name }),
      unlisted: true,
    };
  const title = fill(search.titleFor, { query });
  return {
    title: page === 1 ? title : title + fill(parts.page, { number: page }),
    description: fill(search.descriptionFor, { site: site.name, query }),
    unlisted: true,
    ownFeed: { href: searchFeedHref(query), title: `${title} — ${site.name}` },
  };
}
