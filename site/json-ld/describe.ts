import type { Graph, Thing } from 'schema-dts';
import type { Story } from '../../newsroom/edition/public.ts';
import { dayInWords, monthInWords } from '../words/dates.ts';
import { collectionPath } from '../addresses/routes.ts';
import type { LinkGroup, TopicBranch, View } from '../views.ts';
import { absolute } from '../addresses/absolute.ts';
import { describeArticle } from '../article/json-ld.ts';
import { websiteId } from './ids.ts';
import { describeAuthor, describeList } from './lists.ts';
import { describeOrganization, describePublisher, describeWebsite } from './site.ts';

/** What a page is, for machines: only what its view shows (rule D15). Nothing where it shows nothing to be found. */
export function describe(view: View): Graph | undefined {
  const things = thingsOn(view);
  return things.length === 0 ? undefined : { '@context': 'https://schema.org', '@graph': things };
}

function thingsOn(view: View): Thing[] {
  const { layout } = view;
  switch (view.page) {
    case 'front': {
      const { lead, subs, second, third, packages } = view;
      const teasers = [lead, ...subs, ...second, ...third, ...packages.flatMap(({ stories }) => stories)];
      return [
        describeWebsite(layout),
        describeOrganization(layout, view.masthead),
        ...describeList(
          view,
          teasers.map(({ story }) => entry(story)),
        ),
      ];
    }
    case 'article':
      return describeArticle(view);
    case 'collection': {
      const entries = view.list.stories.map(entry);
      return view.collection.kind === 'person'
        ? describeAuthor(view, entries)
        : describeList(view, entries, view.crumbs);
    }
    case 'topics':
      return describeList(view, view.tree.flatMap(branchEntries));
    case 'article-links':
      return describeList(view, linkEntries(view.groups), [...view.crumbs, entry(view.story)]);
    case 'topic-links':
      return describeList(view, linkEntries(view.groups), view.crumbs);
    case 'year':
      return describeList(
        view,
        view.months.map(({ month }) => ({ title: monthInWords(month, layout.site.language), path: `/${month}` })),
      );
    case 'month': {
      const year = view.month.slice(0, 4);
      return describeList(
        view,
        view.days.map(({ day }) => ({ title: dayInWords(day, layout.site.language), path: `/${day}` })),
        [{ title: year, path: `/${year}` }],
      );
    }
    case 'day': {
      const [year, month] = view.crumbs;
      const named = month && { ...month, title: monthInWords(view.day.slice(0, 7), layout.site.language) };
      return describeList(
        view,
        view.list.stories.map(entry),
        [year, named].filter((crumb) => crumb !== undefined),
      );
    }
    case 'corrections':
      return describeList(
        view,
        view.corrections.map(({ story }) => entry(story)),
      );
    case 'about': {
      const url = absolute(layout.site.url, view.path);
      return [
        {
          '@type': 'AboutPage',
          '@id': url,
          url,
          name: view.title,
          inLanguage: layout.site.language,
          isPartOf: { '@id': websiteId(layout.site.url) },
        },
        describePublisher(layout, view),
      ];
    }
    case 'empty':
    case 'gone':
    case 'not-found':
    case 'history':
    case 'version':
      return [];
  }
}

function entry(story: Story): { title: string; path: string } {
  return { title: story.headline, path: story.address };
}

function branchEntries({ slug, title, below }: TopicBranch): { title: string; path: string }[] {
  return [{ title, path: collectionPath('topic', slug) }, ...below.flatMap(branchEntries)];
}

function linkEntries(groups: readonly LinkGroup[]): { title: string; path: string }[] {
  return groups.flatMap(({ links }) => links.map(({ title, href }) => ({ title, path: href })));
}
