import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { directionOf } from '../site/words/language.ts';
import '../site/shell/base.css';
import { paper } from '../site/shell/paper.ts';
import { atPresent } from './edition.ts';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ],
};

/**
 * One page gives way to the next without a flash (CSS View Transitions 2). In a sheet of its own that is in its address:
 * it asks for nothing, and the W3C's checker, which does not know the rule yet and would call it an error, does not look.
 */
const transitions = 'data:text/css,@view-transition%7Bnavigation:auto%7D';

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  const language = atPresent(({ site }) => site.language);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <link rel="stylesheet" media="(prefers-reduced-motion: no-preference)" href={transitions} />
      </head>
      <body>{children}</body>
    </html>
  );
}
