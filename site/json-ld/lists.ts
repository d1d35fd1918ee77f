import type { CreativeWorkSeries, Thing } from 'schema-dts';
import type { Collection } from '../../newsroom/edition/collections.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import { absolute, absoluteHref } from '../addresses/absolute.ts';
import { collectionPath } from '../addresses/routes.ts';
import { linkText, type LinkGroup } from '../related/links.ts';
import type { Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { breadcrumbs, itemList, thingId, websiteId } from './ids.ts';

/** A link of a list, as its page shows it: a path of this site, or an absolute address. */
export interface Entry {
  title: string;
  path: string;
}

/** A page that is a list of links: its title, those links in their order, and the way down to it. */
export function describeList(
  { layout: { site }, path: own }: PageView,
  title: string,
  entries: readonly Entry[],
  crumbs: readonly Crumb[] = [],
): Thing[] {
  const url = absolute(site.url, own);
  const way = breadcrumbs(site.url, own, crumbs, title);
  return [
    {
      '@type': 'CollectionPage',
      '@id': url,
      url,
      name: title,
      inLanguage: site.language,
      isPartOf: { '@id': websiteId(site.url) },
      ...(way.length > 0 && { breadcrumb: { '@id': thingId(site.url, own, 'breadcrumb') } }),
      mainEntity: itemList(
        entries.map(({ title: name, path }) => ({
          name,
          url: absoluteHref({ site: site.url, path: own }, path.startsWith('/') ? encodeURI(path) : path),
        })),
      ),
    },
    ...way,
  ];
}

/** The link to a story. */
export function storyEntry({ headline, address }: Story): Entry {
  return { title: headline, path: address };
}

/** All links of groups of links. */
export function linkEntries(groups: readonly LinkGroup[]): Entry[] {
  return groups.flatMap(({ links }) => links.map((link) => ({ title: linkText(link), path: link.href })));
}

/** A storyline, as its page and its stories name it. */
export function describeStoryline(
  site: string,
  { slug, title }: Pick<Collection, 'slug' | 'title'>,
): CreativeWorkSeries {
  const path = collectionPath('storyline', slug);
  return {
    '@type': 'CreativeWorkSeries',
    '@id': thingId(site, path, 'storyline'),
    name: title,
    url: absolute(site, path),
  };
}
