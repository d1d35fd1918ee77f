import { articleTypes, type ArticleType } from '../../newsroom/model/article.ts';
import type { NinjsObject } from './ninjs-object.ts';

/** Other names of our types of work, as in the IPTC genres and in the copy of agencies. */
const otherNames: Record<string, ArticleType> = {
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

/** The type of work that the genres of an item name; undefined for news. */
export function articleTypeOf(item: NinjsObject): ArticleType | undefined {
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
    const type = articleTypes.find((each) => each === name) ?? otherNames[name];
    if (type !== undefined) return type === 'news' ? undefined : type;
  }
  return undefined;
}
