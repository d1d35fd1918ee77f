import type { Change, VersionText } from '../model/version.ts';
import { isTypo } from './typo.ts';

/**
 * What kind of change led from one version to the next, by rule and not by anybody's word:
 * - `correction`: the list of corrections grew;
 * - `typo`: what differs is spelling and punctuation alone (`typo.ts`);
 * - `update`: anything else that a reader reads;
 * - `undefined`: nothing that a reader reads.
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

/** Whether a change is one of substance: dates that tell machines of a change move on these alone. */
export function isSubstance(change: Change): boolean {
  return change === 'correction' || change === 'update';
}

function joined({ blocks }: VersionText): string {
  return blocks.map(({ text }) => text).join('\n\n');
}
