import { hash } from 'node:crypto';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { FullStory } from '../newsroom/edition/public.ts';
import { collectionPath, pathOf, routeOf, type Route, type RouteOf } from './addresses/routes.ts';
import { pages, type View } from './pages.ts';
import { redirectOf } from './redirect.ts';
import type { PageView } from './shell/page-view.ts';

/** What an address answers: a page with its status, or the address to go to instead: a path, or one on another title. */
export type Answer = { status: 200 | 404 | 410; view: View } | { status: 308; to: string };

/** The kinds of pages that belong to one story: their addresses begin with that of the story. */
type StoryPage = Extract<Route, { address: string }>['page'];
type OtherPage = Exclude<Route['page'], StoryPage>;

/** Answers a path in its normal form. */
export function answer(edition: Edition, path: string): Answer {
  const route = routeOf(path);
  const found = route && ('address' in route ? answerStory(edition, route) : answerOther(edition, route));
  if (found) return found;
  const to = redirectOf(edition, path);
  if (to !== undefined) return { status: 308, to };
  return answerOldStoryPage(edition, path) ?? notFound(edition);
}

/** Answers an address below an alias of an article, such as `/old.html/related`, where the article has such a page. */
function answerOldStoryPage(edition: Edition, path: string): Answer | undefined {
  const [, old = '', end = ''] = /^(.+)(\/related|\/history(?:\/[1-9]\d{0,6})?)$/.exec(path) ?? [];
  const article = old === '' ? undefined : edition.redirectFrom(old);
  const route = article === undefined ? undefined : routeOf(article + end);
  const found = route && 'address' in route ? answerStory(edition, route) : undefined;
  return found && route ? { status: 308, to: pathOf(route) } : undefined;
}

/** The answer for an address that has no page. */
export function notFound(edition: Edition): { status: 404; view: View } {
  return { status: 404, view: pages['not-found'].view(edition) };
}

/** The digest of what a page shows; the same content gives the same digest on every machine. */
export function digestOf(view: PageView): string {
  return hash('sha256', JSON.stringify(view), 'base64url');
}

function answerStory(edition: Edition, route: RouteOf<StoryPage>): Answer | undefined {
  const found = edition.lookup(route.address);
  switch (found.state) {
    case 'none':
      return undefined;
    case 'redirect': {
      // Only where the other address has a page.
      const target = { ...route, address: found.to };
      return answerStory(edition, target) && { status: 308, to: pathOf(target) };
    }
    case 'elsewhere':
      return { status: 308, to: found.title.href + pathOf({ ...route, address: found.address }) };
    case 'gone':
      return { status: 410, view: pages.gone.view(edition, pathOf(route), found.reason) };
    case 'public':
      return page(storyView(edition, route, found.story));
  }
}

function answerOther(edition: Edition, route: RouteOf<OtherPage>): Answer | undefined {
  const view = otherView(edition, route);
  const elsewhere = view ? undefined : topicPageElsewhere(edition, route);
  if (elsewhere !== undefined) return { status: 308, to: elsewhere };
  // The root of a site always answers, even where there is no story for a front page.
  return page(view ?? (route.page === 'front' ? pages.empty.view(edition) : undefined));
}

/** The page of a topic that this title has not, on the title that owns it. */
function topicPageElsewhere(edition: Edition, route: RouteOf<OtherPage>): string | undefined {
  if (route.page !== 'topic-links' && (route.page !== 'collection' || route.kind !== 'topic')) return undefined;
  // This title has the topic, and only not so many pages of it.
  if (edition.has('topic', route.slug)) return undefined;
  const title = edition.topicElsewhere(route.slug)?.title;
  return title && title.href + (route.page === 'topic-links' ? pathOf(route) : collectionPath('topic', route.slug));
}

function page(view: View | undefined): Answer | undefined {
  return view && { status: 200, view };
}

const storyPages: {
  [P in StoryPage]: { view: (edition: Edition, route: RouteOf<P>, story: FullStory) => View | undefined };
} = pages;

function storyView<P extends StoryPage>(edition: Edition, route: RouteOf<P>, story: FullStory): View | undefined {
  return storyPages[route.page].view(edition, route, story);
}

const otherPages: { [P in OtherPage]: { view: (edition: Edition, route: RouteOf<P>) => View | undefined } } = pages;

function otherView<P extends OtherPage>(edition: Edition, route: RouteOf<P>): View | undefined {
  return otherPages[route.page].view(edition, route);
}
