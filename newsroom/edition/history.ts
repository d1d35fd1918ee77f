import { printInstant } from '../model/instant.ts';
import { changes, type Change, type VersionEntry, type VersionText } from '../model/version.ts';
import { shownAt } from '../history/published.ts';
import { deletedBlob, historyState, isShallow } from '../history/repository-state.ts';
import { versionText } from '../history/version-text.ts';
import { numberOf, textOf, type Row } from '../store/store.ts';
import type { EditionContext } from './context.ts';
import { publicHref } from './links.ts';
import { publicRow } from './redirects.ts';
import { storedIn } from './stories.ts';

/** The published versions of the public article at an address. */
export function historyAt(context: EditionContext, address: string): History | undefined {
  const row = publicRow(context, address);
  return row && new History(context, row);
}

/**
 * The published versions of a public article. Only an edition makes one. Which versions there are was worked out when
 * content was compiled (`newsroom/history/`): none of them was hidden while it was the newest.
 */
export class History {
  /** Oldest first; empty where nothing is known of earlier ones, as without git. */
  readonly versions: readonly VersionEntry[];
  /** Whether there may be versions before these: in a shallow clone, the record begins with the clone. */
  readonly isPartial: boolean;
  readonly #context: EditionContext;
  /** Its row in `article`. */
  readonly #article: Row;

  constructor(context: EditionContext, article: Row) {
    const { store, now, dependencies } = context;
    dependencies.add('history');
    this.#context = context;
    this.#article = article;
    this.isPartial = isShallow(historyState(store));
    const file = textOf(article, 'file');
    const rows = store.all('SELECT number, at, change FROM version WHERE file = ? ORDER BY number', file);
    const versions = rows.length > 0 ? rows.map(entryFrom) : this.#only(file);
    const { published, dayOnly } = storedIn(article);
    // A version that differs by a correction to come is none before that.
    const sql = 'SELECT at FROM correction WHERE article = :key AND at > :now';
    const ahead = new Set(store.all(sql, { key: numberOf(article, 'key'), now }).map((row) => numberOf(row, 'at')));
    this.versions = versions
      .filter(({ at }) => !ahead.has(Date.parse(at)))
      // A commit may be later than the present that DATELINE_NOW sets.
      .map((version) => (Date.parse(version.at) <= now ? version : { ...version, at: printInstant(now) }))
      .map((version) => (dayOnly && version.at === published ? { ...version, dayOnly } : version));
  }

  /** What readers saw of a version. */
  text(number: number): VersionText | undefined {
    if (!this.versions.some((version) => version.number === number)) return undefined;
    const text = this.#stored(number) ?? this.#present();
    const { blocks, ...shown } = shownAt(text, this.#context.now);
    const mayShow = (href: string): boolean => publicHref(this.#context, href) !== undefined;
    return { ...shown, blocks: blocks.filter(({ href }) => href === undefined || mayShow(href)) };
  }

  #stored(number: number): VersionText | undefined {
    const sql = `SELECT text FROM revision
      WHERE key = (SELECT revision FROM version WHERE file = :file AND number = :number)`;
    const row = this.#context.store.get(sql, { file: textOf(this.#article, 'file'), number });
    return row && JSON.parse(textOf(row, 'text'));
  }

  #present(): VersionText {
    const body = this.#context.store.get('SELECT body FROM body WHERE article = ?', numberOf(this.#article, 'key'));
    return versionText(storedIn(this.#article), JSON.parse(textOf(body, 'body')));
  }

  /** The one version of an article of which git knows one state: the present one. See `publishedVersions` for its date. */
  #only(file: string): VersionEntry[] {
    const [first, second] = this.#context.store.all('SELECT at, blob FROM revision WHERE file = ? LIMIT 2', file);
    if (!first || second || first['blob'] === deletedBlob) return [];
    const at = textOf(first, 'at');
    const { published, embargo } = storedIn(this.#article);
    const gate = embargo !== undefined && Date.parse(embargo) > Date.parse(published) ? embargo : published;
    const later = this.isPartial && Date.parse(at) > Date.parse(gate);
    return [{ number: 1, at: later ? at : gate, change: 'first' }];
  }
}

function entryFrom(row: Row): VersionEntry {
  return { number: numberOf(row, 'number'), at: textOf(row, 'at'), change: changeFrom(textOf(row, 'change')) };
}

function changeFrom(text: string): Change {
  const change = changes.find((each) => each === text);
  if (change === undefined) throw new TypeError(`The store holds a change “${text}”.`);
  return change;
}
