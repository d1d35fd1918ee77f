import type { ReactNode } from 'react';
import type { Story } from '../../newsroom/edition/public.ts';
import { Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';
import { Moment } from './time.tsx';

/** In a preview: why the public does not see this story, and where `timed`, until when. Outside a preview, nothing. */
export function StoryState({
  story: { state },
  words,
  timed = false,
}: {
  story: Pick<Story, 'state'>;
  words: Words;
  timed?: boolean;
}): ReactNode {
  if (!state) return null;
  const { states } = words;
  const name = states[state.kind];
  return (
    <>
      <span className="state">
        {timed && 'at' in state ? (
          <Phrase
            of={state.kind === 'expired' ? states.since : states.until}
            parts={{ state: name, time: <Moment of={state.at} words={words} /> }}
          />
        ) : (
          name
        )}
      </span>{' '}
    </>
  );
}
