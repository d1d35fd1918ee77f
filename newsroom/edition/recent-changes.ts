import { listKinds } from '../model/collection.ts';
import { hash32 } from '../text-analysis/hash.ts';
import { localDay } from '../model/local-day.ts';
import { changesAfter, changesOfGates, isOverBetween, type Change, type LogEnd } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';
import { Counts } from './counts.ts';
import { sizeOfNeighbourhood, type Neighbourhood, type Sameness } from '../related/neighbourhood.ts';
import { Dependencies, type DependencyList } from './dependencies.ts';
import { RecentWords } from './recent-words.ts';

/** The state of the newsroom in which something was read. */
export interface ReadAt extends LogEnd {
  /** The last gate before; milliseconds. */
  gate: number;
}

/** What a view has read, packed so that many pages can keep it. */
export interface PackedDependencies {
  /** Hashes of names, each with an instant as in `DependencyList`. */
  hashes: Uint32Array;
  untils: Float64Array;
  neighbourhoods: readonly Neighbourhood[];
}

const everything = hash32('everything');
const anything = hash32('anything');
const words = hash32('words');
/** All words have other weights. */
const rarity = hash32('rarity');

/** Changes under one name that are remembered one by one; of more, the older half counts as one. */
const mostOfName = 64;
/** Changes that are remembered. When there are more, all are forgotten, and each page is looked at again. */
const mostRemembered = 100_000;

interface Entry {
  /** The number of the entry in the log, or the instant of the gate. */
  mark: number;
  isGate: boolean;
  published: number;
}

/**
 * What has changed in a newsroom lately, by compiles and by gates. It says whether something that a view has read has changed
 * since. Two names with one hash only have a page looked at once more than needed.
 */
export class RecentChanges {
  #present: ReadAt | undefined;
  /** What was read at an earlier entry or gate may have changed in a way that was forgotten. */
  #known: { number: number; gate: number } = { number: Infinity, gate: Infinity };
  /** Where the log ended each time when changes were learned. What was read between two of these may have been of a passing state. */
  #ends = new Set<number>();
  #entries = new Map<number, Entry[]>();
  #size = 0;
  readonly #words = new RecentWords();

  /** Sets the state from which changes are learned, in place of the first one that `update` is called with. */
  beginAt(state: ReadAt): void {
    this.#present = state;
    this.#forget();
  }

  /**
   * Learns what has changed up to a state of a store. `timezone` is that of the site: a day begins at a gate. `sectionOf`:
   * the section of a topic.
   */
  update(store: Store, present: ReadAt, timezone: string, sectionOf: (topic: string) => string): void {
    const before = this.#present;
    this.#present = present;
    this.#ends.add(present.number);
    if (before?.store !== present.store) return this.#forget();
    let changes: readonly Change[] | undefined = [];
    if (present.number !== before.number) {
      changes = changesAfter(store, before.number, present.gate === before.gate ? present.gate : undefined);
      if (!changes) return this.#forget();
      this.#add([...changes, ...turned(store, changes, present.gate)], { mark: present.number, isGate: false });
    }
    if (present.gate > before.gate) {
      const passed = [
        ...changesOfGates(store, before.gate, present.gate),
        ...(isOverBetween(store, localDay(before.gate, timezone), localDay(present.gate, timezone))
          ? [{ dependency: 'everything', published: 0, rows: 1 }]
          : []),
      ];
      this.#add([...passed, ...turned(store, passed, present.gate)], { mark: present.gate, isGate: true });
    }
    const names = changes.map(({ dependency }) => dependency);
    const logged = {
      hasVersions: names.includes('translations'),
      weighed: names.flatMap((name) => (name.startsWith('weights ') ? weightsIn(name.slice(8)) : [])),
    };
    this.#words.update(store, before, present, logged, sectionOf);
    if (this.#size > mostRemembered || this.#ends.size > mostRemembered) this.#forget();
  }

  /**
   * What has become of what was read in a state of the newsroom, as far as is known. `now`: the present, in
   * milliseconds. A clock that was set back to before a gate has the gate pass again. `drifts`: whether it is known to have drifted.
   */
  samenessOf(
    { hashes, untils, neighbourhoods }: PackedDependencies,
    readAt: ReadAt,
    now: number,
    drifts = false,
  ): Sameness {
    const present = this.#present;
    if (
      present?.store !== readAt.store ||
      now < readAt.gate ||
      // The file of the store is older than the one that was read.
      present.number < readAt.number ||
      !this.#ends.has(readAt.number) ||
      readAt.number < this.#known.number ||
      readAt.gate < this.#known.gate
    )
      return 'changed';
    const isLater = ({ mark, isGate }: Entry): boolean => mark > (isGate ? readAt.gate : readAt.number);
    const isAnyLater = present.number > readAt.number || present.gate > readAt.gate;
    if (!isAnyLater) return drifts ? 'drifted' : 'unchanged';
    if (this.#entries.get(everything)?.some(isLater)) return 'changed';
    for (let index = 0; index < hashes.length; index += 1) {
      const hash = hashes[index] ?? 0;
      if (hash === anything) return 'changed';
      const until = untils[index] ?? Infinity;
      if (!this.#entries.get(hash)?.some((entry) => entry.published <= until && isLater(entry))) continue;
      if (hash !== rarity) return 'changed';
      drifts = true;
    }
    return this.#words.samenessOf(neighbourhoods, readAt, drifts);
  }

  #add(changes: readonly Change[], { mark, isGate }: Pick<Entry, 'mark' | 'isGate'>): void {
    for (const { dependency, published, more } of changes) {
      this.#put(dependency, { mark, isGate, published });
      const [, kind] = /^list (\S+) /.exec(dependency) ?? [];
      if (kind !== undefined && more !== 0) this.#put(`counts ${kind}`, { mark, isGate, published: 0 });
    }
  }

  #put(dependency: string, entry: Entry): void {
    const hash = hash32(dependency);
    const known = this.#entries.get(hash);
    if (!known) {
      this.#entries.set(hash, [entry]);
      this.#size += 1;
      return;
    }
    // What this entry says as well is not needed any more.
    const kept = known.filter(({ isGate, published }) => isGate !== entry.isGate || published < entry.published);
    kept.push(entry);
    if (kept.length > mostOfName) kept.splice(0, mostOfName / 2, ...together(kept.slice(0, mostOfName / 2)));
    this.#size += kept.length - known.length;
    this.#entries.set(hash, kept);
  }

  #forget(): void {
    this.#entries = new Map();
    this.#size = 0;
    this.#ends = new Set(this.#present ? [this.#present.number] : []);
    this.#words.forget();
    this.#known = { number: this.#present?.number ?? Infinity, gate: this.#present?.gate ?? Infinity };
  }
}

