import type { ReactNode } from 'react';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';

/** A page of a few words, for where there is nothing to show. */
export function PlainPage({
  title,
  text,
  words,
  children,
}: {
  title: string;
  text: ReactNode;
  words: Words;
  children?: ReactNode;
}): ReactNode {
  const { goOn, toFront, toTopics } = words.plain;
  return (
    <div className="wrap plain">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <Phrase of={goOn} parts={{ front: <a href="/">{toFront}</a>, topics: <a href="/topics">{toTopics}</a> }} />
      </p>
      {children}
    </div>
  );
}
