import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Route } from './addresses/routes.ts';
import '../elements/run-jsx.ts';
import type { View, ViewOf } from './pages.ts';

/** For tests: pages without Next. Its own file, because it loads every component. */
const { PageLayout } = await import('./page-layout.tsx');
const { UnaddressedPage } = await import('./unaddressed-page.tsx');

type Component<P extends Route['page']> = (props: { view: ViewOf<P> }) => ReactNode;

/** The components that the routes in `app/` bind. */
const components: { [P in Route['page']]: Component<P> } = {
  front: (await import('./front/page.tsx')).FrontPage,
  article: (await import('./article/page.tsx')).ArticlePage,
  'article-links': (await import('./article-links/page.tsx')).ArticleLinksPage,
  history: (await import('./history/page.tsx')).HistoryPage,
  version: (await import('./version/page.tsx')).VersionPage,
  topics: (await import('./topics/page.tsx')).TopicsPage,
  collections: (await import('./collections/page.tsx')).CollectionsPage,
  collection: (await import('./collection/topic-page.tsx')).TopicPage,
  'topic-links': (await import('./topic-links/page.tsx')).TopicLinksPage,
  latest: (await import('./latest/page.tsx')).LatestPage,
  language: (await import('./language/page.tsx')).LanguagePage,
  archive: (await import('./archive/page.tsx')).ArchivePage,
  year: (await import('./year/page.tsx')).YearPage,
  month: (await import('./month/page.tsx')).MonthPage,
  day: (await import('./day/page.tsx')).DayPage,
  corrections: (await import('./corrections/page.tsx')).CorrectionsPage,
  search: (await import('./search/page.tsx')).SearchPage,
  'static-page': (await import('./static-page/page.tsx')).StaticPage,
};

/** The body of a page, as the server sends it. */
export function bodyOf(view: View): string {
  return renderToStaticMarkup(PageLayout({ view, children: contentOf(view) }));
}

/** What is between the header and the footer of a page. */
export function mainOf(view: View): string {
  return renderToStaticMarkup(contentOf(view));
}

function contentOf(view: View): ReactNode {
  return isAddressed(view) ? component(view) : createElement(UnaddressedPage, { view });
}

function isAddressed(view: View): view is ViewOf<Route['page']> {
  return Object.hasOwn(components, view.page);
}

function component<P extends Route['page']>(view: ViewOf<P>): ReactNode {
  const of: Component<P> = components[view.page];
  return createElement(of, { view });
}
