import type { Thing } from 'schema-dts';
import type { Route } from './addresses/routes.ts';
import { articleLinksHead } from './article-links/head.ts';
import { describeArticleLinks } from './article-links/json-ld.ts';
import { articleLinksView } from './article-links/view.ts';
import { archiveHead } from './archive/head.ts';
import { describeArchive } from './archive/json-ld.ts';
import { archiveView } from './archive/view.ts';
import { articleHead } from './article/head.ts';
import { describeArticle } from './article/json-ld.ts';
import { articleView } from './article/view.ts';
import { collectionHead } from './collection/head.ts';
import { describeCollection } from './collection/json-ld.ts';
import { collectionView } from './collection/view.ts';
import { collectionsHead } from './collections/head.ts';
import { describeCollections } from './collections/json-ld.ts';
import { collectionsView } from './collections/view.ts';
import { correctionsHead } from './corrections/head.ts';
import { describeCorrections } from './corrections/json-ld.ts';
import { correctionsView } from './corrections/view.ts';
import { dayHead } from './day/head.ts';
import { describeDay } from './day/json-ld.ts';
import { dayView } from './day/view.ts';
import { emptyHead } from './empty/head.ts';
import { emptyView } from './empty/view.ts';
import { frontHead } from './front/head.ts';
import { describeFront } from './front/json-ld.ts';
import { frontView } from './front/view.ts';
import { goneHead } from './gone/head.ts';
import { goneView } from './gone/view.ts';
import { historyHead } from './history/head.ts';
import { historyView } from './history/view.ts';
import { languageHead } from './language/head.ts';
import { describeLanguage } from './language/json-ld.ts';
import { languageView } from './language/view.ts';
import { latestHead } from './latest/head.ts';
import { describeLatest } from './latest/json-ld.ts';
import { latestView } from './latest/view.ts';
import { monthHead } from './month/head.ts';
import { describeMonth } from './month/json-ld.ts';
import { monthView } from './month/view.ts';
import { notFoundHead } from './not-found/head.ts';
import { notFoundView } from './not-found/view.ts';
import { searchHead } from './search/head.ts';
import { searchView } from './search/view.ts';
import type { HeadParts } from './shell/head-parts.ts';
import { staticPageHead } from './static-page/head.ts';
import { describeStaticPage } from './static-page/json-ld.ts';
import { staticPageView } from './static-page/view.ts';
import { topicLinksHead } from './topic-links/head.ts';
import { describeTopicLinks } from './topic-links/json-ld.ts';
import { topicLinksView } from './topic-links/view.ts';
import { topicsHead } from './topics/head.ts';
import { describeTopics } from './topics/json-ld.ts';
import { topicsView } from './topics/view.ts';
import { versionHead } from './version/head.ts';
import { versionView } from './version/view.ts';
import { describeYear } from './year/json-ld.ts';
import { yearHead } from './year/head.ts';
import { yearView } from './year/view.ts';

/**
 * Every kind of page, with its parts: its view, what it says in its head, and what it says to machines, if anything. Each
 * kind has a folder of its name, with one file for each part and its component in `page.tsx`. The routes in `app/` bind
 * the components, so that each page loads the styles of its own kind only.
 */
export const pages = {
  front: { view: frontView, head: frontHead, jsonLd: describeFront },
  empty: { view: emptyView, head: emptyHead },
  article: { view: articleView, head: articleHead, jsonLd: describeArticle },
  'article-links': { view: articleLinksView, head: articleLinksHead, jsonLd: describeArticleLinks },
  history: { view: historyView, head: historyHead },
  version: { view: versionView, head: versionHead },
  topics: { view: topicsView, head: topicsHead, jsonLd: describeTopics },
  collections: { view: collectionsView, head: collectionsHead, jsonLd: describeCollections },
  collection: { view: collectionView, head: collectionHead, jsonLd: describeCollection },
  'topic-links': { view: topicLinksView, head: topicLinksHead, jsonLd: describeTopicLinks },
  latest: { view: latestView, head: latestHead, jsonLd: describeLatest },
  language: { view: languageView, head: languageHead, jsonLd: describeLanguage },
  archive: { view: archiveView, head: archiveHead, jsonLd: describeArchive },
  year: { view: yearView, head: yearHead, jsonLd: describeYear },
  month: { view: monthView, head: monthHead, jsonLd: describeMonth },
  day: { view: dayView, head: dayHead, jsonLd: describeDay },
  corrections: { view: correctionsView, head: correctionsHead, jsonLd: describeCorrections },
  search: { view: searchView, head: searchHead },
  'static-page': { view: staticPageView, head: staticPageHead, jsonLd: describeStaticPage },
  gone: { view: goneView, head: goneHead },
  'not-found': { view: notFoundView, head: notFoundHead },
};

export type PageName = keyof typeof pages;

/** The views by their kinds. */
type Views = { [P in PageName]: NonNullable<ReturnType<(typeof pages)[P]['view']>> & { page: P } };

/** The view of a kind of page. */
export type ViewOf<P extends PageName> = { [K in P]: Views[K] }[P];
export type View = ViewOf<PageName>;

/** A kind of page that has no address: it answers at addresses of other kinds. */
export type UnaddressedKind = Exclude<PageName, Route['page']>;

/** The table again, in the form in which the compiler knows that each part takes the view of its own kind. */
const parts: { [P in PageName]: { head: (view: ViewOf<P>) => HeadParts; jsonLd?: (view: ViewOf<P>) => Thing[] } } =
  pages;

/** What a page says of itself in its head. */
export function headPartsOf<P extends PageName>(view: ViewOf<P>): HeadParts {
  return parts[view.page].head(view);
}

/** What a page says to machines: things in the terms of schema.org. */
export function thingsOn<P extends PageName>(view: ViewOf<P>): Thing[] {
  return parts[view.page].jsonLd?.(view) ?? [];
}
