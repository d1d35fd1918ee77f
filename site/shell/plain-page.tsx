import type { ReactNode } from 'react';

/** A page of a few words, for where there is nothing to show. */
export function PlainPage({ title, words }: { title: string; words: string }): ReactNode {
  return (
    <div className="wrap plain">
      <h1>{title}</h1>
      <p>{words}</p>
      <p>
        <a href="/">To the front page</a> or <a href="/topics">to all topics</a>.
      </p>
    </div>
  );
}
