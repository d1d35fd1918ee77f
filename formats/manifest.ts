import type { Edition } from '../newsroom/edition/edition.ts';
import { lookOf, paperOf } from '../site/shell/look.ts';

/** The web app manifest: what a phone shows of a site that a reader has put on the home screen. */
export function writeManifest(edition: Edition): string {
  const { name, description, language } = edition.site;
  const paper = paperOf(lookOf(edition));
  return `${JSON.stringify({
    name,
    ...(description !== undefined && { description }),
    lang: language,
    start_url: '/',
    display: 'browser',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  })}\n`;
}
