import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import type { Element } from '../../elements/element.ts';
import { datelineOf } from '../words/dateline.ts';
import { collectionPath } from '../addresses/routes.ts';
import { Elements } from '../../elements/components.tsx';
import { Inlines } from '../../elements/inline.tsx';
import { Footnotes } from '../../elements/footnotes.tsx';

/** The text: its picture, its elements with the dateline before the first paragraph, and its footnotes. */
export function ArticleBody({ story, language }: { story: FullStory; language: string }): ReactNode {
  const { body, pictures } = story.parts;
  const { picture } = story;
  const start = body.elements.findIndex(({ type }) => type === 'paragraph');
  const opening: Element | undefined = body.elements[start];
  const inText = body.elements.some((element) => element.type === 'figure' && element.src === picture?.src);
  return (
    <>
      {picture && !inText && (
        <Elements of={[{ type: 'figure', ...picture }]} pictures={{ [picture.src]: { ...picture, eager: true } }} />
      )}
      <Elements of={start < 0 ? body.elements : body.elements.slice(0, start)} pictures={pictures} />
      {opening?.type === 'paragraph' && (
        <p>
          <WireDateline story={story} />
          <Inlines of={opening.children} pictures={pictures} />
        </p>
      )}
      {start >= 0 && <Elements of={body.elements.slice(start + 1)} pictures={pictures} />}
      <Footnotes notes={body.footnotes} pictures={pictures} language={language} />
    </>
  );
}

/** `Nara, Japan (AFP) Jan 13, 2026 —`: the parts that the article has. */
function WireDateline({ story }: { story: FullStory }): ReactNode {
  const words = datelineOf(story);
  if (words === undefined) return null;
  const place = story.dateline?.place ?? '';
  const collection = story.parts.place;
  return (
    <span className="dateline">
      {place && collection ? <a href={collectionPath('place', collection.slug)}>{place}</a> : place}
      {words.slice(place.length)}
      {' — '}
    </span>
  );
}
