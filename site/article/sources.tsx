import type { ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { Reasons } from '../shell/related-links.tsx';
import { marked } from '../words/language.ts';
import type { Words } from '../words/words.ts';

/** The sources of a story, in its language; nothing if it names none. */
export function Sources({ story, words }: { story: FullStory; words: Words }): ReactNode {
  if (story.sources.length === 0) return null;
  return (
    <section className="sources" aria-labelledby="sources">
      <h2 id="sources">{words.article.sources}</h2>
      <ul {...marked(story.lang, words.lang)}>
        {story.sources.map(({ url, title, source }) => (
          <li key={url + title}>
            <a href={url} {...(!url.startsWith('/') && { rel: 'external' })}>
              {title}
            </a>
            {source && <Reasons reasons={[source]} words={words} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
