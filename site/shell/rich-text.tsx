import type { ReactNode } from 'react';
import type { RichText as RichTextOf } from './rich-text.ts';
import { Elements } from '../../elements/components.tsx';
import { Footnotes } from '../../elements/footnotes.tsx';

/** A body outside an article: an introduction, a biography, the story so far. */
export function RichText({ richText, language }: { richText: RichTextOf; language: string }): ReactNode {
  if (richText.body.elements.length === 0) return null;
  return (
    <div className="passage">
      <Elements of={richText.body.elements} pictures={richText.pictures} />
      <Footnotes notes={richText.body.footnotes} pictures={richText.pictures} language={language} />
    </div>
  );
}
