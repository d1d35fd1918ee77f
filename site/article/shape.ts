import type { Crosshead } from '../../elements/crosshead/syntax.ts';
import { fullSize, type PictureSize } from '../../elements/picture/renditions.ts';
import type { FullStory } from '../../newsroom/edition/public.ts';
import type { ArticleType } from '../../newsroom/model/article.ts';

/** The shapes of an article's page. A report has the plain one. */
export type Shape =
  | 'report'
  | 'long-read'
  | 'picture-led'
  | 'opinion'
  | 'explainer'
  | 'interview'
  | 'press-release'
  | 'sponsored';

/** The shape of each type of work. A report gets another one where it is long, or where its pictures say more than its text. */
const shapes: Readonly<Record<ArticleType, Shape>> = {
  news: 'report',
  analysis: 'report',
  live: 'report',
  obituary: 'report',
  opinion: 'opinion',
  review: 'opinion',
  explainer: 'explainer',
  interview: 'interview',
  'press-release': 'press-release',
  sponsored: 'sponsored',
};

/** The fewest words and chapters of a long read. */
const longRead = { words: 2000, chapters: 3 };

/** An article that its pictures lead: the fewest pictures in its text, and the most words for each of its pictures. */
const pictureLed = { pictures: 2, words: 100 };

/** The width from which a picture is sharp from edge to edge. Pixels. */
const largeWidth = 1200;

/** The fewest crossheads for which a page has a list of contents. */
const fewestContents = 3;

/** The shape of a story's page, by its type of work, its text and its pictures. */
export function shapeOf(story: FullStory): Shape {
  const shape = shapes[story.type];
  if (shape !== 'report' || !story.picture || !isLarge(story.picture) || showsInText(story)) return shape;
  const { elements } = story.parts.body;
  if (story.words >= longRead.words && chaptersOf(story).length >= longRead.chapters) return 'long-read';
  const pictures = elements.reduce((sum, each) => {
    if (each.type === 'gallery') return sum + each.pictures.length;
    return each.type === 'figure' ? sum + 1 : sum;
  }, 0);
  const isLed = pictures >= pictureLed.pictures && story.words <= (1 + pictures) * pictureLed.words;
  return story.type === 'news' && isLed ? 'picture-led' : 'report';
}

/** Whether the text shows the story's picture, so that it is not at the top of the page. A gallery shows it only small. */
export function showsInText({ picture, parts }: FullStory): boolean {
  return parts.body.elements.some((each) => each.type === 'figure' && each.src === picture?.src);
}

/** Whether a picture is wide and sharp enough to lead a page. A drawing is sharp at any size. */
function isLarge(picture: PictureSize): boolean {
  const { width, height } = fullSize(picture);
  return width >= height * 1.2 && (!picture.raster || width >= largeWidth);
}

/** The crossheads of the highest level. */
function chaptersOf({ parts }: FullStory): Crosshead[] {
  return parts.body.elements.filter((each) => each.type === 'crosshead').filter(({ level }) => level === 2);
}

/** What the list of contents has; empty where the page has no such list. */
export function contentsOf(story: FullStory, shape: Shape): Crosshead[] {
  const chapters = shape === 'long-read' || shape === 'explainer' ? chaptersOf(story) : [];
  return chapters.length < fewestContents ? [] : chapters;
}
