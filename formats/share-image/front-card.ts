import { shareSize } from '../../site/share-card/size.ts';
import { directionOf } from '../../site/words/language.ts';
import { colours } from './colours.ts';
import { fit } from './fit-text.ts';
import type { ReadyCard } from './renderable-card.ts';
import { Sheet } from './canvas.ts';
import type { Typesetter } from './typesetter.ts';

type FrontCard = Extract<ReadyCard, { page: 'front' }>;

const margin = 96;

/** What stands for the site itself: its name over a double rule, as on the front page, and what it is. */
export async function frontSheet(
  typesetter: Typesetter,
  { name, description, siteLang: lang }: FrontCard,
): Promise<Buffer> {
  const sheet = new Sheet();
  const width = shareSize.width - 2 * margin;
  const direction = directionOf(lang);
  const shared = { direction, align: 'centre' } as const;
  const title = await fit(
    typesetter,
    { text: name, face: 'headline', size: 0, colour: colours.ink, lang },
    { width, height: 220 },
    { ...shared, largest: 168, smallest: 56, leading: 1.2 },
  );
  const words =
    description === undefined
      ? undefined
      : await fit(
          typesetter,
          { text: description, face: 'small', size: 0, colour: colours.soft, lang },
          { width, height: 190 },
          { ...shared, largest: 40, smallest: 32, leading: 1.35 },
        );
  const rules = 9;
  const space = { above: 48, below: 44 };
  const whole = title.height + space.above + rules + (words ? space.below + words.height : 0);
  const top = Math.floor((shareSize.height - whole) / 2);
  const middle = (size: number): number => Math.floor((shareSize.width - size) / 2);
  const line = top + title.height + space.above;
  sheet.text(title, middle(title.width), top);
  sheet.rule(margin, line, width, 3, colours.ink);
  sheet.rule(margin, line + 7, width, 2, colours.ink);
  if (words) sheet.text(words, middle(words.width), line + rules + space.below);
  return sheet.pixels();
}
