import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { datelineOf } from '../words/dateline.ts';
import { collectionPath, pictureUrl } from '../addresses/routes.ts';
import { findPictureIn } from '../shell/find-picture.ts';
import { Elements } from '../../elements/components.tsx';
import { formsOf, type Element } from '../../elements/elements.ts';
import { Inlines } from '../../elements/inline/inline.tsx';
import { Footnotes } from '../../elements/footnotes/footnotes.tsx';

/** The text: its picture, its elements with the dateline before the first paragraph, and its footnotes. */
export function ArticleBody({ story, language }: { story: FullStory; language: string }): ReactNode {
  const { body } = story.parts;
  const findPicture = findPictureIn(story.parts.pictures);
  const { picture } = story;
  const start = body.elements.findIndex(({ type }) => type === 'paragraph');
  const opening: Element | undefined = body.elements[start];
  const inText = body.elements.some((each) =>
    formsOf(each)
      .figures(each)
      .some(({ src }) => src === picture?.src),
  );
  return (
    <>
      {picture && !inText && (
        <Elements
          of={[{ ...picture, type: 'figure' }]}
          findPicture={() => ({
            address: pictureUrl(picture.src),
            width: picture.width,
            height: picture.height,
            eager: true,
          })}
        />
      )}
      <Elements of={start < 0 ? body.elements : body.elements.slice(0, start)} findPicture={findPicture} />
      {opening?.type === 'paragraph' && (
        <p>
          <WireDateline story={story} />
          <Inlines of={opening.children} findPicture={findPicture} />
        </p>
      )}
      {start >= 0 && <Elements of={body.elements.slice(start + 1)} findPicture={findPicture} />}
      <Footnotes notes={body.footnotes} findPicture={findPicture} language={language} />
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
