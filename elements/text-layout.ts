/** The layout of plain text. */

/** A text after a mark. Its other lines begin under its first word. */
export function hung(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? mark + line : line === '' ? '' : ' '.repeat(mark.length) + line))
    .join('\n');
}

/** A text with a mark before each line. */
export function behind(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line) => (mark + line).trimEnd())
    .join('\n');
}

/** A text under its title. */
export function under(title: string | undefined, text: string): string {
  return title === undefined ? text : `${title}\n\n${text}`;
}
