import { Fragment, type ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { datelineOf } from '../words/dateline.ts';
import { collectionPath } from '../addresses/routes.ts';
import { findPictureIn, shownPicture } from '../shell/find-picture.ts';
import type { Footnote } from '../../elements/body.ts';
import { Elements } from '../../elements/components.tsx';
import type { Element } from '../../elements/elements.ts';
import type { Inline } from '../../elements/inline/inline.ts';
import { Inlines } from '../../elements/inline/inline.tsx';
import { Footnotes, MarginNote } from '../../elements/footnotes/footnotes.tsx';
import { elementWords } from '../words/element-words.ts';
import type { Words } from '../words/words.ts';
import { showsInText, type Shape } from './shape.ts';

/** A story's picture at the top of its page; nothing where the text shows it. `place` is where it is on the page. */
export function TopPicture({
  story,
  words,
  place,
}: {
  story: FullStory;
  words: Words;
  place: 'opener' | 'large';
}): ReactNode {
  const { picture } = story;
  if (!picture || showsInText(story)) return null;
  return (
    <Elements
      of={[{ ...picture, type: 'figure' }]}
      findPicture={() => ({ ...shownPicture(picture), top: place })}
      words={elementWords(words)}
    />
  );
}

/** The text: its elements with the dateline before the first paragraph, and its footnotes. */
export function ArticleBody({ story, words, shape }: { story: FullStory; words: Words; shape: Shape }): ReactNode {
  const { elements, footnotes } = story.parts.body;
  const findPicture = findPictureIn(story.parts.pictures);
  const texts = elementWords(words);
  const start = elements.findIndex(({ type }) => type === 'paragraph');
  const beside = shape === 'long-read' ? notesBeside(elements, footnotes) : new Map<Element, Footnote[]>();
  const besideText = new Set([...beside.values()].flat());
  return (
    <>
      {elements.map((element, index) => (
        <Fragment key={index}>
          {element.type === 'paragraph' && (index === start || shape === 'interview') ? (
            <p className={shape === 'interview' && isQuestion(element.children) ? 'question' : undefined}>
              {index === start && <WireDateline story={story} />}
              <Inlines of={element.children} findPicture={findPicture} words={texts} />
            </p>
          ) : (
            <Elements of={[element]} findPicture={findPicture} words={texts} />
          )}
          {beside.get(element)?.map((note) => (
            <MarginNote key={note.number} note={note} findPicture={findPicture} words={texts} />
          ))}
        </Fragment>
      ))}
      <Footnotes notes={footnotes.filter((note) => !besideText.has(note))} findPicture={findPicture} words={texts} />
    </>
  );
}

/** In an interview a paragraph of bold text is a question. */
function isQuestion(children: readonly Inline[]): boolean {
  return children.length > 0 && children.every(({ type }) => type === 'strong');
}

/** The footnotes whose first mark is in a paragraph, by that paragraph. */
function notesBeside(elements: readonly Element[], footnotes: readonly Footnote[]): Map<Element, Footnote[]> {
  return new Map(
    elements.flatMap((element) => {
      if (element.type !== 'paragraph') return [];
      const numbers = new Set(firstMarks(element.children));
      const notes = footnotes.filter(({ number }) => numbers.has(number));
      return notes.length > 0 ? [[element, notes]] : [];
    }),
  );
}

/** The numbers of the footnotes that have their first mark in a text. */
function firstMarks(inlines: readonly Inline[]): number[] {
  return inlines.flatMap((inline) => {
    switch (inline.type) {
      case 'footnote':
        return inline.use === 1 ? [inline.number] : [];
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return firstMarks(inline.children);
      case 'text':
      case 'code':
      case 'image':
      case 'break':
        return [];
    }
  });
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
