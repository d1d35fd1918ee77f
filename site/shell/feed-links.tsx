import { Fragment, type ReactNode } from 'react';
import { feedFormats, feedPath } from '../addresses/feeds.ts';

/** Links to the three feeds of a page, after words that say what a reader can follow. */
export function FeedLinks({ follow, base }: { follow: ReactNode; base: string }): ReactNode {
  return (
    <p className="feeds">
      {follow}{' '}
      {feedFormats.map((format, index) => (
        <Fragment key={format.name}>
          {index > 0 && '\u00A0· '}
          <a href={feedPath(base, format)} type={format.type}>
            {format.words}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
