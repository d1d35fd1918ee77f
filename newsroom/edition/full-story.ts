import { slugify } from '../model/slug.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { EditionContext } from './context.ts';
import { placeNamed } from './collections.ts';
import { personOf, topicOf } from './entities.ts';
import { publicHref, publicLinks } from './links.ts';
import { pictureSize } from './pictures.ts';
import { FullStory, type BylineName, type FullStoryParts, type StoryTopic } from './public.ts';
import { pickedLinks } from './related.ts';
import { seriesOf } from './series.ts';
import { resolve, storedIn, substanceChanged } from './stories.ts';
import { topicElsewhere } from './titles.ts';
import { translationsOf } from './translations.ts';
import { publicBody } from './public-body.ts';

/** Makes the full story of an article that is shown, from its row. */
export function fullStoryFrom(context: EditionContext, article: Row): FullStory {
  const stored = storedIn(article);
  return new FullStory(
    { ...stored, sources: publicLinks(context, stored.sources) },
    { ...resolve(context, stored), changed: substanceChanged(context, article, stored) },
    partsOf(context, article, stored),
    context.now,
  );
}

/** Resolves what an article names, as far as the public may see it. */
function partsOf(context: EditionContext, article: Row, stored: StoredArticle): FullStoryParts {
  const pictures: FullStoryParts['pictures'] = {};
  const row = context.store.get('SELECT body FROM body WHERE article = ?', numberOf(article, 'key'));
  const resolver = {
    publicHref: (href: string) => publicHref(context, href),
    pictureSize: (src: string) => pictureSize(context, src),
  };
  const place = placeIn(context, numberOf(article, 'key'), stored);
  const agency = stored.agency && slugify(stored.agency);
  const series = seriesOf(context, numberOf(article, 'key'), stored);
  return {
    byline: stored.byline.flatMap((entry): BylineName[] => {
      if ('name' in entry) return [entry];
      const person = personOf(context, entry.person);
      if (!person) return [];
      const { name, kind, slug, role } = person;
      return [{ name, kind, slug, ...(role && { role }) }];
    }),
    ...(stored.agency && agency && { agency: { name: stored.agency, slug: agency } }),
    ...(place && { place }),
    translations: translationsOf(context, stored),
    picked: pickedLinks(context, stored),
    topics: stored.topics.flatMap((slug) => storyTopic(context, slug) ?? []),
    ...(series && { series }),
    body: publicBody(resolver, JSON.parse(textOf(row, 'body')), pictures),
    pictures,
  };
}

/** A topic of an article. A link to it leads to the title that owns it. */
function storyTopic(context: EditionContext, slug: string): StoryTopic | undefined {
  const found = topicElsewhere(context, slug);
  if (!found) {
    const topic = topicOf(context, slug);
    return topic && { slug, title: topic.title };
  }
  const { title, learn } = found.topic;
  return { slug, title, elsewhere: { ...found.title, ...(learn !== undefined && { learn }) } };
}

/** The place of an article, with the name that its page has. `key` is that of the article's row. */
function placeIn(context: EditionContext, key: number, { dateline }: StoredArticle): FullStoryParts['place'] {
  const row = context.store.get(
    "SELECT slug FROM main.membership WHERE title = 0 AND article = ? AND kind = 'place'",
    key,
  );
  if (!row || dateline?.place === undefined) return undefined;
  const slug = textOf(row, 'slug');
  return { name: placeNamed(context, slug)?.name ?? dateline.place, slug };
}
