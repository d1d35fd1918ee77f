import type { ReactNode } from 'react';
import { PlainPage } from '../shell/plain-page.tsx';
import { siteWords } from '../words/words-of.ts';
import type { EmptyView } from './view.ts';

export function EmptyPage({ view: { layout } }: { view: EmptyView }): ReactNode {
  const words = siteWords(layout.site);
  return <PlainPage title={layout.site.name} text={words.plain.empty} words={words} />;
}
