import type { ListKind } from '../model/collection.ts';
import type { Neighbourhood } from '../related/neighbourhood.ts';

/**
 * What a view has read of an edition: names of dependencies, each with the last instant of publication that matters, in
 * milliseconds. A change of the store has names and instants of the same kind (`change-log.ts` of the store). Every view
 * depends on `everything` without naming it.
 */
export type Dependency =
  /** What is at an address: an article, an alias, a renamed file. */
  | `article ${string}`
  /** The articles of a list. */
  | `list ${ListKind} ${string}`
  /** Whether a list has any public article. */
  | `has ${ListKind} ${string}`
  /** Which lists of a kind have any. */
  | `lists ${ListKind}`
  /** How many each list of a kind has. */
  | `counts ${ListKind}`
  /** The articles of a type of work. */
  | `type ${string}`
  /** The parts of a series. */
  | `series ${string}`
  /** The articles that name an address as their original. */
  | `translation ${string}`
  /** All translations. */
  | 'translations'
  | 'corrections'
  /** The words of articles, from which related stories are found; for those that cannot keep a `Neighbourhood`. */
  | 'words'
  /** How rare words are. Where only some words are rarer, a `Neighbourhood` says whether it matters. */
  | 'rarity'
  /** Whether git knows the whole history. */
  | 'history'
  | `picture ${string}`
  /** Any change at all. */
  | 'anything';

/** What was read, as far as it is recorded. */
export interface DependencyList {
  /** Each with the last instant of publication that matters. */
  readonly names: ReadonlyMap<Dependency, number>;
  /** The lists of related stories: articles whose words may change them matter. */
  readonly neighbourhoods: ReadonlySet<Neighbourhood>;
}

/** Records what is read. While nobody collects, it records nothing. */
export class Dependencies {
  #collecting: { names: Map<Dependency, number>; neighbourhoods: Set<Neighbourhood> } | undefined;

  /** Notes that something was read. A change of an article that was published after `until` does not matter. */
  add(dependency: Dependency, until = Infinity): void {
    const names = this.#collecting?.names;
    const known = names?.get(dependency);
    if (known === undefined || known < until) names?.set(dependency, until);
  }

  /** Notes that a list of related stories was read. */
  addNeighbourhood(neighbourhood: Neighbourhood): void {
    this.#collecting?.neighbourhoods.add(neighbourhood);
  }

  addAll({ names, neighbourhoods }: DependencyList): void {
    for (const [dependency, until] of names) this.add(dependency, until);
    for (const neighbourhood of neighbourhoods) this.addNeighbourhood(neighbourhood);
  }

  /** Does some work, and says what it has read. What is outside collects that too. */
  collect<T>(work: () => T): { value: T; read: DependencyList } {
    const outside = this.#collecting;
    const read = { names: new Map<Dependency, number>(), neighbourhoods: new Set<Neighbourhood>() };
    this.#collecting = read;
    try {
      return { value: work(), read };
    } finally {
      this.#collecting = outside;
      this.addAll(read);
    }
  }
}

/**
 * What was read already, by a key. Whoever gets a cached value depends on what it was made from. Only what exists is
 * cached: readers may ask for any number of names that nothing has.
 */
export class Cache<K, T> {
  readonly #dependencies: Dependencies;
  readonly #known = new Map<K, { value: T; read: DependencyList }>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** The value of a key, which is made if it is not cached. */
  get<F extends T | undefined>(key: K, find: () => F): F | T {
    const known = this.#known.get(key);
    if (known) {
      this.#dependencies.addAll(known.read);
      return known.value;
    }
    const { value, read } = this.#dependencies.collect(find);
    if (value !== undefined) this.#known.set(key, { value, read });
    return value;
  }

  /** How many keys have a value. */
  get size(): number {
    return this.#known.size;
  }

  /** The cached value of a key. */
  peek(key: K): T | undefined {
    const known = this.#known.get(key);
    if (known) this.#dependencies.addAll(known.read);
    return known?.value;
  }
}
