import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { Moment } from '../shell/time.tsx';
import { marked } from '../words/language.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';

/** The corrections of a story, above its text; nothing if there are none. */
export function Corrections({ story, words }: { story: FullStory; words: Words }): ReactNode {
  if (story.corrections.length === 0) return null;
  const texts = words.article;
  return (
    <section className="corrections" id="corrections" aria-label={texts.corrections}>
      {story.corrections.map(({ at, text }) => (
        <p key={at + text}>
          <b {...marked(words.lang, story.lang)}>
            <Phrase of={texts.correction} parts={{ time: <Moment of={at} words={words} /> }} />
          </b>{' '}
          {text}
        </p>
      ))}
    </section>
  );
}
