import { paper } from '../site/shell/paper.ts';
import type { Site } from '../newsroom/model/site.ts';

/** The web app manifest: what a phone shows of a site that a reader has put on the home screen. */
export function writeManifest({ name, description, language }: Site): string {
  return `${JSON.stringify({
    name,
    ...(description !== undefined && { description }),
    lang: language,
    start_url: '/',
    display: 'browser',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/apple-touch-icon.png', type: 'image/png', sizes: '180x180' },
    ],
  })}\n`;
}
