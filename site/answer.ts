import { hash } from 'node:crypto';
import type { Edition } from '../newsroom/edition/edition.ts';
import type { FullStory } from '../newsroom/edition/public.ts';
import { mostRelated } from '../newsroom/edition/related.ts';
import { correctionsView } from './corrections/view.ts';
import { frontView } from './front/view.ts';
import { historyView, versionView } from './history/view.ts';
import { collectionView } from './collection/view.ts';
import { articleLinkGroups, topicLinkGroups } from './links/groups.ts';
import { redirectOf } from './redirect.ts';
import { relatedLink, type RelatedLink } from './related/links.ts';
import { listPage } from './shell/paging.ts';
import { richTextOf } from './shell/rich-text.ts';
import { pathOf, routeOf, type Route } from './addresses/routes.ts';
import { accentOf, crumbsOf, layoutDataOf, mastheadOf } from './shell/layout-data.ts';
import type { TopicBranch, View } from './views.ts';

/** What an address answers: a page with its status, or where it has moved. */
export type Answer = { status: 200 | 404 | 410; view: View } | { status: 308; to: string };

/** Answers a path in its normal form. */
export function answer(edition: Edition, path: string): Answer {
  const route = routeOf(path);
  const found = route && answerRoute(edition, route);
  if (found) return found;
  const to = redirectOf(edition, path);
  return to === undefined ? notFound(edition) : { status: 308, to };
}

export function notFound(edition: Edition): { status: 404; view: View } {
  return {
    status: 404,
    view: { page: 'not-found', path: pathOf({ page: 'not-found' }), layout: layoutDataOf(edition) },
  };
}

/** The digest of what a page shows; the same content gives the same digest on every machine. */
export function digestOf(view: View): string {
  return hash('sha256', JSON.stringify(view), 'base64url');
}

function answerRoute(edition: Edition, route: Route): Answer | undefined {
  const path = pathOf(route);
  const layout = layoutDataOf(edition);
  const page = (view: View | undefined): Answer | undefined => view && { status: 200, view };
  switch (route.page) {
    case 'front':
      return page(frontView(edition));
    case 'article':
    case 'article-links':
    case 'history':
    case 'version':
      return answerArticle(edition, route);
    case 'collection':
      return page(collectionView(edition, route.kind, route.slug, route.number));
    case 'topics':
      return page({ page: 'topics', path, layout, tree: branches(edition, undefined) });
    case 'topic-links': {
      const topic = edition.topic(route.slug);
      if (!topic) return undefined;
      const { slug, title, learn } = topic;
      return page({
        page: 'topic-links',
        path,
        layout,
        topic: { slug, title, learn },
        accent: accentOf(edition, slug),
        crumbs: crumbsOf(edition, slug, true),
        groups: topicLinkGroups(edition, topic),
      });
    }
    case 'year': {
      const months = new Map<string, number>();
      for (const { day, count } of edition.days(`${route.year}/`))
        months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
      if (months.size === 0) return undefined;
      return page({
        page: 'year',
        path,
        layout,
        year: route.year,
        months: [...months].map(([month, count]) => ({ month, count })),
      });
    }
    case 'month': {
      const days = edition
        .days(`${route.month}/`)
        .map(({ day, count }) => ({ day, count, stories: edition.newest('day', day, 6) }));
      return days.length === 0
        ? undefined
        : page({ page: 'month', path, layout, month: route.month, days: days.toReversed() });
    }
    case 'day': {
      const list = listPage(edition, 'day', route.day, route.number);
      const [year = '', month = ''] = route.day.split('/');
      return (
        list &&
        page({
          page: 'day',
          path,
          layout,
          day: route.day,
          list,
          crumbs: [
            { title: year, path: `/${year}` },
            { title: month, path: `/${year}/${month}` },
          ],
        })
      );
    }
    case 'corrections':
      return page(correctionsView(edition, route.number));
    case 'about': {
      const { about, site } = edition;
      return page({
        page: 'about',
        path,
        layout,
        title: about?.title ?? `About ${site.name}`,
        ...mastheadOf(edition),
        ...(about && { richText: richTextOf(edition, about.body) }),
      });
    }
    case 'not-found':
      return notFound(edition);
  }
}

/** An article's Related Links; of one that shares no topic with any other, the first of what its own page of links has. */
function linksUnder(edition: Edition, story: FullStory): RelatedLink[] {
  const links = edition.related(story).map(relatedLink);
  if (links.length > 0) return links;
  return articleLinkGroups(edition, story)
    .flatMap((group) => group.links)
    .slice(0, mostRelated);
}

function answerArticle(edition: Edition, route: Extract<Route, { address: string }>): Answer | undefined {
  const found = edition.lookup(route.address);
  const layout = layoutDataOf(edition);
  const path = pathOf(route);
  switch (found.state) {
    case 'none':
      return undefined;
    case 'redirect': {
      // Only to where there is something.
      const moved = { ...route, address: found.to };
      return answerArticle(edition, moved) && { status: 308, to: pathOf(moved) };
    }
    case 'gone':
      return {
        status: 410,
        view: { page: 'gone', path, layout, ...(found.reason !== undefined && { reason: found.reason }) },
      };
    case 'public': {
      const { story } = found;
      const [topic] = story.topics;
      const shared = { path, layout, accent: accentOf(edition, topic), crumbs: crumbsOf(edition, topic, true) };
      if (route.page === 'article-links') {
        const groups = articleLinkGroups(edition, story);
        const short = edition.story(story.address);
        return short && groups.length > 0
          ? { status: 200, view: { page: 'article-links', ...shared, story: short, groups } }
          : undefined;
      }
      if (route.page === 'history') return { status: 200, view: historyView(edition, story, shared) };
      if (route.page === 'version') {
        const view = versionView(edition, story, route.version, shared);
        return view && { status: 200, view };
      }
      const versions = edition.history(story.address)?.versions.length ?? 0;
      const storyline = story.storyline === undefined ? undefined : edition.collection('storyline', story.storyline);
      return {
        status: 200,
        view: {
          page: 'article',
          ...shared,
          story,
          related: linksUnder(edition, story),
          ...(versions > 1 && { versions }),
          // Not its size, which would change every page of the storyline when a story is added.
          ...(storyline && { storyline: { ...storyline, count: 0 } }),
        },
      };
    }
  }
}

function branches(edition: Edition, parent: string | undefined, depth = 0): TopicBranch[] {
  return edition.topicsUnder(parent).map(({ slug, title, standfirst, links }) => ({
    slug,
    title,
    ...(standfirst !== undefined && { standfirst }),
    accent: accentOf(edition, slug),
    count: edition.count('topic', slug),
    links: links.length,
    below: depth < 8 ? branches(edition, slug, depth + 1) : [],
  }));
}
