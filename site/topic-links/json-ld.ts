import type { Thing } from 'schema-dts';
import { describeList, linkEntries } from '../json-ld/lists.ts';
import { topicLinksHead } from './head.ts';
import type { TopicLinksView } from './view.ts';

export function describeTopicLinks(view: TopicLinksView): Thing[] {
  return describeList(view, topicLinksHead(view).title, linkEntries(view.groups), view.crumbs);
}
