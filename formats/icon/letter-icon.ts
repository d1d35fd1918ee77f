import { designColours } from '../../newsroom/model/theme.ts';
import { escapeXml } from '../xml.ts';

/** A letter on a square of a colour, as SVG. The letter is in the middle, so that a phone may cut the edges off. */
export function letterIcon(letter: string, colour: string, family: string): string {
  const text =
    letter === ''
      ? ''
      : `<text x="256" y="364" text-anchor="middle" font-family="${escapeXml(family)}" font-weight="600" font-size="310" fill="${designColours.paper.light}">${escapeXml(letter)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512"><rect width="512" height="512" fill="${colour}"/>${text}</svg>`;
}
