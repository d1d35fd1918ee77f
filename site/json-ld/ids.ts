import type { BreadcrumbList, ImageObject, ItemList } from 'schema-dts';
import { crops, fullSize, renditionAddress, renditionForAll } from '../../elements/picture/renditions.ts';
import type { Picture } from '../../newsroom/edition/public.ts';
import { webAddress } from '../../newsroom/model/web-address.ts';
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

/** The `@id` of what the page at a path is about: a person, an article, a storyline, or the breadcrumbs. */
export function thingId(site: string, path: string, thing: 'article' | 'author' | 'breadcrumb' | 'storyline'): string {
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

/** A picture of a story with the words that its page shows. */
export type DescribedPicture = Omit<Picture, 'alt'>;

/**
 * The pictures that represent a story: its own, its crops, and its share image where that shows the picture and nothing
 * else (rules D2, D14). A story without a picture has its share image, which shows its headline. Discover takes no image
 * of words (rule O4), so no other story has one.
 */
export function imagesOf(site: string, address: string, picture: DescribedPicture | undefined): ImageObject[] {
  const share = { url: absolute(site, sharePath(address)), ...shareSize };
  if (!picture) return [{ '@type': 'ImageObject', url: share.url, ...written(share) }];
  const others = [...cropsOf(site, picture), ...(picturePlace(picture) === 'whole' ? [share] : [])];
  return [imageObject(site, picture), ...others.map((each) => describe(picture, each))];
}

/** The width of the crops that search engines ask for, in pixels, and the least that is worth naming. */
const cropWidth = { best: 1200, least: 640 };

interface SizedAddress {
  /** Absolute. */
  url: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** A picture in the three shapes that Google asks for, each as large as its file allows up to 1,200 pixels (rule D2). */
function cropsOf(site: string, picture: DescribedPicture): SizedAddress[] {
  const { src, focus } = picture;
  return crops.flatMap((crop) => {
    const found = renditionForAll(picture, { crop, focus, most: cropWidth.best });
    if (!found || found.width < cropWidth.least) return [];
    const { name, width, height } = found;
    return [{ url: renditionAddress(pictureAddress(site, src), name), width, height }];
  });
}

/** A picture at its own address, with the words that it has on the page (rule D2). */
export function imageObject(site: string, picture: DescribedPicture): ImageObject {
  return describe(picture, { url: pictureAddress(site, picture.src), ...fullSize(picture) });
}

/** A picture at one of its addresses, with its licence: `rights` is the address of one, or a notice of copyright. */
function describe(
  { caption, credit, creditUrl, rights }: DescribedPicture,
  { url, ...size }: SizedAddress,
): ImageObject {
  const license = rights === undefined ? undefined : webAddress(rights);
  return {
    '@type': 'ImageObject',
    url,
    ...written(size),
    ...(caption !== undefined && { caption }),
    ...(credit !== undefined && { creditText: credit }),
    ...(rights !== undefined && (license === undefined ? { copyrightNotice: rights } : { license })),
    ...(creditUrl !== undefined && { acquireLicensePage: creditUrl }),
    // Google reads the licence of a picture only beside this name of its address.
    ...((rights ?? creditUrl) !== undefined && { contentUrl: url }),
  };
}

function written({ width, height }: { width: number; height: number }): { width: string; height: string } {
  return { width: String(width), height: String(height) };
}
