import { shorten } from '../../newsroom/model/text.ts';
import { besideSize, shareSize } from '../../site/share-card/size.ts';
import { colours } from './colours.ts';
import { fitText, type Box } from './fit-text.ts';
import type { RenderableCard } from './renderable-card.ts';
import { Canvas } from './canvas.ts';
import type { Run, TextImage, TextLayout, Typesetter } from './typesetter.ts';

type ArticleCard = Extract<RenderableCard, { page: 'article' }>;

const margin = 64;
/** The distance of each row from the top. */
const rows = { rule: 56, kicker: 88, headline: 152, hairline: 536, name: 564 } as const;
const sizes = { kicker: 38, name: 40, note: 34 } as const;
/** The space around the text of a label. */
const padding = { side: 12, top: 9 } as const;
const gap = 40;
/** A kicker that has less space than this is left out. */
const minKickerWidth = 100;

/** Draws on the canvas. `after` is the distance from the side where lines begin, which depends on the direction of the card. */
interface Pen {
  text(text: TextImage, top: number, after?: number): void;
  rule(top: number, size: Box, colour: string): void;
}

/** Draws the card of a story without a picture, or with a picture beside the text. It looks like the site's page in small. Returns RGB pixels. */
export async function drawArticleCard(
  typesetter: Typesetter,
  card: ArticleCard,
  beside: Buffer | undefined,
): Promise<Buffer> {
  const canvas = new Canvas();
  const backwards = card.direction === 'rtl';
  const end = beside ? besideSize.width + gap : margin;
  const width = shareSize.width - margin - end;
  const leftOf = (size: number, after = 0): number =>
    backwards ? shareSize.width - margin - after - size : margin + after;
  const pen: Pen = {
    text: (text, top, after) => canvas.text(text, leftOf(text.width, after), top),
    rule: (top, size, colour) => canvas.rule(leftOf(size.width), top, size.width, size.height, colour),
  };
  if (beside) canvas.picture(beside, besideSize, backwards ? 0 : shareSize.width - besideSize.width);

  pen.rule(rows.rule, { width, height: 8 }, card.accent);
  await drawKicker(typesetter, card, width, pen);
  const hasKicker = card.label !== undefined || card.kicker !== undefined;
  const top = hasKicker ? rows.headline : rows.kicker;
  const [text, lang] = card.headline === undefined ? [card.name, card.siteLang] : [card.headline, card.lang];
  const headline = await fitText(
    typesetter,
    { text, face: 'headline', size: 0, colour: colours.ink, lang },
    { width, height: rows.hairline - 32 - top },
    { largest: beside ? 96 : 144, smallest: 48, leading: leadingOf(text), direction: card.direction },
  );
  pen.text(headline, top);
  pen.rule(rows.hairline, { width, height: 2 }, colours.hair);
  pen.text(await footer(typesetter, card, width), rows.name);
  return canvas.pixels;
}

/** Letters of scripts without capitals are taller, so their lines need more space. */
function leadingOf(text: string): number {
  return /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
    ? 1.3
    : 1.06;
}

/** Draws the type of work in a filled label, and the kicker. */
async function drawKicker(
  typesetter: Typesetter,
  { label, kicker, lang, siteLang, accent: colour, direction }: ArticleCard,
  width: number,
  pen: Pen,
): Promise<void> {
  const shared = { face: 'headline', size: sizes.kicker } as const;
  let used = 0;
  if (label !== undefined) {
    const run = { ...shared, text: label, colour: colours.paper, lang: siteLang };
    const text = await oneLine(typesetter, [run], width - 2 * padding.side, direction);
    used = text.width + 2 * padding.side;
    pen.rule(rows.kicker - padding.top, { width: used, height: sizes.kicker + padding.top }, colour);
    pen.text(text, rows.kicker, padding.side);
    used += 20;
  }
  if (kicker !== undefined && width - used > minKickerWidth)
    pen.text(
      await oneLine(typesetter, [{ ...shared, text: kicker, colour, lang }], width - used, direction),
      rows.kicker,
      used,
    );
}

/** The name of the site, and the first note that fits beside it. Notes say where and when the story was filed. */
async function footer(typesetter: Typesetter, card: ArticleCard, width: number): Promise<TextImage> {
  const { headline, name, notes, direction, siteLang: lang } = card;
  const runOf = (text: string): Run => ({ text, face: 'small', size: sizes.note, colour: colours.soft, lang });
  // Without a headline the name takes the place of the headline.
  if (headline === undefined) return oneLine(typesetter, [runOf(notes[0] ?? name)], width, direction);
  const named: Run = { text: name, face: 'headline', size: sizes.name, colour: colours.ink, lang };
  for (const note of notes) {
    const row = (after: number): [Run[], TextLayout] => [
      [{ ...named, after }, runOf(note)],
      { leading: sizes.name, direction },
    ];
    const space = width - (await typesetter.measure(...row(0))).width;
    if (space >= gap) return typesetter.set(...row(space));
  }
  return oneLine(typesetter, [named], width, direction);
}

/** A line is set at most this much smaller before it is shortened. */
const minScale = 0.75;

/** Sets runs on one line. Text that is too long is set smaller, and then shortened. */
async function oneLine(
  typesetter: Typesetter,
  runs: readonly Run[],
  width: number,
  direction: 'ltr' | 'rtl',
): Promise<TextImage> {
  const leading = Math.max(...runs.map(({ size }) => size));
  let set = runs;
  let scale = 1;
  let cut = Math.max(...runs.map((run) => run.text.length));
  for (;;) {
    const text = await typesetter.measure(set, { leading, direction });
    if (text.width <= width) return typesetter.set(set, { leading, direction });
    scale = Math.max(minScale, (scale * (width - 4)) / text.width);
    if (scale === minScale) cut = Math.max(1, Math.floor((cut * 9) / 10));
    set = runs.map((run) => ({ ...run, text: shorten(run.text, cut), size: Math.floor(run.size * scale) }));
  }
}
