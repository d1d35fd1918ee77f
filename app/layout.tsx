import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { pageContext } from '../server/page-context.ts';
import '../site/shell/base.css';
import { paper } from '../site/shell/paper.ts';
import { directionOf } from '../site/words/language.ts';
import { atPresent } from './present.ts';

/** No page is made at build time: a build is the same for any newsroom. */
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ],
};

/**
 * One page gives way to the next without a flash (CSS View Transitions 2). The style sheet is in its own address: it
 * needs no request, and the W3C's checker, which does not know the rule yet and would report it, does not read it.
 */
const transitions = 'data:text/css,@view-transition%7Bnavigation:auto%7D';

export default function Layout({ children }: { children: ReactNode }): ReactNode {
  const language = pageContext.getStore()?.view.layout.site.language ?? atPresent(({ site }) => site.language);
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <link rel="stylesheet" media="(prefers-reduced-motion: no-preference)" href={transitions} />
      </head>
      <body>{children}</body>
    </html>
  );
}
