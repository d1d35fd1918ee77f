import { Fragment, type ReactNode } from 'react';
import type { FullStory } from '../../newsroom/edition/public.ts';
import { collectionPath } from '../addresses/routes.ts';
import { List, Phrase } from '../words/phrase.tsx';
import type { Words } from '../words/words.ts';

/** Whether a text names somebody outside the newsroom who wrote it or paid for it. */
export function hasIssuer({ parts }: FullStory): boolean {
  return parts.agency !== undefined || parts.byline.some(isOutside);
}

/** Who issued a press release, or paid for a text: the names without a page in its byline, or else its agency. */
export function Issuer({ story, words, site }: { story: FullStory; words: Words; site: string }): ReactNode {
  const { byline, agency } = story.parts;
  const outside = byline.filter(isOutside);
  const names =
    outside.length > 0 || agency === undefined
      ? outside.map(({ name, role }) => (
          <Fragment key={name}>
            <b>{name}</b>
            {role !== undefined && words.parts.comma + role}
          </Fragment>
        ))
      : [
          <a key={agency.slug} href={collectionPath('agency', agency.slug)}>
            {agency.name}
          </a>,
        ];
  const list = <List of={names} words={words} />;
  return (
    <p className="issuer">
      {story.type === 'sponsored' ? (
        <Phrase of={words.article.sponsor} parts={{ sponsor: list }} />
      ) : (
        <Phrase of={words.article.issuer} parts={{ issuer: list, site }} />
      )}
    </p>
  );
}

/** The newsroom's own people have pages. */
function isOutside({ slug }: FullStory['parts']['byline'][number]): boolean {
  return slug === undefined;
}
