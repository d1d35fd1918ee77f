import type { ReactNode } from 'react';
import type { View } from '../views.ts';

/** A page of a few words, for where there is nothing to show. */
export function PlainPage({ view }: { view: View }): ReactNode {
  const { title, words } = wordsOf(view);
  return (
    <div className="wrap plain">
      <h1>{title}</h1>
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a href="/">To the front page</a> or <a href="/topics">to all topics</a>.
      </p>
    </div>
  );
}

function wordsOf(view: View): { title: string; words: string[] } {
  switch (view.page) {
    case 'gone':
      return { title: 'This story was withdrawn', words: [view.reason ?? 'It is no longer published.'] };
    case 'empty':
      return { title: view.layout.site.name, words: ['Nothing has been published here yet.'] };
    default:
      return {
        title: 'There is no page at this address',
        words: ['It may have been mistyped, or the link that led here may be wrong.'],
      };
  }
}
