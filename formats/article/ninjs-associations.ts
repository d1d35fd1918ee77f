import type { Correction } from '../../newsroom/model/article.ts';
import { absoluteHref, uriOf } from '../../site/addresses/absolute.ts';
import { relatedLink } from '../../site/related/links.ts';
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
      .map(relatedLink)
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
  lead,
  url,
  mediaType,
  size,
  width,
  height,
}: PictureFile): NinjsAssociation {
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
    renditions: [{ name: 'main', href: uriOf(url), contentType: mediaType, width, height, sizeInBytes: size }],
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
