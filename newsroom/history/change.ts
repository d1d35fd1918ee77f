import type { Change, VersionText } from '../model/version.ts';
import { isTypo } from './typo.ts';

/**
 * The kind of change between two versions. It is found by these rules, and no editor states it:
 * - `correction`: there are more corrections than before;
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
  return differing.every(([old, now]) => isTypo(old, now)) ? 'typo' : 'update';
}

/** Whether a change is one of substance. Only such a change counts in the dates that machines read. */
export function isSubstance(change: Change): boolean {
  return change === 'correction' || change === 'update';
}

function joined({ blocks }: VersionText): string {
  return blocks.map(({ text }) => text).join('\n\n');
}
