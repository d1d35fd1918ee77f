import type { ReactNode } from 'react';
import type { RichText as RichTextOf } from './rich-text.ts';
import { Elements } from '../../elements/components.tsx';
import { Footnotes } from '../../elements/footnotes/footnotes.tsx';
import { marked } from '../words/language.ts';
import { elementWords } from '../words/element-words.ts';
import type { Words } from '../words/words.ts';
import { findPictureIn } from './find-picture.ts';

/**
 * A body outside an article: an introduction, a biography, the story so far. `language` is that of the site. With `folded`,
 * readers see its first element, and open the rest with these words.
 */
export function RichText({
  richText,
  words,
  language,
  folded,
}: {
  richText: RichTextOf;
  words: Words;
  language: string;
  folded?: string;
}): ReactNode {
  if (richText.body.elements.length === 0) return null;
  const findPicture = findPictureIn(richText.pictures);
  const texts = elementWords(words);
  const { elements, footnotes } = richText.body;
  const isFolded = folded !== undefined && elements.length > 1;
  const rest = (
    <>
      <Elements of={isFolded ? elements.slice(1) : elements} findPicture={findPicture} words={texts} />
      <Footnotes notes={footnotes} findPicture={findPicture} words={texts} />
    </>
  );
  const own = marked(language, words.lang);
  if (!isFolded)
    return (
      <div className="passage" {...own}>
        {rest}
      </div>
    );
  return (
    <div className="passage">
      <div {...own}>
        <Elements of={elements.slice(0, 1)} findPicture={findPicture} words={texts} />
      </div>
      <details>
        <summary>{folded}</summary>
        <div {...own}>{rest}</div>
      </details>
    </div>
  );
}
