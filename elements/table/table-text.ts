import type { Align } from './syntax.ts';

/** The widest table, in columns of a terminal. A wider one is written row by row. */
const widest = 76;
const gap = '  ';

/** A table as text: in columns if they fit, otherwise each row as lines of `name: value`. */
export function tableText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[],
): string {
  const named = head.some((cell) => cell !== '');
  const lines = named ? [head, ...rows] : rows;
  if (rows.length === 0) return head.filter((cell) => cell !== '').join(gap);
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + gap.length, -gap.length);
  if (total > widest) return rows.map((cells) => rowText(head, cells)).join('\n\n');
  const written = lines.map((cells) =>
    widths
      .map((width, column) => padded(cells[column] ?? '', width, align[column] ?? null))
      .join(gap)
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return (named ? [written[0], rule, ...written.slice(1)] : written).join('\n');
}

function rowText(head: readonly string[], cells: readonly string[]): string {
  return cells
    .map((cell, column) => {
      const name = head[column] ?? '';
      return cell === '' ? '' : name === '' ? cell : `${name}: ${cell}`;
    })
    .filter((line) => line !== '')
    .join('\n');
}

function padded(text: string, width: number, align: Align): string {
  const missing = Math.max(0, width - widthOf(text));
  if (align === 'right') return ' '.repeat(missing) + text;
  if (align === 'center') return ' '.repeat(Math.floor(missing / 2)) + text + ' '.repeat(Math.ceil(missing / 2));
  return text + ' '.repeat(missing);
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

/** The width of a text in columns of a terminal. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
