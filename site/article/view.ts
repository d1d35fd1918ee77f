import type { Edition } from '../../newsroom/edition/edition.ts';
import type { FullStory, Picture } from '../../newsroom/edition/public.ts';
import type { Accent } from '../../newsroom/model/collection.ts';
import { pathOf, type RouteOf } from '../addresses/routes.ts';
import { topicLinkOf } from '../links/groups.ts';
import type { RelatedLink } from '../related/links.ts';
import { datedLink, type DatedLink } from '../shell/dated-link.ts';
import { storyPage, type Crumb } from '../shell/layout-data.ts';
import type { PageView } from '../shell/page-view.ts';
import { storyWords } from '../words/words-of.ts';
import { cardsOf, type Card } from './choose-cards.ts';
import { shapeOf } from './shape.ts';

export interface ArticleView extends PageView {
  page: 'article';
  story: FullStory;
  accent: Accent;
  crumbs: Crumb[];
  storyline?: StorylinePlace;
  /** Of the author of an opinion. */
  portrait?: Picture;
  /** What to read next, at most four links. Where there are none, the story has no page of links. */
  cards: Card[];
  /** Links to what other titles have on the topics that they own. */
  learn?: RelatedLink[];
  /** How many versions the story has, where that is more than one. */
  versions?: number;
}

/** Where a story is in its storyline. A new story of the storyline changes the page of the one before it, and no other. */
export interface StorylinePlace {
  slug: string;
  title: string;
  previous?: DatedLink;
  next?: DatedLink;
}

/** How many stories are searched for one that is no translation: a story in more languages has no neighbour on that side. */
const mostTranslations = 12;

export function articleView(edition: Edition, route: RouteOf<'article'>, story: FullStory): ArticleView {
  const versions = edition.history(story.address)?.versions.length ?? 0;
  const storyline = storylinePlace(edition, story);
  const parts = story.parts.series?.parts ?? [];
  const words = storyWords(edition.site, story);
  const learn = story.parts.topics
    .filter(({ elsewhere }) => elsewhere)
    .map((topic) => topicLinkOf(edition, words, topic));
  const beside = [storyline?.previous, storyline?.next, ...parts.map((part) => part.story)];
  const cards = cardsOf(edition, story, new Set(beside.flatMap((each) => each?.address ?? [])));
  const fresh = learn.filter(({ href }) => !cards.some(({ link }) => link.href === href));
  return {
    page: 'article',
    ...storyPage(edition, pathOf(route), story),
    story,
    cards,
    // The line itself says what it is.
    ...(fresh.length > 0 && { learn: fresh.map((link) => ({ ...link, reasons: [] })) }),
    ...(versions > 1 && { versions }),
    ...(storyline && { storyline }),
    ...(shapeOf(story) === 'opinion' && portraitOf(edition, story)),
  };
}

/** The portrait of the first author who has one. */
function portraitOf(edition: Edition, { parts }: FullStory): { portrait?: Picture } {
  for (const { slug } of parts.byline) {
    const portrait = slug === undefined ? undefined : edition.person(slug)?.picture;
    if (portrait) return { portrait };
  }
  return {};
}

function storylinePlace(edition: Edition, story: FullStory): StorylinePlace | undefined {
  const { storyline: slug } = story;
  const title = slug === undefined ? undefined : edition.collectionTitle('storyline', slug);
  if (slug === undefined || title === undefined) return undefined;
  const previous = storyBeside(edition, slug, story, 'before');
  const next = storyBeside(edition, slug, story, 'after');
  return { slug, title, ...(previous && { previous }), ...(next && { next }) };
}

/** The nearest story of a storyline that is no translation into another language. */
function storyBeside(
  edition: Edition,
  slug: string,
  story: FullStory,
  side: 'before' | 'after',
): DatedLink | undefined {
  const own = new Set(story.parts.translations.map((each) => each.address));
  const found = edition
    .around('storyline', slug, story, side, mostTranslations)
    .find((other) => !own.has(other.address) && (other.lang === story.lang || !other.translates(edition)));
  return found && datedLink(found);
}
