import type { Change, VersionText } from '../model/version.ts';
import { isTypo } from './typo.ts';

/**
 * The kind of change between two versions. It is found by these rules, and no editor states it:
 * - `correction`: there are more corrections than before;
 * - `picture`: pictures with their captions were added, moved, replaced or removed, and nothing else differs;
 * - `typo`: only spelling and punctuation differ (`typo.ts`);
 * - `update`: anything else that a reader reads differs;
 * - `undefined`: nothing that a reader reads differs.
 */
export function changeBetween(before: VersionText, after: VersionText): Exclude<Change, 'first'> | undefined {
  if (after.corrections > before.corrections) return 'correction';
  const parts = [
    [before.headline, after.headline],
    [before.standfirst, after.standfirst],
    [joined(before), joined(after)],
  ] as const;
  const differing = parts.filter(([old, now]) => old !== now);
  if (differing.length === 0) return undefined;
  if (before.headline === after.headline && before.standfirst === after.standfirst && differsInPictures(before, after))
    return 'picture';
  return differing.every(([old, now]) => isTypo(old, now)) ? 'typo' : 'update';
}

/** Whether a change is one of substance. Only such a change counts in the dates that machines read: no typo, no picture. */
export function isSubstance(change: Change): boolean {
  return change === 'correction' || change === 'update';
}

/** Whether only whole pictures differ. A picture is known by its description; if its caption changes, words of the article do. */
function differsInPictures(before: VersionText, after: VersionText): boolean {
  const [old, now] = [partsOf(before), partsOf(after)];
  return (
    old.words.join('\n') === now.words.join('\n') &&
    [...old.pictures].every(([picture, caption]) => (now.pictures.get(picture) ?? caption) === caption)
  );
}

/** The captions of the pictures, and all other blocks. A caption without a picture is among the others. */
function partsOf({ blocks }: VersionText): { pictures: Map<string, string>; words: string[] } {
  const pictures = new Map<string, string>();
  const words: string[] = [];
  blocks.forEach(({ kind, text }, index) => {
    const picture = blocks[index - 1];
    if (kind === 'picture') pictures.set(text, '');
    else if (kind === 'caption' && picture?.kind === 'picture') pictures.set(picture.text, text);
    else words.push(`${kind} ${text}`);
  });
  return { pictures, words };
}

function joined({ blocks }: VersionText): string {
  return blocks.map(({ text }) => text).join('\n\n');
}
