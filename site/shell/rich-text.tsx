import type { ReactNode } from 'react';
import type { RichText as RichTextOf } from './rich-text.ts';
import { Elements } from '../../elements/components.tsx';
import { Footnotes } from '../../elements/footnotes/footnotes.tsx';
import { findPictureIn } from './find-picture.ts';

/** A body outside an article: an introduction, a biography, the story so far. */
export function RichText({ richText, language }: { richText: RichTextOf; language: string }): ReactNode {
  if (richText.body.elements.length === 0) return null;
  const findPicture = findPictureIn(richText.pictures);
  return (
    <div className="passage">
      <Elements of={richText.body.elements} findPicture={findPicture} />
      <Footnotes notes={richText.body.footnotes} findPicture={findPicture} language={language} />
    </div>
  );
}
