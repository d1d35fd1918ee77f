import type { Thing } from 'schema-dts';
import { wordsOf } from '../head.ts';
import { collectionPath } from '../addresses/routes.ts';
import type { Crumb, View, ViewOf } from '../views.ts';
import { absolute, absoluteHref } from '../addresses/absolute.ts';
import { breadcrumbs, itemList, organizationId, thingId, websiteId } from './ids.ts';
import { personName } from './person-name.ts';

/** A link of a list, as its page shows it. */
interface Entry {
  title: string;
  path: string;
}

/** A page that is a list of links, with those links in their order, and the way down to it. */
export function describeList(view: View, entries: readonly Entry[], crumbs: readonly Crumb[] = []): Thing[] {
  const { site } = view.layout;
  const { title } = wordsOf(view);
  const url = absolute(site.url, view.path);
  const way = breadcrumbs(site.url, view.path, crumbs, title);
  return [
    {
      '@type': 'CollectionPage',
      '@id': url,
      url,
      name: title,
      inLanguage: site.language,
      isPartOf: { '@id': websiteId(site.url) },
      ...(way.length > 0 && { breadcrumb: { '@id': thingId(site.url, view.path, 'breadcrumb') } }),
      mainEntity: itemList(
        entries.map(({ title: name, path }) => ({
          name,
          url: absoluteHref({ site: site.url, path: view.path }, path.startsWith('/') ? encodeURI(path) : path),
        })),
      ),
    },
    ...way,
  ];
}

/** An author's page: the author, and what was written (rules D1 and N2). */
export function describeAuthor(view: ViewOf<'collection'>, entries: readonly Entry[]): Thing[] {
  const { collection, detail, layout } = view;
  const { site } = layout;
  const path = collectionPath('person', collection.slug);
  const url = absolute(site.url, path);
  // Of a person only: what a desk lists are places to read on, not itself elsewhere.
  const sameAs = detail.links.map((link) => absoluteHref({ site: site.url, path }, link.url));
  const shared = {
    '@id': thingId(site.url, path, 'author'),
    name: collection.title,
    url,
  };
  const list = describeList(view, entries);
  if (view.list.number !== undefined) return list;
  return [
    {
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
            ...(sameAs.length > 0 && { sameAs }),
          },
    },
    ...list,
  ];
}
