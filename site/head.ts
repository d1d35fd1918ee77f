import type { Metadata } from 'next';
import { shorten } from '../newsroom/model/text.ts';
import { absolute } from './addresses/absolute.ts';
import { feedFormats, feedPath, rss } from './addresses/feeds.ts';
import { licensePath } from './addresses/routes.ts';
import { headPartsOf, type View } from './pages.ts';
import type { HeadParts } from './shell/head-parts.ts';
import type { LayoutData } from './shell/layout-data.ts';
import { socialOf } from './social.ts';

/** One icon for search results, which take no SVG (rule F1), one for screens, one for a phone's home screen. */
function iconsOf({ pixelIcon, license, site }: LayoutData): Metadata['icons'] {
  return {
    icon: [
      { url: '/favicon.ico', sizes: '48x48' },
      pixelIcon
        ? { url: '/icon-192.png', type: 'image/png', sizes: '192x192' }
        : { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: '/apple-touch-icon.png',
    // Next has no field for a licence; this one writes a link of any kind (rule O6).
    ...(license && { other: { rel: 'license', type: rsl, url: site.url + licensePath } }),
  };
}

/** The media type of a licence for machines. */
const rsl = 'application/rsl+xml';

/** What a page says of itself in its head. */
export function headOf(view: View): Metadata {
  const { site, previewedAt } = view.layout;
  const parts = headPartsOf(view);
  const canonical = parts.canonical ?? absolute(site.url, view.path);
  const hidden = previewedAt !== undefined || parts.unlisted;
  return {
    metadataBase: new URL(site.url),
    title: parts.title === site.name ? site.name : `${parts.title} — ${site.name}`,
    ...(parts.description && { description: shorten(parts.description, 200) }),
    robots: hidden
      ? { index: false }
      : {
          index: true,
          'max-image-preview': 'large',
          'max-snippet': -1,
          'max-video-preview': -1,
          ...(parts.unavailableAfter !== undefined && { unavailable_after: parts.unavailableAfter }),
        },
    icons: iconsOf(view.layout),
    manifest: '/manifest.webmanifest',
    ...(!hidden && {
      alternates: {
        canonical,
        languages: parts.languages ?? {},
        types: { ...alternateTypes(parts, view.layout), ...feedTypes(parts, view.layout) },
      },
      ...socialOf(parts, view.layout, canonical),
    }),
    ...(parts.ownFeed && {
      alternates: { types: { [rss.type]: [{ url: site.url + parts.ownFeed.href, title: parts.ownFeed.title }] } },
    }),
  };
}

type AlternateTypes = Record<string, { url: string; title: string }[]>;

/** The other formats of what the page shows, by their media types. */
function alternateTypes({ title, alternates = [] }: HeadParts, { site }: LayoutData): AlternateTypes {
  return Object.fromEntries(
    alternates.map(({ format, path }) => [
      format.type,
      [{ url: absolute(site.url, path), title: `${title} (${format.words})` }],
    ]),
  );
}

/** The feeds that follow what the page shows, by their media types (rule E6). */
function feedTypes({ feeds }: HeadParts, layout: LayoutData): AlternateTypes {
  if (!layout.feeds) return {};
  const { site } = layout;
  const { base, title } = feeds ?? { base: '/', title: site.name };
  return Object.fromEntries(
    feedFormats.map((format) => [
      format.type,
      [{ url: absolute(site.url, feedPath(base, format)), title: `${title} (${format.words})` }],
    ]),
  );
}
