import { get } from 'node:http';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath } from '../site/addresses/routes.ts';
import { sectionsOf } from '../site/shell/layout-data.ts';
import type { RunningSite } from './http.ts';

/** How many of the newest articles are rendered. */
const newestArticles = 20;

/** Asks for the pages that readers ask for first, so that they are cached: the front page, the sections, the newest articles. */
export async function warm({ services, port }: RunningSite, host: string): Promise<void> {
  const { value: paths } = services.validity.read((edition) => [
    '/',
    '/topics',
    ...sectionsOf(edition).map(({ slug }) => collectionPath('topic', slug)),
    ...edition.newest('all', '', newestArticles).map(({ address }) => address),
    // Programs ask for these most often.
    ...feedFormats.map((format) => feedPath('/', format)),
  ]);
  for (const path of paths) {
    await new Promise((resolve) => {
      get(
        { host, port, path: encodeURI(path), headers: { 'Accept-Encoding': 'br', 'User-Agent': 'dateline' } },
        (response) => {
          response.resume();
          response.on('close', resolve);
        },
      ).on('error', resolve);
    });
  }
}
