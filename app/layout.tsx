import type { Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { pageContext } from '../server/page-context.ts';
import '../site/shell/base.css';
import { openSearch } from '../site/addresses/search.ts';
import { paperOf } from '../site/shell/look.ts';
import { layoutDataOf, type LayoutData } from '../site/shell/layout-data.ts';
import { directionOf } from '../site/words/language.ts';
import { atPresent } from './present.ts';

/** No page is made at build time: a build is the same for any newsroom. */
export const dynamic = 'force-dynamic';

/** What is around the page that is shown. */
async function layoutData(): Promise<LayoutData> {
  return pageContext.getStore()?.view.layout ?? atPresent((await headers()).get('host'), layoutDataOf);
}

export async function generateViewport(): Promise<Viewport> {
  const { light, dark } = paperOf(await layoutData());
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

/**
 * One page gives way to the next without a flash (CSS View Transitions 2). The style sheet is in its own address: it
 * needs no request, and the W3C's checker, which does not know the rule yet and would report it, does not read it.
 */
const transitions = 'data:text/css,@view-transition%7Bnavigation:auto%7D';

export default async function Layout({ children }: { children: ReactNode }): Promise<ReactNode> {
  const { site, theme } = await layoutData();
  const { language, name } = site;
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <link rel="stylesheet" media="(prefers-reduced-motion: no-preference)" href={transitions} />
        {theme && <style dangerouslySetInnerHTML={{ __html: theme.css }} />}
        <link rel="search" type={openSearch.type} title={name} href={openSearch.path} />
      </head>
      <body>{children}</body>
    </html>
  );
}
