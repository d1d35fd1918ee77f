import { imageSize } from 'image-size';
import type { Answer } from '../http.ts';
import { attribute, words, type Markup } from '../markup.ts';
import { eachPage, unless, type Check, type Walked } from './check.ts';

/** Icons, the manifest, and the theme colours. */
export const iconChecks: Check[] = [
  {
    rule: 'F1',
    says: 'icons exist in the type and the size that pages name, and one is for search results',
    find: (walked) => {
      const front = walked.crawl.found.get('/')?.markup;
      if (!front) return ['/: was not found'];
      const icons = front
        .all('link')
        .filter((element) => words(element, 'rel').some((word) => /^(?:icon|apple-touch-icon)$/.test(word)))
        .map((element) => ({
          rel: attribute(element, 'rel') ?? '',
          href: attribute(element, 'href') ?? '',
          sizes: attribute(element, 'sizes') ?? '',
          type: attribute(element, 'type'),
        }));
      const pixels = icons.filter(({ rel, href }) => rel === 'icon' && /\.(?:ico|png|jpe?g|gif)$/.test(href));
      return [
        ...unless(pixels.length > 0, '/: no icon that a search engine takes'),
        ...unless(
          icons.some(({ rel }) => rel === 'apple-touch-icon'),
          '/: no apple-touch-icon',
        ),
        ...icons.flatMap((icon) => iconFaults(walked, icon.href, icon)),
        ...pixels.flatMap(({ href }) => unless((sizeAt(walked, href)?.width ?? 0) >= 48, `${href}: smaller than 48`)),
      ];
    },
  },
  {
    says: 'every page names the same icons',
    find: (walked) => {
      const icons = iconsOf(walked.crawl.found.get('/')?.markup);
      return eachPage(({ markup }) => unless(iconsOf(markup) === icons, 'other icons than the front page'))(walked);
    },
  },
  {
    says: 'the manifest is complete, and its icons exist',
    find: (walked) => {
      const answer = walked.crawl.found.get('/manifest.webmanifest')?.answer;
      if (answer?.status !== 200) return ['/manifest.webmanifest: was not found'];
      const manifest: Record<string, unknown> = JSON.parse(answer.text);
      const icons = Array.isArray(manifest['icons']) ? manifest['icons'] : [];
      return [
        ...unless(
          answer.headers['content-type']?.startsWith('application/manifest+json') ?? false,
          '/manifest.webmanifest: another type',
        ),
        ...['name', 'lang', 'start_url', 'display', 'background_color', 'theme_color'].flatMap((field) =>
          unless(typeof manifest[field] === 'string' && manifest[field] !== '', `/manifest.webmanifest: no ${field}`),
        ),
        ...unless(icons.length > 0, '/manifest.webmanifest: no icons'),
        ...icons.flatMap(({ src, sizes, type }) => iconFaults(walked, String(src), { sizes, type })),
      ];
    },
  },
  {
    says: 'every page has a theme colour, for the light and for the dark scheme',
    find: eachPage(({ markup }) => {
      const colours = markup.all('meta').filter((element) => attribute(element, 'name') === 'theme-color');
      const shown = colours.map((element) => `${attribute(element, 'media')} ${attribute(element, 'content')}`);
      return unless(
        colours.length === 2 &&
          /^\(prefers-color-scheme: light\) #\w{6}$/.test(shown[0] ?? '') &&
          /^\(prefers-color-scheme: dark\) #\w{6}$/.test(shown[1] ?? ''),
        `theme-color: ${shown.join(', ')}`,
      );
    }),
  },
];

function iconFaults(
  walked: Walked,
  href: string,
  { sizes, type }: { sizes?: string; type?: string | undefined },
): string[] {
  const answer = answerAt(walked, href);
  if (answer?.status !== 200) return [`${href}: answers ${answer?.status}`];
  const size = sizeAt(walked, href);
  const sent = answer.headers['content-type']?.split(';')[0];
  const ofType = href.endsWith('.ico')
    ? ['image/x-icon', 'image/vnd.microsoft.icon']
    : [`image/${size?.type}`, `image/${size?.type}+xml`];
  return [
    ...unless(sent !== undefined && ofType.includes(sent), `${href}: sent as ${sent}, is ${size?.type}`),
    ...unless(type === undefined || type === sent, `${href}: named as ${type}, sent as ${sent}`),
    ...unless(size?.width === size?.height, `${href}: ${size?.width} × ${size?.height} is not square`),
    ...unless(
      !sizes || sizes === 'any' || sizes === `${size?.width}x${size?.height}`,
      `${href}: named as ${sizes}, is ${size?.width}x${size?.height}`,
    ),
  ];
}

function answerAt({ crawl }: Walked, href: string): Answer | undefined {
  return crawl.found.get(href)?.answer;
}

function sizeAt(walked: Walked, href: string): ReturnType<typeof imageSize> | undefined {
  const answer = answerAt(walked, href);
  return answer?.status === 200 ? imageSize(answer.body) : undefined;
}

function iconsOf(markup: Markup | undefined): string {
  return ['icon', 'apple-touch-icon', 'manifest'].flatMap((relation) => markup?.links(relation) ?? []).join(' ');
}
