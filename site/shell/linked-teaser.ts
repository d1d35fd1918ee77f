import type { ShownPicture } from '../../elements/picture/picture.tsx';
import type { Edition } from '../../newsroom/edition/edition.ts';
import type { Story } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { shownPicture } from './find-picture.ts';
import { accentOf } from './layout-data.ts';
import type { LinkGroup, RelatedLink } from '../related/links.ts';

/** What is shown of a story beside a link to it. */
export interface LinkedTeaser extends Pick<Story, 'type' | 'lang' | 'kicker' | 'kickerLang'> {
  /** The colour of its section. */
  accent: Accent;
  /** Missing where the page shows the same picture elsewhere. */
  picture?: ShownPicture;
}

/** Of the story that a link leads to, if it leads to one. `shown` has the paths of the page's pictures, and gets that of the story. */
export function linkedTeaser(
  edition: Edition,
  { external, href }: RelatedLink,
  shown: Set<string | undefined>,
): LinkedTeaser | undefined {
  const to = external ? undefined : edition.story(href);
  if (!to) return undefined;
  const { type, lang, kicker, kickerLang, picture } = to;
  const accent = accentOf(edition, to.topics);
  const isNew = picture !== undefined && !shown.has(picture.src);
  shown.add(picture?.src);
  return { type, lang, kicker, kickerLang, accent, ...(isNew && { picture: shownPicture(picture) }) };
}

/** The same of all stories in groups of links, by address. */
export function linkedTeasers(edition: Edition, groups: readonly LinkGroup[]): Record<string, LinkedTeaser> {
  const shown = new Set<string | undefined>();
  return Object.fromEntries(
    groups
      .flatMap(({ links }) => links)
      .flatMap((link) => {
        const teaser = linkedTeaser(edition, link, shown);
        return teaser ? [[link.href, teaser] as const] : [];
      }),
  );
}
