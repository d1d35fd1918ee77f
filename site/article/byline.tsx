import { Fragment, type ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { collectionPath } from '../addresses/routes.ts';

/** Who wrote the story, each name a link to the author's page, and its agency, which is a source and never an author. */
export function Byline({ story }: { story: FullStory }): ReactNode {
  const { byline, agency } = story.parts;
  if (byline.length === 0 && !agency) return null;
  return (
    <p className="byline">
      {byline.length > 0 && 'By '}
      {byline.map(({ name, role, place, slug }, index) => (
        <Fragment key={name}>
          {index > 0 && (index === byline.length - 1 ? ' and ' : ', ')}
          <b>
            {slug ? (
              <a href={collectionPath('person', slug)} rel="author">
                {name}
              </a>
            ) : (
              name
            )}
          </b>
          {(role ?? place) && <span className="role">, {[role, place].filter(Boolean).join(', ')}</span>}
        </Fragment>
      ))}
      {agency && (
        <span className="agency">
          {byline.length > 0 && ' · '}
          <a href={collectionPath('agency', agency.slug)}>{agency.name}</a>
        </span>
      )}
    </p>
  );
}
