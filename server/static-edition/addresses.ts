import { alternatesOf } from '../../formats/article/alternates.ts';
import { outputPaths } from '../../formats/outputs.ts';
import type { Edition } from '../../newsroom/edition/edition.ts';
import { pathOf, sharePath } from '../../site/addresses/routes.ts';
import { iconForms } from '../../site/icon.ts';
import { pagePaths, storyAddresses } from '../../site/paths.ts';
import { notFoundPath } from '../page-maker.ts';

/** What an address of the static edition is made by. */
export const sources = ['page', 'output', 'share-image', 'icon'] as const;
export type Source = (typeof sources)[number];

/** All addresses that the site may have, except old ones, which lead elsewhere. */
export function* addressesIn(edition: Edition): Generator<{ path: string; source: Source }> {
  for (const path of pagePaths(edition)) yield { path, source: 'page' };
  yield { path: notFoundPath, source: 'page' };
  for (const path of outputPaths(edition)) yield { path, source: 'output' };
  yield { path: sharePath('/'), source: 'share-image' };
  for (const address of storyAddresses(edition)) yield { path: sharePath(address), source: 'share-image' };
  for (const path of Object.keys(iconForms)) yield { path, source: 'icon' };
  for (const address of edition.goneAddresses) {
    for (const page of ['article', 'article-links', 'history'] as const)
      yield { path: pathOf({ page, address }), source: 'page' };
    for (const path of alternatesOf(address)) yield { path, source: 'output' };
    yield { path: sharePath(address), source: 'share-image' };
  }
}
