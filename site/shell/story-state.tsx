import type { ReactNode } from 'react';
import type { Story } from '../../newsroom/edition/public.ts';
import { stateWords } from '../words/story-states.ts';
import { Moment } from './time.tsx';

/** In a preview: why the public does not see this story, and with a language, until when. Outside a preview, nothing. */
export function StoryState({ story, language }: { story: Story; language?: string }): ReactNode {
  const { state } = story;
  if (!state) return null;
  return (
    <>
      <span className="state">
        {stateWords[state.kind]}
        {language !== undefined && 'at' in state && (
          <>
            {state.kind === 'expired' ? ' since ' : ' until '}
            <Moment of={state.at} language={language} />
          </>
        )}
      </span>{' '}
    </>
  );
}
