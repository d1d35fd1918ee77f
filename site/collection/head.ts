import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { absolute } from '../addresses/absolute.ts';
import { collectionPath } from '../addresses/routes.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import { fill } from '../words/fill.ts';
import { pageInWords } from '../words/labels.ts';
import { siteWords } from '../words/words-of.ts';
import type { Words } from '../words/words.ts';
import type { CollectionView } from './view.ts';

/** The feeds are those of the collection (rule E6). */
export function collectionHead(view: CollectionView): HeadParts {
  const { collection, detail, list, layout, owner } = view;
  const { number } = list;
  const { site } = layout;
  const { kind, slug, title } = collection;
  const words = siteWords(site);
  const { page, fromOldest } = pageInWords(words, number);
  const { name, contents } = titlesOf(words, kind, title);
  return {
    title: `${name}${page}`,
    description:
      detail.standfirst ??
      detail.opening ??
      fill(words.parts.inSite, { what: contents, site: site.name, page: fromOldest }),
    ...(owner !== undefined && { canonical: absolute(owner, view.path) }),
    feeds: { base: collectionPath(kind, slug), title: `${title} — ${site.name}` },
  };
}

/**
 * The title of a collection's page, and what is on it. A topic, a place and an agency may have the same name, and the
 * titles of their pages must differ.
 */
function titlesOf({ collection }: Words, kind: CollectionKind, title: string): { name: string; contents: string } {
  const both = (text: string): { name: string; contents: string } => ({ name: text, contents: text });
  switch (kind) {
    case 'topic':
      return { name: title, contents: fill(collection.storiesOn, { topic: title }) };
    case 'person':
      return both(fill(collection.storiesBy, { author: title }));
    case 'place':
      return both(fill(collection.storiesFrom, { place: title }));
    case 'agency':
      return both(fill(collection.storiesOfAgency, { agency: title }));
    case 'storyline':
      return {
        name: fill(collection.storylineTitle, { storyline: title }),
        contents: fill(collection.storiesOfStoryline, { storyline: title }),
      };
  }
}
