import type { Body } from '../../elements/body.ts';
import { placeSlug, slugify } from '../model/slug.ts';
import type { StoredArticle } from '../store/stored-article.ts';
import type { Edition } from './edition.ts';
import { publicBody } from './public-body.ts';
import type { BylineName, FullStoryParts } from './public.ts';
import { pickedLinks } from './related.ts';

/** Resolves what a whole article names, as far as the public may see it. */
export function fullStoryParts(edition: Edition, stored: StoredArticle, body: Body): FullStoryParts {
  const pictures: FullStoryParts['pictures'] = {};
  const place = placeSlug(stored.dateline);
  const agency = stored.agency && slugify(stored.agency);
  return {
    byline: stored.byline.flatMap((entry): BylineName[] => {
      if ('name' in entry) return [entry];
      const person = edition.person(entry.person);
      return person
        ? [
            {
              name: person.name,
              kind: person.kind,
              address: `/people/${person.slug}`,
              ...(person.role && { role: person.role }),
            },
          ]
        : [];
    }),
    ...(stored.agency && agency && { agency: { name: stored.agency, slug: agency } }),
    ...(place && stored.dateline?.place && { place: { name: stored.dateline.place, slug: place } }),
    translations: edition.translations(stored),
    picked: pickedLinks(edition, stored, stored.related),
    topics: stored.topics.flatMap((slug) => {
      const topic = edition.topic(slug);
      return topic ? [{ slug, title: topic.title }] : [];
    }),
    body: publicBody(edition, body, pictures),
    pictures,
  };
}
