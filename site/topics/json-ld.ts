import type { Thing } from 'schema-dts';
import { collectionPath } from '../addresses/routes.ts';
import { describeList, type Entry } from '../json-ld/lists.ts';
import { topicsHead } from './head.ts';
import type { TopicBranch, TopicsView } from './view.ts';

export function describeTopics(view: TopicsView): Thing[] {
  return describeList(view, topicsHead(view).title, view.tree.flatMap(entriesOf));
}

function entriesOf({ slug, title, below }: TopicBranch): Entry[] {
  return [{ title, path: collectionPath('topic', slug) }, ...below.flatMap(entriesOf)];
}
