import type { Thing } from 'schema-dts';
import { describeList, linkEntries, storyEntry } from '../json-ld/lists.ts';
import { articleLinksHead } from './head.ts';
import type { ArticleLinksView } from './view.ts';

export function describeArticleLinks(view: ArticleLinksView): Thing[] {
  const { crumbs, groups, story } = view;
  return describeList(view, articleLinksHead(view).title, linkEntries(groups), [...crumbs, storyEntry(story)]);
}
