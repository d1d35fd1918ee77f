import type { Instant } from '../model/instant.ts';
import type { VersionEntry, VersionText } from '../model/version.ts';
import { changeBetween, isSubstance } from './change.ts';

/** What a file said at one commit, as far as it bears on who could see it. */
export type RevisionState =
  /** No article could be made of it: what stood before it stayed. */
  | { type: 'broken' }
  /** It said that the article must not be seen. */
  | { type: 'hidden' }
  | {
      type: 'article';
      id: string;
      opens: number;
      closes: number;
      gate: Instant;
      published: Instant;
      updated?: Instant;
    };

/** One state of a file in time: a commit, or what lies in the folder now. */
export interface Revision<K> {
  key: K;
  at: Instant;
  state: RevisionState;
  /** Read only for what may have been public. */
  text: () => VersionText;
}

export interface Published<K> {
  versions: (VersionEntry & { key: K })[];
  /** When what the article tells last changed: not by a typo, nor by what no reader reads. */
  substance: Instant;
}

/**
 * The published versions among a file's states, oldest first. The last state is the present one, and decides what the
 * article's id is; `uncommitted` says that no commit holds it.
 *
 * A state was public if it was open when it was committed, or if its gate opened while it was the newest. Wherever the
 * article was taken out of sight again (killed, withheld, a draft once more, expired, put under embargo, another
 * article's), nothing before that is told: what was withdrawn stays withdrawn. The last version may be dated ahead: one
 * that differs by a correction to come is none before.
 */
export function publishedVersions<K>(states: readonly Revision<K>[], uncommitted: boolean): Published<K> | undefined {
  const kept = states.filter(({ state }) => state.type !== 'broken');
  const present = kept.at(-1);
  if (present?.state.type !== 'article') return undefined;
  const { id } = present.state;
  const times = timesOf(kept, uncommitted);
  let listed: { entry: VersionEntry & { key: K }; text: VersionText; updated: Instant | undefined }[] = [];
  let substance: Instant = present.state.updated ?? present.state.published;
  kept.forEach(({ key, state, text }, index) => {
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
    // When the folder was changed is known by the clock of a file alone: no gate is trusted to have opened before it.
    const before = uncommitted && index === kept.length - 2 ? -Infinity : (next?.ms ?? Infinity);
    if (!open && state.opens >= before) return;
    const own = text();
    const last = listed.at(-1);
    const began = open ? time.at : state.gate;
    const at = instantOf(last?.text, own, began);
    // Replaced before the correction in it was due.
    if (at !== began && Date.parse(at) >= before) return;
    const change = last ? changeBetween(shownAt(last.text, at), shownAt(own, at)) : 'first';
    if (change === undefined) return;
    listed.push({ entry: { number: listed.length + 1, at, change, key }, text: own, updated: state.updated });
    if (!last) substance = state.updated ?? state.published;
    else if (isSubstance(change))
      substance = state.updated !== undefined && state.updated !== last.updated ? state.updated : at;
  });
  return { versions: listed.map(({ entry }) => entry), substance };
}

/** A version as it was read at an instant: a correction that is dated ahead is hidden until then. */
export function shownAt(text: VersionText, at: Instant | number): VersionText {
  const now = typeof at === 'number' ? at : Date.parse(at);
  const blocks = text.blocks.filter((block) => block.at === undefined || Date.parse(block.at) <= now);
  return { ...text, corrections: text.corrections - (text.blocks.length - blocks.length), blocks };
}

/** When a version came to differ from the one before: where all that is new is a correction to come, at its instant. */
function instantOf(last: VersionText | undefined, own: VersionText, at: Instant): Instant {
  if (!last || changeBetween(shownAt(last, at), shownAt(own, at)) !== undefined) return at;
  const known = new Set(last.blocks.map((block) => block.at));
  const ahead = own.blocks.flatMap((block) =>
    block.at !== undefined && !known.has(block.at) && Date.parse(block.at) > Date.parse(at) ? [block.at] : [],
  );
  return ahead.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? at;
}

/**
 * When each state began. Clocks of several machines are not in step: no commit is taken to be later than one that
 * follows it, since that could make a gate seem to have opened before the text behind it was replaced.
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
