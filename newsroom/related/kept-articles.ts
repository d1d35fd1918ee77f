import { endOfChangeLog, formerArticles, type LogEnd } from '../store/change-log.ts';
import type { Store } from '../store/store.ts';

/** What is kept in memory of the articles of a store. */
interface Kept {
  /** An article has changed, has come or has gone. */
  forget(article: number): void;
}

/** If a compile has changed more articles, all are read again. */
const mostForgotten = 1_000;

/** Keeps something of the articles of each store, and tells it which of them have changed. */
export class KeptArticles<T extends Kept> {
  readonly #known = new WeakMap<Store, { kept: T; version: number; log: LogEnd }>();

  /** What is kept of a store, or what `make` makes, if it is not known what has changed since, or if it does not serve any more. */
  of(store: Store, make: () => T, serves: (kept: T) => boolean = () => true): T {
    const version = store.dataVersion();
    const known = this.#known.get(store);
    const serving = known && serves(known.kept) ? known : undefined;
    if (serving?.version === version) return serving.kept;
    const log = endOfChangeLog(store);
    const isLater = serving?.log.store === log.store && serving.log.number <= log.number;
    const changed = isLater ? formerArticles(store, serving.log.number, mostForgotten) : undefined;
    const kept = serving && changed ? serving.kept : make();
    if (serving && changed) for (const { article } of changed) kept.forget(article);
    this.#known.set(store, { kept, version, log });
    return kept;
  }
}
