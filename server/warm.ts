import { get } from 'node:http';
import type { Edition } from '../newsroom/edition/edition.ts';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath } from '../site/addresses/routes.ts';
import { sectionsOf } from '../site/shell/layout-data.ts';
import type { Kept } from './kept.ts';

/** Articles that are made ready before anybody asks. */
const newestReady = 20;

/** Renders the pages that readers ask for first: the front page, the sections, the newest stories. */
export async function warm({ validity }: Kept, port: number, host: string): Promise<void> {
  const paths = validity.read((edition: Edition) => [
    '/',
    '/topics',
    ...sectionsOf(edition).map(({ slug }) => collectionPath('topic', slug)),
    ...edition.newest('all', '', newestReady).map(({ address }) => address),
    // What programs ask for most often.
    ...feedFormats.map((format) => feedPath('/', format)),
  ]);
  for (const path of paths) {
    await new Promise((resolve) => {
      get({ host, port, path: encodeURI(path), headers: { 'Accept-Encoding': 'br' } }, (response) => {
        response.resume();
        response.on('close', resolve);
      }).on('error', resolve);
    });
  }
}