/** The terms of a list in JSON. */
function weightsIn(json: string): number[] {
  const terms: unknown = JSON.parse(json);
  return Array.isArray(terms) ? terms : [];
}

/** A view that has read more than this depends on any change: what it would keep takes more memory than it saves time. */
const mostDependencies = 2_000;

export function packed({ names, neighbourhoods }: DependencyList): PackedDependencies {
  if (names.size > mostDependencies) return packedAnything;
  return {
    hashes: Uint32Array.from(names.keys(), (name) => hash32(name)),
    untils: Float64Array.from(names.values()),
    neighbourhoods: [...neighbourhoods],
  };
}

/** Bytes that it takes in memory. */
export function sizeOf({ hashes, untils, neighbourhoods }: PackedDependencies): number {
  let size = hashes.byteLength + untils.byteLength;
  for (const neighbourhood of neighbourhoods) size += sizeOfNeighbourhood(neighbourhood);
  return size;
}

/** What depends on any change. */
export const packedAnything: PackedDependencies = {
  hashes: Uint32Array.of(anything),
  untils: Float64Array.of(Infinity),
  neighbourhoods: [],
};

/** The same with names only, so that it can be stored in a few bytes: a list depends on the words of all that it may have. */
export function onlyNames({ hashes, untils, neighbourhoods }: PackedDependencies): PackedDependencies {
  if (neighbourhoods.length === 0) return { hashes, untils, neighbourhoods };
  return {
    hashes: Uint32Array.of(...hashes, words),
    untils: Float64Array.of(...untils, Math.max(...neighbourhoods.map(({ last }) => last))),
    neighbourhoods: [],
  };
}

/** Fewer entries that say at least as much: one for compiles and one for gates. */
function together(entries: readonly Entry[]): Entry[] {
  return [true, false].flatMap((isGate) => {
    const same = entries.filter((entry) => entry.isGate === isGate);
    const last = same.at(-1);
    return last ? [{ ...last, published: Math.min(...same.map(({ published }) => published)) }] : [];
  });
}

/**
 * The lists that may have their first public article, or may have lost their last one. Where it is not known how many have
 * come and gone, these are the ones in which no more articles are public at `now`, in milliseconds, than have changed.
 */
function turned(store: Store, changes: readonly Change[], now: number): Change[] {
  const counts = new Counts(store, now, new Dependencies());
  const changed = new Map<string, { rows: number; more: number; published: number }>();
  for (const { dependency, rows, more, published } of changes) {
    const known = changed.get(dependency) ?? { rows: 0, more: 0, published };
    changed.set(dependency, {
      rows: known.rows + rows,
      more: known.more + (more ?? NaN),
      published: Math.min(known.published, published),
    });
  }
  return [...changed].flatMap(([dependency, { rows, more, published }]) => {
    const [, name = '', slug = ''] = /^list (\S+) (.*)$/s.exec(dependency) ?? [];
    const kind = listKinds.find((each) => each === name);
    if (!kind) return [];
    const count = counts.of(kind, slug);
    if (Number.isNaN(more) ? count > rows : count > 0 === count - more > 0) return [];
    return [`has ${kind} ${slug}`, `lists ${kind}`].map((each) => ({ dependency: each, published, rows: 1 }));
  });
}
