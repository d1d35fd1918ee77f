import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import { linkInWords, type Section } from '../shell/layout-data.ts';
import { Tags } from '../shell/tags.tsx';
import type { Words } from '../words/words.ts';

/** Where a reader can go on who has found nothing: the sections, and `more`. */
export function GoOn({
  sections,
  more,
  words,
}: {
  sections: readonly Section[];
  more: readonly ReturnType<typeof linkInWords>[];
  words: Words;
}): ReactNode {
  return (
    <>
      <p>{words.search.goOn}</p>
      <Tags
        label={words.search.whereToGoOn}
        links={[
          ...sections.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title })),
          linkInWords(words, words.frame.allTopics, '/topics'),
          ...more,
        ]}
        words={words}
      />
    </>
  );
}
