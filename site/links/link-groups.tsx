import type { ReactNode } from 'react';
import type { LinkedTeaser } from '../shell/linked-teaser.ts';
import { withoutReason } from '../related/links.ts';
import { RelatedList } from '../shell/related-links.tsx';
import type { Words } from '../words/words.ts';
import type { TitledGroup } from './groups.ts';

/** Groups of links, each under its title. `language` is that of the site. */
export function LinkGroups({
  groups,
  teasers,
  words,
  language,
}: {
  groups: readonly TitledGroup[];
  teasers: Readonly<Record<string, LinkedTeaser>>;
  words: Words;
  language: string;
}): ReactNode {
  return groups.map(({ title, links, id, says }) => (
    <section key={title} id={id} className="link-group">
      <h2>{title}</h2>
      <RelatedList
        links={says === undefined ? links : links.map((link) => withoutReason(link, says))}
        teasers={teasers}
        words={words}
        language={language}
      />
    </section>
  ));
}
