import type { ReactNode } from 'react';
import type { RichText as RichTextOf } from './rich-text.ts';
import { Elements } from '../../elements/components.tsx';
import { Footnotes } from '../../elements/footnotes/footnotes.tsx';
import { marked } from '../words/language.ts';
import { elementWords } from '../words/element-words.ts';
import type { Words } from '../words/words.ts';
import { findPictureIn } from './find-picture.ts';

/** A body outside an article: an introduction, a biography, the story so far. `language` is that of the site. */
export function RichText({
  richText,
  words,
  language,
}: {
  richText: RichTextOf;
  words: Words;
  language: string;
}): ReactNode {
  if (richText.body.elements.length === 0) return null;
  const findPicture = findPictureIn(richText.pictures);
  const texts = elementWords(words);
  return (
    <div className="passage" {...marked(language, words.lang)}>
      <Elements of={richText.body.elements} findPicture={findPicture} words={texts} />
      <Footnotes notes={richText.body.footnotes} findPicture={findPicture} words={texts} />
    </div>
  );
}
