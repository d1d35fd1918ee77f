import type { BreadcrumbList, ImageObject, ItemList } from 'schema-dts';
import type { Picture } from '../../newsroom/edition/public.ts';
import { sharePath } from '../addresses/routes.ts';
import { picturePlace, shareSize } from '../share-card/size.ts';
import type { Crumb } from '../shell/layout-data.ts';
import { absolute, pictureAddress } from '../addresses/absolute.ts';

/** An `@id` is the same on every page that describes the thing, and never changes (rule D15). */
export function organizationId(site: string): string {
  return `${site}/#organization`;
}

export function websiteId(site: string): string {
  return `${site}/#website`;
}

/** The `@id` of what the page at a path is about: a person, an article, or the breadcrumbs. */
export function thingId(site: string, path: string, thing: 'article' | 'author' | 'breadcrumb'): string {
  return `${absolute(site, path)}#${thing}`;
}

/** The way down to a page, with the page itself at the end. Nothing where there are no crumbs (rule D10). */
export function breadcrumbs(site: string, path: string, crumbs: readonly Crumb[], title: string): BreadcrumbList[] {
  if (crumbs.length === 0) return [];
  return [
    {
      '@type': 'BreadcrumbList',
      '@id': thingId(site, path, 'breadcrumb'),
      itemListElement: [...crumbs, { title, path }].map((crumb, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: crumb.title,
        item: absolute(site, crumb.path),
      })),
    },
  ];
}

/** Links in their order on the page, each once. */
export function itemList(items: readonly { name: string; url: string }[]): ItemList {
  const once = [...Map.groupBy(items, ({ url }) => url).values()].flatMap(([first]) => first ?? []);
  return {
    '@type': 'ItemList',
    itemListElement: once.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, url })),
  };
}

/**
 * The pictures that represent a story: its own, and its share image where that shows the picture and nothing else
 * (rules D2, D14). A story without a picture has its share image, which shows its headline. Discover takes no image of
 * words (rule O4), so no other story has one.
 */
export function imagesOf(site: string, address: string, picture: Omit<Picture, 'alt'> | undefined): ImageObject[] {
  const shared = { '@type': 'ImageObject' as const, url: absolute(site, sharePath(address)), ...written(shareSize) };
  if (!picture) return [shared];
  const own = imageObject(site, picture);
  return picturePlace(picture) === 'whole' ? [own, { ...own, ...shared }] : [own];
}

/** A picture with the words and the size that it has on the page (rule D2). */
export function imageObject(site: string, { src, width, height, caption, credit }: Omit<Picture, 'alt'>): ImageObject {
  return {
    '@type': 'ImageObject',
    url: pictureAddress(site, src),
    ...written({ width, height }),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { creditText: credit }),
  };
}

function written({ width, height }: { width: number; height: number }): { width: string; height: string } {
  return { width: String(width), height: String(height) };
}
