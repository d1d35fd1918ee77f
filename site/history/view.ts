import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { differenceBetween } from '../../newsroom/history/difference.ts';
import type { View, ViewOf } from '../views.ts';

type Around = Pick<ViewOf<'history'>, 'path' | 'layout' | 'accent' | 'crumbs'>;

/** The versions of a story, newest first. Where none are known the page says so. */
export function historyView(edition: Edition, { address, headline, lang }: FullStory, around: Around): View {
  const versions = edition.history(address)?.versions ?? [];
  return { page: 'history', ...around, story: { address, headline, lang }, versions: versions.toReversed() };
}

/**
 * One version against the one before it. Nothing on the page depends on later versions, so it never changes again; the
 * first has nothing before it, and is shown as it was.
 */
export function versionView(
  edition: Edition,
  { address }: FullStory,
  number: number,
  around: Around,
): View | undefined {
  const history = edition.history(address);
  const version = history?.versions.find((each) => each.number === number);
  const text = history?.text(number);
  if (!history || !version || !text) return undefined;
  const before = history.versions.find((each) => each.number === number - 1);
  return {
    page: 'version',
    ...around,
    story: { address, headline: text.headline, lang: text.lang ?? edition.site.language },
    version,
    ...(before && { before }),
    difference: differenceBetween(before && history.text(before.number), text, edition.site.language),
  };
}
