import type { Edition } from '../newsroom/edition/edition.ts';
import { sharedPage, sharePath } from './addresses/routes.ts';
import { answer } from './answer.ts';
import { articleCard, frontCard, type ShareCard } from './share-card/card.ts';
import { storyPage } from './shell/layout-data.ts';

/** What the address of a share image answers; the statuses are those of its page. */
export type ShareAnswer =
  | { status: 200; card: ShareCard }
  | { status: 404 }
  | { status: 410; page: string }
  | { status: 308; to: string };

/** Answers the address of a share image, in its normal form. */
export function shareAnswer(edition: Edition, path: string): ShareAnswer {
  const page = sharedPage(path);
  if (page === undefined) return { status: 404 };
  if (page === '/') return { status: 200, card: frontCard(edition) };
  // All of its page takes longer than the image shows: related stories are not on it.
  const asked = edition.lookup(page);
  if (asked.state === 'public')
    return {
      status: 200,
      card: articleCard(edition, { story: asked.story, ...storyPage(edition, page, asked.story) }),
    };
  const found = answer(edition, page);
  if (found.status === 308) return { status: 308, to: sharePath(found.to) };
  if (found.status === 410) return { status: 410, page };
  return { status: 404 };
}
