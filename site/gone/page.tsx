import type { ReactNode } from 'react';
import { PlainPage } from '../shell/plain-page.tsx';
import { marked } from '../words/language.ts';
import { siteWords } from '../words/words-of.ts';
import type { GoneView } from './view.ts';

export function GonePage({ view: { layout, reason } }: { view: GoneView }): ReactNode {
  const words = siteWords(layout.site);
  const mark = marked(words.page, words.lang);
  const text = mark.lang === undefined ? reason : <span {...mark}>{reason}</span>;
  return (
    <PlainPage title={words.plain.goneHeading} text={reason === undefined ? words.plain.gone : text} words={words} />
  );
}
