import type { Thing } from 'schema-dts';
import { describeList, storyEntry } from '../json-ld/lists.ts';
import { latestHead } from './head.ts';
import type { LatestView } from './view.ts';

export function describeLatest(view: LatestView): Thing[] {
  return describeList(view, latestHead(view).title, view.list.stories.map(storyEntry));
}
