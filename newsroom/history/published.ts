import type { Instant } from '../model/instant.ts';
import type { VersionEntry, VersionText } from '../model/version.ts';
import { changeBetween, isSubstance } from './change.ts';

/** What a file was at one commit: all that decides whether it was public. */
export type RevisionState =
  /** It had errors. What was live before stayed live. */
  | { type: 'broken' }
  /** It said that the article must not be public. */
  | { type: 'hidden' }
  | {
      type: 'article';
      id: string;
      /** Milliseconds. */
      opens: number;
      closes: number;
      /** The instant of `opens`, as the file has it. */
      gate: Instant;
      published: Instant;
      updated?: Instant;
    };

/** One state of a file in time: that of a commit, or the present one in the folder. */
export interface Revision<K> {
  key: K;
  at: Instant;
  state: RevisionState;
  /** Called only for a state that may have been public. */
  text: () => VersionText;
}

/** What readers have seen of an article. `K` is the key of a state. */
export interface Published<K> {
  versions: (VersionEntry & { key: K })[];
  /** When the substance last changed. Typos and what no reader reads do not count. */
  substance: Instant;
}

/**
 * The published versions among the states of a file, oldest first. The last state is the present one and gives the id of
 * the article; `uncommitted` says that it is in no commit.
 *
 * A state was public if it was open when it was committed, or if its gate opened while it was the newest one. The first
 * state begins at its gate even if it was committed later: an archive was published before git knew it. That does not hold
 * where `partial` says that there may be states before the first. When the article was withdrawn (killed, withheld, a draft
 * again, expired, put under embargo, replaced by another article), no version before that is listed. The last version may
 * have a future date: if it differs only by a future correction, it begins at the instant of that correction.
 */
export function publishedVersions<K>(
  states: readonly Revision<K>[],
  { uncommitted, partial }: { uncommitted: boolean; partial: boolean },
): Published<K> | undefined {
  const valid = states.filter(({ state }) => state.type !== 'broken');
  const present = valid.at(-1);
  if (present?.state.type !== 'article') return undefined;
  const { id } = present.state;
  const times = timesOf(valid, uncommitted);
  let listed: { entry: VersionEntry & { key: K }; text: VersionText; updated: Instant | undefined }[] = [];
  let substance: Instant = present.state.updated ?? present.state.published;
  valid.forEach(({ key, state, text }, index) => {
    const [time, next] = [times[index], times[index + 1]];
    if (state.type !== 'article' || state.id !== id || !time) {
      listed = [];
      return;
    }
    const open = state.opens <= time.ms && time.ms < state.closes;
    if (!open) listed = [];
    if (next && state.closes <= next.ms) {
      listed = [];
      return;
    }
    // The date of a file in the folder proves nothing, so no gate counts as opened before the file was changed.
    const replaced = uncommitted && index === valid.length - 2 ? -Infinity : (next?.ms ?? Infinity);
    if (!open && state.opens >= replaced) return;
    const own = text();
    const last = listed.at(-1);
    const began = open && (partial || index > 0 || valid[0] !== states[0]) ? time.at : state.gate;
    const at = beginningOf(last?.text, own, began);
    // It was replaced before its future correction was due.
    if (at !== began && Date.parse(at) >= replaced) return;
    const change = last ? changeBetween(shownAt(last.text, at), shownAt(own, at)) : 'first';
    if (change === undefined) return;
    listed.push({ entry: { number: listed.length + 1, at, change, key }, text: own, updated: state.updated });
    if (!last) substance = state.updated ?? state.published;
    else if (isSubstance(change))
      substance = state.updated !== undefined && state.updated !== last.updated ? state.updated : at;
  });
  return { versions: listed.map(({ entry }) => entry), substance };
}

/** A version as it was read at an instant: corrections with a later date are hidden. */
export function shownAt(text: VersionText, at: Instant | number): VersionText {
  const now = typeof at === 'number' ? at : Date.parse(at);
  const blocks = text.blocks.filter((block) => block.at === undefined || Date.parse(block.at) <= now);
  return { ...text, corrections: text.corrections - (text.blocks.length - blocks.length), blocks };
}

/** When a version begins to differ from the previous one: at `at`, or at the instant of a correction that is all that is new. */
function beginningOf(last: VersionText | undefined, own: VersionText, at: Instant): Instant {
  if (!last || changeBetween(shownAt(last, at), shownAt(own, at)) !== undefined) return at;
  const known = new Set(last.blocks.map((block) => block.at));
  const ahead = own.blocks.flatMap((block) =>
    block.at !== undefined && !known.has(block.at) && Date.parse(block.at) > Date.parse(at) ? [block.at] : [],
  );
  return ahead.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? at;
}

/**
 * When each state began. The clocks of several machines differ, so no commit counts as later than one that follows it:
 * otherwise a gate could seem to have opened before the text behind it was replaced.
 */
function timesOf(states: readonly Revision<unknown>[], uncommitted: boolean): { ms: number; at: Instant }[] {
  const times = states.map(({ at }) => ({ ms: Date.parse(at), at }));
  const committed = uncommitted ? times.length - 1 : times.length;
  for (let index = committed - 2; index >= 0; index -= 1) {
    const [own, next] = [times[index], times[index + 1]];
    if (own && next && own.ms > next.ms) times[index] = next;
  }
  const [before, last] = [times[committed - 1], times[committed]];
  if (before && last && last.ms < before.ms) times[committed] = before;
  return times;
}
