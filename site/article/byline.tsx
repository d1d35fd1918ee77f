import type { ReactNode } from 'react';
import type { BylineName, FullStory } from '../../newsroom/edition/public.ts';
import { collectionPath } from '../addresses/routes.ts';
import { List, Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { showsRole } from './shows-role.ts';

/** Who wrote the story, each name a link to the author's page, and its agency, which is a source and never an author. */
export function Byline({ story, words }: { story: FullStory; words: Words }): ReactNode {
  const { byline, agency } = story.parts;
  if (byline.length === 0 && !agency) return null;
  const authors = byline.map((author) => (
    <Author key={author.name} author={author} words={words} isDetailed={showsRole(byline)} />
  ));
  return (
    <p className="byline">
      {byline.length > 0 && (
        <Phrase of={words.article.byline} parts={{ authors: <List of={authors} words={words} /> }} />
      )}
      {agency && (
        <>
          {byline.length > 0 && '\u00A0· '}
          <a href={collectionPath('agency', agency.slug)}>{agency.name}</a>
        </>
      )}
    </p>
  );
}

function Author({
  author: { name, role, place, slug },
  words,
  isDetailed,
}: {
  author: BylineName;
  words: Words;
  isDetailed: boolean;
}): ReactNode {
  const { comma } = words.parts;
  return (
    <>
      <b>
        {slug ? (
          <a href={collectionPath('person', slug)} rel="author">
            {name}
          </a>
        ) : (
          name
        )}
      </b>
      {isDetailed && (role ?? place) && (
        <span className="role">{comma + [role, place].filter(Boolean).join(comma)}</span>
      )}
    </>
  );
}
