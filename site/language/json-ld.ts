import type { Thing } from 'schema-dts';
import { describeList, storyEntry } from '../json-ld/lists.ts';
import { languageHead } from './head.ts';
import type { LanguageView } from './view.ts';

export function describeLanguage(view: LanguageView): Thing[] {
  return describeList(view, languageHead(view).title, view.list.stories.map(storyEntry));
}
