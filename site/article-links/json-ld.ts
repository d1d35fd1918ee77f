import type { Thing } from 'schema-dts';
import { describeList, linkEntries, storyEntry } from '../json-ld/lists.ts';
import { articleLinksHead } from './head.ts';
import type { ArticleLinksView } from './view.ts';

export function describeArticleLinks(view: ArticleLinksView): Thing[] {
  const { crumbs, groups, story } = view;
  const { title, unlisted } = articleLinksHead(view);
  // Search engines do not list the page, and read nothing of it.
  return unlisted ? [] : describeList(view, title, linkEntries(groups), [...crumbs, storyEntry(story)]);
}
