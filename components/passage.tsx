import type { ReactNode } from 'react';
import type { Passage as PassageOf } from '../site/views.ts';
import { Elements } from './elements/elements.tsx';
import { Footnotes } from './footnotes.tsx';

/** A body outside an article: an introduction, a biography, the story so far. */
export function Passage({ passage, language }: { passage: PassageOf; language: string }): ReactNode {
  if (passage.body.elements.length === 0) return null;
  return (
    <div className="passage">
      <Elements of={passage.body.elements} pictures={passage.pictures} />
      <Footnotes notes={passage.body.footnotes} pictures={passage.pictures} language={language} />
    </div>
  );
}
