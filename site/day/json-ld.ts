import type { Thing } from 'schema-dts';
import { describeList, storyEntry } from '../json-ld/lists.ts';
import { dayHead } from './head.ts';
import { crumbsInWords, type DayView } from './view.ts';

export function describeDay(view: DayView): Thing[] {
  return describeList(view, dayHead(view).title, view.list.stories.map(storyEntry), crumbsInWords(view));
}
