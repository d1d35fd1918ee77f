import type { ReactNode } from 'react';
import { feedFormats, feedPath } from '../addresses/feeds.ts';
import type { View } from '../views.ts';
import { StructuredData } from './structured-data.tsx';
import { Moment } from './time.tsx';

/** What is around every page: the way past it, the name, the sections, and the foot. */
export function Shell({ view, children }: { view: View; children: ReactNode }): ReactNode {
  const { site, sections, feeds, corrections, previewedAt } = view.layout;
  const current = currentSection(view);
  return (
    <>
      <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />
      <a className="skip" href="#content">
        Skip to the text
      </a>
      <header className={view.page === 'front' ? 'masthead masthead-front' : 'masthead'}>
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
              <a href="/topics" {...(view.page === 'topics' && { 'aria-current': 'page' as const })}>
                All topics
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="content">{children}</main>
      <StructuredData view={view} />
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
 * Pages are fetched, and the one that a hand rests on is made ready, by the browser itself: no script of ours. A link
 * that names its type leads to no page.
 */
const pages = { and: [{ href_matches: '/*' }, { not: { selector_matches: '[type]' } }] };
const speculation = JSON.stringify({
  prefetch: [{ where: pages, eagerness: 'moderate' }],
  prerender: [{ where: pages, eagerness: 'conservative' }],
});

function currentSection(view: View): string | undefined {
  const crumbs = 'crumbs' in view ? view.crumbs : [];
  const path = crumbs[0]?.path ?? view.path;
  return path.startsWith('/topics/') ? path.slice('/topics/'.length) : undefined;
}
