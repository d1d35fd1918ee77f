import type { ReactNode } from 'react';
import { feedFormats, feedPath } from '../addresses/feeds.ts';
import type { PageView } from './page-view.ts';
import { Moment } from './time.tsx';

/** What is around the content of every page: the link past the navigation, the name, the sections, and the footer. */
export function Shell({
  view,
  front,
  structuredData,
  children,
}: {
  view: PageView;
  /** Whether it is the front page, on which the name is large. */
  front: boolean;
  structuredData: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { site, sections, feeds, corrections, previewedAt } = view.layout;
  const current = currentSection(view);
  return (
    <>
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />
      <a className="skip" href="#content">
        Skip to the text
      </a>
      <header className={front ? 'masthead masthead-front' : 'masthead'}>
        {previewedAt !== undefined && (
          <p className="preview">
            Preview as of <Moment of={previewedAt} language={site.language} />: not public
          </p>
        )}
        <div className="wrap">
          <a className="name" href="/">
            {site.name}
          </a>
        </div>
        <nav className="sections" aria-label="Sections">
          <ul className="wrap">
            {sections.map(({ slug, title, accent }) => (
              <li key={slug} className={`accent-${accent}`}>
                <a href={`/topics/${slug}`} {...(slug === current && { 'aria-current': 'true' as const })}>
                  {title}
                </a>
              </li>
            ))}
            <li>
              <a href="/topics" {...(view.path === '/topics' && { 'aria-current': 'page' as const })}>
                All topics
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="content">{children}</main>
      {structuredData}
      <footer className="foot">
        <div className="wrap">
          <p className="foot-name">{site.name}</p>
          {site.description && <p className="foot-words">{site.description}</p>}
          <nav aria-label="The site">
            <ul>
              <li>
                <a href="/">Front page</a>
              </li>
              <li>
                <a href="/topics">All topics</a>
              </li>
              {corrections && (
                <li>
                  <a href="/corrections">Corrections</a>
                </li>
              )}
              <li>
                <a href="/about">About</a>
              </li>
              {feeds &&
                feedFormats.map((format) => (
                  <li key={format.name}>
                    <a href={feedPath('/', format)} type={format.type}>
                      {format.words}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        </div>
      </footer>
    </>
  );
}

/**
 * Lets the browser fetch the pages behind links before a reader follows them, and prepare one that a reader is about to
 * open. The browser does this without a script. A link with a type does not lead to a page.
 */
const pages = { and: [{ href_matches: '/*' }, { not: { selector_matches: '[type]' } }] };
const speculation = JSON.stringify({
  prefetch: [{ where: pages, eagerness: 'moderate' }],
  prerender: [{ where: pages, eagerness: 'conservative' }],
});

function currentSection({ crumbs, path: own }: PageView): string | undefined {
  const path = crumbs?.[0]?.path ?? own;
  return path.startsWith('/topics/') ? path.slice('/topics/'.length) : undefined;
}
