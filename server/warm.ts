import { get } from 'node:http';
import { feedFormats, feedPath } from '../site/addresses/feeds.ts';
import { collectionPath } from '../site/addresses/routes.ts';
import { sectionsOf } from '../site/shell/layout-data.ts';
import type { RunningSite, RunningTitle } from './http.ts';

/** How many of the newest articles are rendered. */
const newestArticles = 20;

/** Asks each title for the pages that readers ask for first, so that they are cached: the front page, the sections, the newest articles. */
export async function warm(running: RunningSite, host: string): Promise<void> {
  for (const title of running.titles()) await warmTitle(title, { host, port: running.port });
}

async function warmTitle({ title, validity }: RunningTitle, at: { host: string; port: number }): Promise<void> {
  const { value: paths } = validity().read((edition) => [
    '/',
    '/topics',
    ...sectionsOf(edition).map(({ slug }) => collectionPath('topic', slug)),
    ...edition.newest('all', '', newestArticles).map(({ address }) => address),
    // Programs ask for these most often.
    ...feedFormats.map((format) => feedPath('/', format)),
  ]);
  const named = title && { Host: new URL(title.url).host };
  for (const path of paths) {
    await new Promise((resolve) => {
      get(
        { ...at, path: encodeURI(path), headers: { 'Accept-Encoding': 'br', 'User-Agent': 'dateline', ...named } },
        (response) => {
          response.resume();
          response.on('close', resolve);
        },
      ).on('error', resolve);
    });
  }
}
