import type { Thing } from 'schema-dts';
import { describeList, storyEntry } from '../json-ld/lists.ts';
import { correctionsHead } from './head.ts';
import type { CorrectionsView } from './view.ts';

export function describeCorrections(view: CorrectionsView): Thing[] {
  return describeList(
    view,
    correctionsHead(view).title,
    view.corrections.map(({ story }) => storyEntry(story)),
  );
}
