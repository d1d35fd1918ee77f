import type { CollectionKind } from '../../newsroom/model/collection.ts';
import { collectionPath } from '../addresses/routes.ts';
import type { HeadParts } from '../shell/head-parts.ts';
import type { CollectionView } from './view.ts';

/** A topic, a place and an agency may have the same name, and the titles of their pages must differ. */
const titles = {
  topic: (title) => title,
  person: (title) => `Stories by ${title}`,
  place: (title) => `Stories from ${title}`,
  agency: (title) => `Stories of the agency ${title}`,
  storyline: (title) => `Storyline: ${title}`,
} as const satisfies Record<CollectionKind, (title: string) => string>;

const descriptions = {
  ...titles,
  topic: (title) => `Stories on ${title}`,
  storyline: (title) => `Stories of the storyline “${title}”`,
} as const satisfies Record<CollectionKind, (title: string) => string>;

/** The feeds are those of the collection (rule E6). */
export function collectionHead({ collection, detail, list, layout: { site } }: CollectionView): HeadParts {
  const { kind, slug, title } = collection;
  const [page, position] =
    list.number === undefined ? ['', ''] : [`, page ${list.number}`, `, page ${list.number} from the oldest`];
  return {
    title: `${titles[kind](title)}${page}`,
    description: detail.standfirst ?? `${descriptions[kind](title)} in ${site.name}${position}.`,
    feeds: { base: collectionPath(kind, slug), title: `${title} — ${site.name}` },
  };
}
