import type { ReactNode } from 'react';
import { collectionPath } from '../addresses/routes.ts';
import type { PageView } from '../shell/page-view.ts';
import type { FrameLink } from '../shell/layout-data.ts';
import { PlainPage } from '../shell/plain-page.tsx';
import { Tags } from '../shell/tags.tsx';
import { siteWords } from '../words/words-of.ts';

export function NotFoundPage({ view: { layout } }: { view: Pick<PageView, 'layout'> }): ReactNode {
  const words = siteWords(layout.site);
  const links: FrameLink[] = [
    ...(layout.feeds ? [{ href: '/latest', title: words.front.latest, lang: words.lang }] : []),
    ...layout.sections.map(({ slug, title }) => ({ href: collectionPath('topic', slug), title })),
  ];
  return (
    <PlainPage title={words.plain.notFoundHeading} text={words.plain.notFound} words={words}>
      <Tags label={words.search.whereToGoOn} links={links} words={words} />
    </PlainPage>
  );
}
