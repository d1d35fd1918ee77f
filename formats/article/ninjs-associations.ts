import type { Correction } from '../../newsroom/model/article.ts';
import { webAddress } from '../../newsroom/model/web-address.ts';
import { absoluteHref, uriOf } from '../../site/addresses/absolute.ts';
import { relatedLink } from '../../site/related/links.ts';
import { english } from '../../site/words/words-of.ts';
import type { ArticleData, PictureFile } from './article-data.ts';
import type { NinjsAssociation } from './ninjs-shape.ts';

/** The associations of an article: its pictures, corrections, sources and the editor's related links. `rel` says which of these one is. */
export function associationsOf({ story, url, base, pictures }: ArticleData): NinjsAssociation[] {
  return [
    ...pictures.map(pictureOf),
    ...story.corrections.map(({ at, text }, index): NinjsAssociation => ({
      name: `Correction ${index + 1}`,
      rel: 'correction',
      uri: `${url}#correction-${index + 1}`,
      type: 'text',
      firstCreated: at,
      versionCreated: at,
      bodies: [{ contentType: 'text/plain', value: text }],
    })),
    ...story.sources.map((source) => pageOf('source', { ...source, url: absoluteHref(base, source.url) })),
    ...story.parts.picked
      .map((item) => relatedLink(english, item))
      .map(({ href, title, source, note }) =>
        pageOf('related', { url: absoluteHref(base, href), title, source, note }),
      ),
  ];
}

/** All corrections in one note, for editors who read no other field. */
export function correctionNote(corrections: readonly Correction[]): string {
  return corrections.map(({ at, text }) => `CORRECTION (${at}): ${text}`).join('\n');
}

function pictureOf({
  src,
  alt,
  caption,
  credit,
  creditUrl,
  rights,
  focus,
  lead,
  url,
  mediaType,
  size,
  width,
  height,
  renditions,
}: PictureFile): NinjsAssociation {
  const license = rights === undefined ? undefined : webAddress(rights);
  return {
    name: src,
    rel: lead ? 'lead' : 'figure',
    uri: uriOf(url),
    type: mediaType === 'image/svg+xml' ? 'graphic' : 'picture',
    descriptions: [
      ...(caption === undefined ? [] : [{ role: 'caption', value: caption }]),
      { role: 'alt', value: alt },
    ],
    ...(credit !== undefined && { by: credit }),
    ...(rights !== undefined &&
      (license === undefined ? { copyrightNotice: rights } : { rightsInfo: { linkedRights: uriOf(license) } })),
    ...(creditUrl !== undefined && {
      infoSources: [{ name: credit ?? creditUrl, role: 'credit', uri: uriOf(creditUrl) }],
    }),
    renditions: [
      {
        name: 'main',
        href: uriOf(url),
        contentType: mediaType,
        width,
        height,
        ...(size !== undefined && { sizeInBytes: size }),
        ...(focus && { poi: { x: Math.round((width * focus.x) / 100), y: Math.round((height * focus.y) / 100) } }),
      },
      ...renditions.map((each) => ({
        name: each.name,
        href: uriOf(each.url),
        contentType: each.mediaType,
        width: each.width,
        height: each.height,
      })),
    ],
  };
}

interface Page {
  url: string;
  title: string;
  source?: string | undefined;
  note?: string | undefined;
}

function pageOf(rel: 'source' | 'related', { url, title, source, note }: Page): NinjsAssociation {
  return {
    name: title,
    rel,
    uri: uriOf(url),
    type: 'text',
    ...(note !== undefined && { descriptions: [{ role: 'note', value: note }] }),
    ...(source !== undefined && { infoSources: [{ name: source, role: 'publisher' }] }),
  };
}
