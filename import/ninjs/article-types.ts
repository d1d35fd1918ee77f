import { articleTypes, type ArticleType } from '../../newsroom/model/article.ts';
import type { NinjsItem } from './ninjs-object.ts';

/** How others call our types of work, in the words of the IPTC's genres and of agencies. */
const names: Record<string, ArticleType> = {
  background: 'explainer',
  backgrounder: 'explainer',
  factbox: 'explainer',
  column: 'opinion',
  comment: 'opinion',
  commentary: 'opinion',
  editorial: 'opinion',
  'question and answer session': 'interview',
  obit: 'obituary',
  'press release': 'press-release',
  pressrelease: 'press-release',
  advertorial: 'sponsored',
  'live blog': 'live',
  liveblog: 'live',
};

/** The type of work that an item's genres name; undefined for a plain report. */
export function typeOf(item: NinjsItem): ArticleType | undefined {
  const stated = item
    .list('genres', 'genre')
    .flatMap((genre) => [
      genre.text('literal'),
      genre.text('uri').replace(/^.*[/#:]/, ''),
      genre.text('code'),
      genre.text('name'),
    ])
    .map((name) => name.toLowerCase().replaceAll('_', ' '));
  for (const name of stated) {
    const type = articleTypes.find((each) => each === name) ?? names[name];
    if (type !== undefined) return type === 'news' ? undefined : type;
  }
  return undefined;
}
