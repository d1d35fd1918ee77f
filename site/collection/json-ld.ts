import type { Thing } from 'schema-dts';
import { absolute, absoluteHref } from '../addresses/absolute.ts';
import { collectionPath } from '../addresses/routes.ts';
import { imageObject, organizationId, thingId, websiteId } from '../json-ld/ids.ts';
import { describeList, describeStoryline, storyEntry } from '../json-ld/lists.ts';
import { personName } from '../json-ld/person-name.ts';
import { collectionHead } from './head.ts';
import type { CollectionView } from './view.ts';

/** The stories of a collection; on the newest page of an author, the author first (rules D1 and N2). */
export function describeCollection(view: CollectionView): Thing[] {
  const { collection, crumbs, list, detail } = view;
  const author = collection.kind === 'person';
  const entries = list.stories.map(storyEntry);
  return [
    ...(author && list.number === undefined ? [describeAuthor(view)] : []),
    ...(detail.storyline ? [describeStoryline(view.layout.site.url, collection)] : []),
    ...describeList(view, collectionHead(view).title, entries, crumbs),
  ];
}

function describeAuthor({ collection, detail, layout: { site } }: CollectionView): Thing {
  const path = collectionPath('person', collection.slug);
  const url = absolute(site.url, path);
  const accounts = detail.accounts?.map(({ href }) => href) ?? [];
  // Of a person only: the links of a desk lead to pages that are about something else.
  const pages = detail.organization ? [] : detail.links.map((link) => absoluteHref({ site: site.url, path }, link.url));
  const sameAs = [...accounts, ...pages];
  const shared = {
    '@id': thingId(site.url, path, 'author'),
    name: collection.title,
    url,
    ...(detail.portrait && { image: imageObject(site.url, detail.portrait) }),
    ...(detail.email !== undefined && { email: detail.email }),
    ...(sameAs.length > 0 && { sameAs }),
  };
  return {
    '@type': 'ProfilePage',
    '@id': `${url}#profile`,
    url,
    name: collection.title,
    inLanguage: site.language,
    isPartOf: { '@id': websiteId(site.url) },
    mainEntity: detail.organization
      ? { '@type': 'Organization', ...shared, parentOrganization: { '@id': organizationId(site.url) } }
      : {
          '@type': 'Person',
          ...shared,
          ...personName(collection.title),
          ...(detail.role !== undefined && { jobTitle: detail.role }),
          ...(detail.agency !== undefined && { affiliation: { '@type': 'Organization', name: detail.agency } }),
        },
  };
}
