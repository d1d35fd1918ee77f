import type { Instant } from '../model/instant.ts';
import type { Row } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import { isVisible } from '../store/visible.ts';
import type { StoryState } from './public.ts';

/**
 * What an edition shows besides what the gates in the store allow. Lists always obey these gates: a preview has a store with
 * other gates.
 */
export interface Visibility {
  /** Whether an article is shown at its own address, by its row in `article`. `now` in milliseconds. */
  shows(article: Row, now: number): boolean;
  /** Why the public may not see an article that is shown. */
  stateOf(article: StoredArticle, now: number): StoryState | undefined;
  /** Whether a picture is shown though nothing public names it. */
  showsAllPictures: boolean;
  /** Whether drafts of the newsroom's own pages are shown. */
  showsDrafts: boolean;
  /** The instant that every page names. The public's pages name none. */
  previewedAt(now: number): Instant | undefined;
}

/** The public sees articles between their gates, and nothing else. */
export const publicVisibility: Visibility = {
  shows: isVisible,
  stateOf: () => undefined,
  showsAllPictures: false,
  showsDrafts: false,
  previewedAt: () => undefined,
};
