import { shorten } from '../../newsroom/model/text.ts';
import { besideSize, shareSize } from '../../site/share-card/size.ts';
import { accentColours, colours } from './colours.ts';
import { fit, type Box } from './fit-text.ts';
import type { ReadyCard } from './renderable-card.ts';
import { Sheet } from './canvas.ts';
import type { Run, SetText, Typesetter } from './typesetter.ts';

type ArticleCard = Extract<ReadyCard, { page: 'article' }>;

const margin = 64;
/** Where things stand, from the top: the section's rule, its kicker, the headline, the hairline, the name. */
const rows = { rule: 56, kicker: 88, headline: 152, hairline: 536, name: 564 } as const;
const sizes = { kicker: 38, name: 40, note: 34 } as const;
/** Around the text of a label. */
const padding = { side: 12, top: 9 } as const;
const gap = 40;
/** A kicker with less room than this is not begun. */
const leastRoom = 100;

/** Puts things on the sheet, so far from where lines of the card's direction begin. */
interface Put {
  text(text: SetText, top: number, after?: number): void;
  rule(top: number, size: Box, colour: string): void;
}

/** What a story looks like without a picture, or with one beside it: the site's own page in small. */
export async function articleSheet(
  typesetter: Typesetter,
  card: ArticleCard,
  beside: Buffer | undefined,
): Promise<Buffer> {
  const sheet = new Sheet();
  const backwards = card.direction === 'rtl';
  const end = beside ? besideSize.width + gap : margin;
  const width = shareSize.width - margin - end;
  const leftOf = (size: number, after = 0): number =>
    backwards ? shareSize.width - margin - after - size : margin + after;
  const put: Put = {
    text: (text, top, after) => sheet.text(text, leftOf(text.width, after), top),
    rule: (top, size, colour) => sheet.rule(leftOf(size.width), top, size.width, size.height, colour),
  };
  if (beside) sheet.picture(beside, besideSize, backwards ? 0 : shareSize.width - besideSize.width);

  put.rule(rows.rule, { width, height: 8 }, accentColours[card.accent]);
  await putKicker(typesetter, card, width, put);
  const kicked = card.label !== undefined || card.kicker !== undefined;
  const top = kicked ? rows.headline : rows.kicker;
  const [text, lang] = card.headline === undefined ? [card.name, card.siteLang] : [card.headline, card.lang];
  const headline = await fit(
    typesetter,
    { text, face: 'headline', size: 0, colour: colours.ink, lang },
    { width, height: rows.hairline - 32 - top },
    { largest: beside ? 96 : 144, smallest: 48, leading: leadingOf(text), direction: card.direction },
  );
  put.text(headline, top);
  put.rule(rows.hairline, { width, height: 2 }, colours.hair);
  put.text(await foot(typesetter, card, width), rows.name);
  return sheet.pixels();
}

/** Scripts without capitals stand higher and deeper, and need more room between lines. */
function leadingOf(text: string): number {
  return /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(text)
    ? 1.3
    : 1.06;
}

/** What it is, in a filled label, and what it is about. */
async function putKicker(
  typesetter: Typesetter,
  { label, kicker, lang, siteLang, accent, direction }: ArticleCard,
  width: number,
  put: Put,
): Promise<void> {
  const colour = accentColours[accent];
  const shared = { face: 'headline', size: sizes.kicker } as const;
  let taken = 0;
  if (label !== undefined) {
    const run = { ...shared, text: label, colour: colours.paper, lang: siteLang };
    const text = await oneLine(typesetter, [run], width - 2 * padding.side, direction);
    taken = text.width + 2 * padding.side;
    put.rule(rows.kicker - padding.top, { width: taken, height: sizes.kicker + padding.top }, colour);
    put.text(text, rows.kicker, padding.side);
    taken += 20;
  }
  if (kicker !== undefined && width - taken > leastRoom)
    put.text(
      await oneLine(typesetter, [{ ...shared, text: kicker, colour, lang }], width - taken, direction),
      rows.kicker,
      taken,
    );
}

/** Whose story it is, and of where and when; the first note that has room beside the name. */
async function foot(typesetter: Typesetter, card: ArticleCard, width: number): Promise<SetText> {
  const { headline, name, notes, direction, siteLang: lang } = card;
  const runOf = (text: string): Run => ({ text, face: 'small', size: sizes.note, colour: colours.soft, lang });
  // Without a headline the name stands in its place.
  if (headline === undefined) return oneLine(typesetter, [runOf(notes[0] ?? name)], width, direction);
  const named: Run = { text: name, face: 'headline', size: sizes.name, colour: colours.ink, lang };
  for (const note of notes) {
    const row = (after: number): Promise<SetText> =>
      typesetter.set([{ ...named, after }, runOf(note)], { leading: sizes.name, direction });
    const space = width - (await row(0)).width;
    if (space >= gap) return row(space);
  }
  return oneLine(typesetter, [named], width, direction);
}

/** A line may be set so much smaller before words are taken from it. */
const leastShare = 0.75;

/** Runs on one line; what is too long for it is set smaller, and then cut. */
async function oneLine(
  typesetter: Typesetter,
  runs: readonly Run[],
  width: number,
  direction: 'ltr' | 'rtl',
): Promise<SetText> {
  const leading = Math.max(...runs.map(({ size }) => size));
  let text = await typesetter.set(runs, { leading, direction });
  let share = 1;
  let cut = Math.max(...runs.map((run) => run.text.length));
  while (text.width > width) {
    share = Math.max(leastShare, (share * (width - 4)) / text.width);
    if (share === leastShare) cut = Math.max(1, Math.floor((cut * 9) / 10));
    text = await typesetter.set(
      runs.map((run) => ({ ...run, text: shorten(run.text, cut), size: Math.floor(run.size * share) })),
      { leading, direction },
    );
  }
  return text;
}
