import type { ReactNode } from 'react';
import type { PageView } from '../shell/page-view.ts';
import { PlainPage } from '../shell/plain-page.tsx';
import { siteWords } from '../words/words-of.ts';

export function NotFoundPage({ view: { layout } }: { view: Pick<PageView, 'layout'> }): ReactNode {
  const words = siteWords(layout.site);
  return <PlainPage title={words.plain.notFoundHeading} text={words.plain.notFound} words={words} />;
}
