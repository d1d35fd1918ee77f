import { shareSize } from '../../site/share-card/size.ts';
import { directionOf } from '../../site/words/language.ts';
import { colours } from './colours.ts';
import { fitText } from './fit-text.ts';
import type { RenderableCard } from './renderable-card.ts';
import { Canvas } from './canvas.ts';
import type { Typesetter } from './typesetter.ts';

type FrontCard = Extract<RenderableCard, { page: 'front' }>;

const margin = 96;

/** Draws the card of the site: its name over a double rule, as on the front page, and its description. Returns RGB pixels. */
export async function drawFrontCard(
  typesetter: Typesetter,
  { name, description, siteLang: lang }: FrontCard,
): Promise<Buffer> {
  const canvas = new Canvas();
  const width = shareSize.width - 2 * margin;
  const direction = directionOf(lang);
  const shared = { direction, align: 'centre' } as const;
  const title = await fitText(
    typesetter,
    { text: name, face: 'headline', size: 0, colour: colours.ink, lang },
    { width, height: 220 },
    { ...shared, largest: 168, smallest: 56, leading: 1.2 },
  );
  const words =
    description === undefined
      ? undefined
      : await fitText(
          typesetter,
          { text: description, face: 'small', size: 0, colour: colours.soft, lang },
          { width, height: 190 },
          { ...shared, largest: 40, smallest: 32, leading: 1.35 },
        );
  const rules = 9;
  const space = { above: 48, below: 44 };
  const height = title.height + space.above + rules + (words ? space.below + words.height : 0);
  const top = Math.floor((shareSize.height - height) / 2);
  const middle = (size: number): number => Math.floor((shareSize.width - size) / 2);
  const line = top + title.height + space.above;
  canvas.text(title, middle(title.width), top);
  canvas.rule(margin, line, width, 3, colours.ink);
  canvas.rule(margin, line + 7, width, 2, colours.ink);
  if (words) canvas.text(words, middle(words.width), line + rules + space.below);
  return canvas.pixels;
}
